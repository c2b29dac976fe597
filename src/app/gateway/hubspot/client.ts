import { Client } from '@hubspot/api-client';
import { HubSpotTrouble } from '../trouble.ts';
import { call, type Answer, type CallLimits } from './call.ts';
import { apiOrigin } from './origin.ts';

/** HubSpot's official client with the two doors this product uses: its typed methods, and its own request method where it lacks an endpoint. */
export interface HubSpotClient {
  /** A typed method of the client. It throws HubSpot's error answers; they become `HubSpotTrouble`. */
  typed<T>(kind: 'read' | 'write', ask: (client: Client) => Promise<T>): Promise<T>;
  /** The same connection under other limits. */
  within(limits: CallLimits): HubSpotClient;
  /** Any endpoint by path. `path` is joined from encoded parts by the caller. */
  request(kind: 'read' | 'write', request: ApiRequest): Promise<unknown>;
}

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** The client retries nothing itself: its waits (10 s a 429) are longer than a function may live. */
export function connect(settings: {
  readonly token: string;
  readonly origin: string | undefined;
  readonly limits: CallLimits;
}): HubSpotClient {
  const client = new Client({ accessToken: settings.token, basePath: apiOrigin(settings.origin) });
  return through(client, settings.limits);
}

function through(client: Client, limits: CallLimits): HubSpotClient {
  return {
    within: (other) => through(client, other),
    async typed<T>(kind: 'read' | 'write', ask: (client: Client) => Promise<T>): Promise<T> {
      return (await call(kind, () => asAnswer(ask(client)), limits)) as T;
    },
    request: (kind, { method, path, query, body }) =>
      call(
        kind,
        async () => {
          const response = await client.apiRequest({
            method,
            path,
            ...(query === undefined ? {} : { qs: { ...query } }),
            ...(body === undefined ? {} : { body }),
          });
          const text = await response.text();
          const isJson = text !== '' && (response.ok || looksLikeJson(text));
          return {
            status: response.status,
            body: isJson ? (JSON.parse(text) as unknown) : undefined,
            ...pauseAskedIn({ 'retry-after': response.headers.get('retry-after') }),
          };
        },
        limits,
      ),
  };
}

/** The client's typed methods throw `ApiException { code, body, headers }` for every answer that is not 2xx. */
async function asAnswer(asked: Promise<unknown>): Promise<Answer> {
  try {
    return { status: 200, body: await asked };
  } catch (error) {
    const { code, body, headers } = error as { code?: unknown; body?: unknown; headers?: unknown };
    if (typeof code === 'number') return { status: code, body, ...pauseAskedIn(headers) };
    throw error;
  }
}

function pauseAskedIn(headers: unknown): Pick<Answer, 'retryAfter'> {
  const asked = (headers as Readonly<Record<string, unknown>> | undefined)?.['retry-after'];
  return typeof asked === 'string' ? { retryAfter: asked } : {};
}

function looksLikeJson(text: string): boolean {
  return text.startsWith('{');
}

/** An answer that is not of the documented shape is trouble, never a guess. */
export function unreadable(mayHaveTakenEffect = false): HubSpotTrouble {
  return new HubSpotTrouble({ code: 'unreadable-answer', mayHaveTakenEffect });
}
