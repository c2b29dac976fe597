import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { hubSpot } from '../../src/app/gateway/hubspot/hubspot.ts';
import {
  MAX_ANSWER_BYTES,
  sendOverHttp,
  UnreadableAnswer,
} from '../../src/app/gateway/hubspot/http/send.ts';
import type { HubSpot } from '../../src/app/gateway/ports.ts';

const NO_TYPES = '{"status":"COMPLETE","results":[]}';
const WITH_NOTE = (note: string) => `{"status":"COMPLETE","results":[],"note":"${note}"}`;
const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';
const MEGABYTE = Buffer.alloc(1_000_000, ' ');

let server: Server | undefined;
afterEach(async () => {
  if (server === undefined) return;
  const open = server;
  server = undefined;
  await new Promise((resolve) => open.close(resolve));
});

/** What a server saw of its callers. */
interface Seen {
  /** Bytes that it could hand over. */
  bytes: number;
  readonly sockets: Socket[];
  /** One promise a connection: over when the caller has closed it. */
  readonly closed: Promise<unknown>[];
}

/** A HubSpot that writes whatever it likes into each connection, once a request is there. */
async function writing(write: (socket: Socket, seen: Seen) => void) {
  const seen: Seen = { bytes: 0, sockets: [], closed: [] };
  server = createServer((socket) => {
    seen.sockets.push(socket);
    seen.closed.push(new Promise((resolve) => socket.once('close', resolve)));
    socket.on('error', () => undefined);
    socket.once('data', () => {
      write(socket, seen);
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { seen, origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` };
}

/** Hands over one piece after another, for as long as somebody takes them. */
function endlessly(socket: Socket, seen: Seen, piece: Buffer): void {
  const more = () => {
    while (!socket.destroyed) {
      seen.bytes += piece.length;
      if (!socket.write(piece)) break;
    }
  };
  socket.on('drain', more);
  more();
}

function chunk(data: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${data.length.toString(16)}\r\n`), data, Buffer.from('\r\n')]);
}

/** The gateway, with so many milliseconds for one attempt. */
function gateway(origin: string, timeoutMs = 5_000): HubSpot {
  return hubSpot({
    token: 'pat-of-this-test',
    origin,
    patience: { timeoutMs, attempts: 2, allMs: 8_000, ledgerMs: 4_000, changeMs: 1_500 },
  });
}

const UNREADABLE = { code: 'unreadable-answer' };

describe('an answer that is too long', () => {
  it('is given up at once where it says so', async () => {
    const { origin, seen } = await writing((socket, said) => {
      socket.write(`${HEAD}Content-Length: 60000000\r\n\r\n`);
      endlessly(socket, said, MEGABYTE);
    });
    await expect(gateway(origin).consents.types()).rejects.toMatchObject(UNREADABLE);
    await Promise.all(seen.closed);
    // One attempt: asking again would bring the same. What was in flight is all that was taken.
    expect(seen.sockets).toHaveLength(1);
    expect(seen.bytes).toBeLessThan(MAX_ANSWER_BYTES);
  });

  it.each([
    ['without an end', `${HEAD}Connection: close\r\n\r\n`, (piece: Buffer) => piece],
    ['in chunks without an end', `${HEAD}Transfer-Encoding: chunked\r\n\r\n`, chunk],
  ])('is given up at the limit: %s', async (_how, head, framed) => {
    const { origin, seen } = await writing((socket, said) => {
      socket.write(head);
      endlessly(socket, said, framed(MEGABYTE));
    });
    await expect(gateway(origin).consents.types()).rejects.toMatchObject(UNREADABLE);
    await Promise.all(seen.closed);
    expect(seen.sockets).toHaveLength(1);
    expect(seen.bytes).toBeLessThan(MAX_ANSWER_BYTES * 2);
  });

  it('counts as it is when decompressed', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000, ' '), { level: 9 });
    expect(bomb.length).toBeLessThan(MAX_ANSWER_BYTES / 10);
    const { origin, seen } = await writing((socket) => {
      socket.write(
        `${HEAD}Content-Encoding: gzip\r\nContent-Length: ${String(bomb.length)}\r\n\r\n`,
      );
      socket.write(bomb);
    });
    const before = process.memoryUsage().arrayBuffers;
    await expect(gateway(origin).consents.types()).rejects.toMatchObject(UNREADABLE);
    await Promise.all(seen.closed);
    expect(seen.sockets).toHaveLength(1);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(MAX_ANSWER_BYTES * 5);
  });

  it('of a write may be of one that took effect', async () => {
    const { origin } = await writing((socket, said) => {
      socket.write(`${HEAD}Connection: close\r\n\r\n`);
      endlessly(socket, said, MEGABYTE);
    });
    await expect(gateway(origin).consents.optOut('a@example.com', '1')).rejects.toMatchObject({
      ...UNREADABLE,
      mayHaveTakenEffect: true,
    });
  });

  it('one that is just within the limit is read', async () => {
    const body = `${' '.repeat(MAX_ANSWER_BYTES - NO_TYPES.length)}${NO_TYPES}`;
    const { origin } = await writing((socket) => {
      socket.end(`${HEAD}Content-Length: ${String(body.length)}\r\n\r\n${body}`);
    });
    expect(await gateway(origin).consents.types()).toEqual([]);
  });
});

