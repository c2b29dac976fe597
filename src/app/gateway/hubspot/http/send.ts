import * as http from 'node:http';
import * as https from 'node:https';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

/** One request as it goes out. */
export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** UTF-8 text; empty where the method has none. */
  readonly body: string;
}

/** One answer as it came, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/**
 * Sends one request and reads its answer whole. Rejects with `UnreadableAnswer` for an answer that can't be used, and
 * with any other error where no whole answer came. Closes the connection when `signal` aborts.
 */
export type Send = (request: HttpRequest, signal: AbortSignal) => Promise<HttpAnswer>;

/** HubSpot answered, and the answer can't be used. Holds nothing of it. */
export class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer';
  /** The same request would get the same answer: there is no use in sending it again. */
  readonly isFinal: boolean;

  constructor(isFinal = false) {
    super('unreadable answer');
    this.isFinal = isFinal;
  }
}

/**
 * Most bytes of one answer, after decompression. The largest answers that are asked for are a hundred forms or a
 * thousand e-mail events, some 3 MB; HubSpot documents 128 MB of memory for the functions of its content system, and
 * none for those of apps.
 */
export const MAX_ANSWER_BYTES = 10_000_000;

/** Most bytes of an answer's headers: Node's own default, stated here so that no start-up option raises it. */
const MAX_HEADER_BYTES = 16_384;

/**
 * HTTP/1.1 with Node's own modules. No redirect is followed: a 3xx is an answer like any other, so the token, the
 * address and the explanation in a request reach no other host. Each request has a connection of its own, which is
 * closed when its answer is read, refused or given up.
 */
export const sendOverHttp: Send = ({ method, url, headers, body }, signal) =>
  new Promise((resolve, reject) => {
    const { request } = url.protocol === 'https:' ? https : http;
    const sent = request(url, {
      method,
      headers: { ...headers, 'Accept-Encoding': 'gzip' },
      agent: false,
      maxHeaderSize: MAX_HEADER_BYTES,
      signal,
    });
    let isAnswered = false;
    sent.on('response', (response) => {
      isAnswered = true;
      const { statusCode: status = 0 } = response;
      bodyOf(response).then((text) => {
        resolve({ status, headers: response.headers, body: text });
      }, reject);
    });
    sent.on('error', (error) => {
      reject(isBadHttp(error) ? new UnreadableAnswer() : error);
    });
    // Neither an answer nor an error comes after "101 Switching Protocols".
    sent.on('close', () => {
      if (!isAnswered) reject(new Error('connection closed'));
    });
    sent.end(body);
  });

/** Rejects, and closes the connection, as soon as the answer is known to be too long or not decodable. */
async function bodyOf(response: http.IncomingMessage): Promise<string> {
  const { 'content-encoding': encoding = 'identity', 'content-length': length } = response.headers;
  const isGzip = encoding.trim().toLowerCase() === 'gzip';
  if (Number(length) > MAX_ANSWER_BYTES || (!isGzip && encoding !== 'identity')) {
    response.destroy();
    throw new UnreadableAnswer(true);
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > MAX_ANSWER_BYTES) throw new UnreadableAnswer(true);
      chunks.push(chunk);
    }
  };
  try {
    if (isGzip) await pipeline(response, createGunzip(), collect);
    else await pipeline(response, collect);
  } catch (error) {
    // What closing the connection brings about may be told first.
    if (bytes > MAX_ANSWER_BYTES) throw new UnreadableAnswer(true);
    throw codeOf(error).startsWith('Z_') ? new UnreadableAnswer() : error;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new UnreadableAnswer();
  }
}

/** Node's parser refuses what is not HTTP, and headers that are too long. */
function isBadHttp(error: Error): boolean {
  return codeOf(error).startsWith('HPE_');
}

function codeOf(error: unknown): string {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}
