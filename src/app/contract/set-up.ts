import * as z from 'zod/mini';
import type { BadRequest, Trouble, TroubleCode } from './reply.ts';

/** Setting up takes no choice: what is missing is created, whatever is asked. */
export const SetUpRequest = z.strictObject({});

/** The custom object the consent record is kept in, and the contact property that asks for marketing status. */
export type SetUpPartName = 'record' | 'marketing-request';

export type PartReply =
  /** `there` was there before; `not-ours`: something else has the name, and was left alone. */
  | { readonly state: 'there' | 'created' | 'completed' | 'not-ours' }
  /** May be run again: it goes on where it stopped. */
  | { readonly state: 'failed'; readonly code: TroubleCode; readonly scope?: string };

/** Whether entries can be signed: the app secret is there and usable, or what is wrong with it. */
export type SigningKeyState =
  | 'there'
  | 'key-missing'
  | 'key-unreadable'
  | 'key-not-ed25519'
  | 'key-is-public'
  | 'key-is-private';

export type SetUpReply =
  | {
      readonly status: 'set-up';
      readonly parts: Readonly<Record<SetUpPartName, PartReply>>;
      readonly signingKey: SigningKeyState;
      /** Ties the answer to the function's log lines. */
      readonly correlationId: string;
    }
  | BadRequest
  | Trouble;
