import { HubSpotTrouble } from '../trouble.ts';
import { call, type Answer, type CallLimits } from './call.ts';
import { requestBy, type OfficialClient } from './http/official.ts';
import { sendOverHttp, UnreadableAnswer, type HttpAnswer, type Send } from './http/send.ts';
import { apiOrigin } from './origin.ts';

/**
 * HubSpot, by the two kinds of request this product makes: those that a typed method of HubSpot's official client
 * builds, and those by path where the client lacks an endpoint. Both are sent by `Send` and give the answer's JSON as
 * it came, `undefined` where it has no body; the caller checks its shape. Both throw `HubSpotTrouble`.
 */
export interface HubSpotClient {
  typed(
    kind: 'read' | 'write',
    ask: (client: OfficialClient) => Promise<unknown>,
  ): Promise<unknown>;
  /** Any endpoint by path. `path` is joined from encoded parts by the caller. */
  request(kind: 'read' | 'write', request: ApiRequest): Promise<unknown>;
  /** The same account under other limits. */
  within(limits: CallLimits): HubSpotClient;
}

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Throws `HubSpotTrouble` (`not-configured`) for an origin that is not HubSpot's or this machine's. */
export function connect({
  token,
  limits,
  ...settings
}: {
  readonly token: string;
  readonly origin: string | undefined;
  readonly limits: CallLimits;
  /** HTTP where nothing is said. */
  readonly send?: Send;
}): HubSpotClient {
  const { send = sendOverHttp } = settings;
  const origin = apiOrigin(settings.origin);
  const authorised: Send = (request, signal) =>
    send({ ...request, headers: { ...request.headers, Authorization: `Bearer ${token}` } }, signal);
  return through(authorised, origin, limits);
}

function through(send: Send, origin: string, limits: CallLimits): HubSpotClient {
  return {
    within: (other) => through(send, origin, other),
    async typed(kind, ask) {
      // Before HubSpot's time runs: the client's part may have to be loaded first.
      const request = await requestBy(ask, origin);
      return call(kind, async (signal) => answerOf(await send(request, signal)), limits);
    },
    request: (kind, { method, path, query = {}, body }) => {
      const url = new URL(`${origin}${path}`);
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      const request = {
        method,
        url,
        headers: { Accept: 'application/json', ...(body === undefined ? {} : JSON_BODY) },
        body: body === undefined ? '' : JSON.stringify(body),
      };
      return call(kind, async (signal) => answerOf(await send(request, signal)), limits);
    },
  };
}

const JSON_BODY = { 'Content-Type': 'application/json' };

/** Throws `UnreadableAnswer` where HubSpot says that all went well in anything but JSON. */
function answerOf({ status, headers, body: text }: HttpAnswer): Answer {
  const isOk = status >= 200 && status < 300;
  if (isOk && text !== '' && !isJson(headers['content-type'])) throw new UnreadableAnswer();
  return {
    status,
    body: isOk ? jsonIn(text) : jsonOfRefusal(text),
    text,
    ...only('retryAfter', headers['retry-after']),
    ...only('date', headers['date']),
  };
}

function jsonIn(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UnreadableAnswer();
  }
}

/** A refusal counts by its status; what stands in front of HubSpot refuses in HTML. */
function jsonOfRefusal(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** `application/json` and `application/problem+json`, with any parameters. An answer may leave its type out. */
function isJson(type: HttpAnswer['headers'][string]): boolean {
  return type === undefined || /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(String(type));
}

function only<N extends string>(name: N, value: HttpAnswer['headers'][string]) {
  return (typeof value === 'string' ? { [name]: value } : {}) as { readonly [K in N]?: string };
}

/** An answer that is not of the documented shape is trouble, never a guess. */
export function unreadable(mayHaveTakenEffect = false): HubSpotTrouble {
  return new HubSpotTrouble({ code: 'unreadable-answer', mayHaveTakenEffect });
}