describe('an answer that can’t be decoded', () => {
  const zipped = gzipSync(NO_TYPES);
  const answered = (headers: string, body: Buffer) => (socket: Socket) => {
    socket.write(`${HEAD}${headers}Content-Length: ${String(body.length)}\r\n\r\n`);
    socket.end(body);
  };

  it('but one in gzip can', async () => {
    const { origin } = await writing(answered('Content-Encoding: gzip\r\n', zipped));
    expect(await gateway(origin).consents.types()).toEqual([]);
  });

  it.each([
    ['gzip that is none', answered('Content-Encoding: gzip\r\n', Buffer.from(NO_TYPES))],
    ['half of a gzip', answered('Content-Encoding: gzip\r\n', zipped.subarray(0, 20))],
    ['gzip twice', answered('Content-Encoding: gzip, gzip\r\n', gzipSync(zipped))],
    ['an encoding nobody asked for', answered('Content-Encoding: br\r\n', Buffer.from(NO_TYPES))],
    ['text that is no UTF-8', answered('', Buffer.from(WITH_NOTE('\xff'), 'latin1'))],
    ['half a letter', answered('', Buffer.from(WITH_NOTE('\xc3'), 'latin1'))],
    ['headers of 100 kB', answered(`X-Long: ${'x'.repeat(100_000)}\r\n`, Buffer.from(NO_TYPES))],
    ['10,000 headers', answered('X-Many: x\r\n'.repeat(10_000), Buffer.from(NO_TYPES))],
    ['two lengths', answered('Content-Length: 5\r\n', Buffer.from(NO_TYPES))],
    ['a length that is none', answered('Content-Length: -1\r\n', Buffer.from(NO_TYPES))],
    ['no HTTP', (socket: Socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n')],
    ['HTTP with a letter in its status', (socket: Socket) => socket.end('HTTP/1.1 2OO OK\r\n\r\n')],
  ])('%s', async (_what, write) => {
    const { origin, seen } = await writing(write);
    await expect(gateway(origin).consents.types()).rejects.toMatchObject(UNREADABLE);
    await Promise.all(seen.closed);
  });

  it.each([
    ['no answer', (socket: Socket) => socket.end()],
    ['half of its headers', (socket: Socket) => socket.end(HEAD)],
    [
      'less than it announced',
      (socket: Socket) => socket.end(`${HEAD}Content-Length: 99\r\n\r\n{`),
    ],
    [
      'chunks without a last one',
      (socket: Socket) => socket.end(`${HEAD}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`),
    ],
    [
      'another protocol',
      (socket: Socket) =>
        socket.write('HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n'),
    ],
  ])('a connection that ends with %s is a failing HubSpot', async (_what, write) => {
    const { origin, seen } = await writing(write);
    await expect(gateway(origin).consents.types()).rejects.toMatchObject({
      code: expect.stringMatching(/^(hubspot-failing|unreadable-answer)$/) as string,
    });
    await Promise.all(seen.closed);
    expect(seen.sockets).toHaveLength(2);
  });
});

describe('a call whose time is over', () => {
  it.each<[string, (socket: Socket, seen: Seen) => void]>([
    ['nothing', () => undefined],
    ['half of its headers', (socket) => socket.write(HEAD)],
    ['headers, one by one', (socket) => drip(socket, HEAD, 'X-Slow: x\r\n')],
    [
      'its body, letter by letter',
      (socket) => drip(socket, `${HEAD}Content-Length: 5000000\r\n\r\n`, ' '),
    ],
    [
      'empty pieces of gzip',
      (socket) =>
        drip(
          socket,
          `${HEAD}Content-Encoding: gzip\r\nConnection: close\r\n\r\n`,
          gzipSync(Buffer.alloc(0)),
        ),
    ],
    [
      '"please wait" again and again',
      (socket) => drip(socket, '', 'HTTP/1.1 102 Processing\r\n\r\n'),
    ],
  ])('closes its connection, after %s', async (_what, write) => {
    const { origin, seen } = await writing(write);
    const began = performance.now();
    await expect(gateway(origin, 150).consents.types()).rejects.toMatchObject({
      code: 'timed-out',
    });
    await Promise.all(seen.closed);
    expect(seen.sockets).toHaveLength(2);
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it('writes once, and may have written', async () => {
    const { origin, seen } = await writing(() => undefined);
    await expect(gateway(origin, 100).consents.optOut('a@example.com', '1')).rejects.toMatchObject({
      code: 'timed-out',
      mayHaveTakenEffect: true,
    });
    await Promise.all(seen.closed);
    expect(seen.sockets).toHaveLength(1);
  });

  it('a typed method of the client is no different', async () => {
    const { origin, seen } = await writing(() => undefined);
    await expect(gateway(origin, 100).contacts.read('1')).rejects.toMatchObject({
      code: 'timed-out',
    });
    await Promise.all(seen.closed);
    expect(seen.sockets).toHaveLength(2);
  });

  it('leaves no connection open after an answer either', async () => {
    const { origin, seen } = await writing((socket) => {
      socket.write(`${HEAD}Content-Length: ${String(NO_TYPES.length)}\r\n\r\n${NO_TYPES}`);
    });
    expect(await gateway(origin).consents.types()).toEqual([]);
    await Promise.all(seen.closed);
  });
});

describe('sending', () => {
  it('stops at once when it is aborted before it began', async () => {
    const { origin, seen } = await writing(() => undefined);
    const request = { method: 'GET', url: new URL(origin), headers: {}, body: '' };
    await expect(sendOverHttp(request, AbortSignal.abort())).rejects.not.toBeInstanceOf(
      UnreadableAnswer,
    );
    expect(seen.sockets).toHaveLength(0);
  });

  it('says how long the body is, in bytes', async () => {
    let heard = '';
    const { origin } = await writing((socket) => socket.end(`${HEAD}Content-Length: 2\r\n\r\n{}`));
    server?.on('connection', (socket: Socket) => {
      socket.on('data', (data) => (heard += data.toString()));
    });
    const url = new URL(`${origin}/path?query=1`);
    const headers = { 'Content-Type': 'application/json' };
    const { signal } = new AbortController();
    await sendOverHttp({ method: 'POST', url, headers, body: '"é"' }, signal);
    expect(heard).toMatch(/^POST \/path\?query=1 HTTP\/1\.1\r\n/);
    expect(heard).toMatch(/\r\nContent-Length: 4\r\n/i);
    expect(heard).toMatch(/\r\nConnection: close\r\n/i);
  });
});

/** A piece every ten milliseconds, until the caller has gone. */
function drip(socket: Socket, head: string, piece: string | Buffer): void {
  if (head !== '') socket.write(head);
  const timer = setInterval(() => socket.write(piece), 10);
  socket.on('close', () => {
    clearInterval(timer);
  });
}
