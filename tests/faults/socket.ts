import { createRequire } from 'node:module';
import type { Answered, Asked } from '../../sandbox/emulator/core/http.ts';

/** Stands where the socket would: takes one call of HubSpot's client, and fails as a broken connection does. */
type Socket = (port: number, asked: Asked) => Promise<Answered>;

interface NodeFetch {
  default: (url: string | URL, init?: Sent) => Promise<unknown>;
  Response: new (
    body: string,
    init: { readonly status: number; readonly headers: Readonly<Record<string, string>> },
  ) => unknown;
}

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * HubSpot's client sends everything, through typed methods or by path, with node-fetch, whose default export it
 * looks up at each call. That one name is the narrowest place to take the wire out: above it all of the product's
 * gateway and all of HubSpot's client run as they are. An origin's port tells whose call it is.
 */
const ofProduct = createRequire(import.meta.url);
const ofClient = createRequire(ofProduct.resolve('@hubspot/api-client'));
const nodeFetch = ofClient('node-fetch') as NodeFetch;

/** Takes the place of HubSpot's wire until what it returns is called. */
export function withoutWire(socket: Socket): () => void {
  const wire = nodeFetch.default;
  nodeFetch.default = async (to, { method = 'GET', headers = {}, body = '' } = {}) => {
    const url = new URL(to);
    const answer = await socket(Number(url.port), {
      method,
      path: `${url.pathname}${url.search}`,
      headers: lowerCased(headers),
      body,
    });
    const { status, headers: sent } = answer;
    return new nodeFetch.Response(answer.body, { status, headers: sent });
  };
  return () => {
    nodeFetch.default = wire;
  };
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}
