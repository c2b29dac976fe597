import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How the listening server hands it over, where that is not at once and whole. */
  readonly delivery?:
    { readonly afterMs: number } | { readonly cut: true } | { readonly never: true };
}

const BODY_LIMIT = 2_000_000;

/** Listens on 127.0.0.1 and nowhere else; port 0 takes a free one. An answer may take its time. */
export async function listenOnLoopback(
  port: number,
  handle: (asked: Asked) => Answered | Promise<Answered>,
): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void bodyOf(request).then(
      async (body) => {
        const answer = await handle({
          method: request.method ?? 'GET',
          path: request.url ?? '/',
          headers: flat(request.headers),
          body,
        });
        const { delivery } = answer;
        if (delivery !== undefined && 'cut' in delivery) {
          request.socket.destroy();
          return;
        }
        if (delivery !== undefined && 'never' in delivery) return;
        const send = () => response.writeHead(answer.status, answer.headers).end(answer.body);
        if (delivery === undefined) send();
        else setTimeout(send, delivery.afterMs).unref();
      },
      () => {
        response.writeHead(413).end();
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > BODY_LIMIT) throw new Error('too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function flat(headers: IncomingMessage['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
