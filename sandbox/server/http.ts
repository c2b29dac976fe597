import type { IncomingMessage, Server, ServerResponse } from 'node:http';

const BODY_LIMIT = 2_000_000;

export interface Sent {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly cache?: string;
}

export function json(status: number, body: object): Sent {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}

export function send(response: ServerResponse, { status, type, body, cache }: Sent): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': cache ?? 'no-store' });
  response.end(body);
}

/** Another site in the same browser must not reach the sandbox, neither by a name of its own nor from its page. */
export function strangerIn({ method, headers }: IncomingMessage): Sent | undefined {
  const host = headers.host ?? '';
  if (!/^(127\.0\.0\.1|localhost):\d+$/.test(host)) {
    return json(403, { error: 'this sandbox answers on 127.0.0.1 only' });
  }
  const { origin } = headers;
  return method === 'GET' || origin === undefined || origin === `http://${host}`
    ? undefined
    : json(403, { error: 'not from this page' });
}

/** What came in, or `undefined` for what is too long or no JSON. */
export async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > BODY_LIMIT) return undefined;
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** On this machine only. */
export async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
