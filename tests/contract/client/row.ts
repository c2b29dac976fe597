import type { Client } from '@hubspot/api-client';

/** Method and path template of a typed method of HubSpot's official client, as its installed code has it. */
export type ClientCall = `${string} /${string}`;

/** A typed method of the client, used; the last call it makes is the one it covers. */
export interface Row {
  readonly covers: ClientCall;
  readonly ask: (client: Client) => Promise<unknown>;
  /** What the client made of the answer, in part; `undefined` for an answer without a body. */
  readonly gets: object | undefined;
}
