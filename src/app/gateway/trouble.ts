import type { TroubleCode } from '../contract/reply.ts';

/**
 * HubSpot could not do what was asked. Carries a code to act on and nothing of the contact: no address,
 * no token, none of HubSpot's own sentences.
 */
export class HubSpotTrouble extends Error {
  override readonly name = 'HubSpotTrouble';
  readonly code: TroubleCode;
  readonly scope: string | undefined;
  /** False only where it is certain that a write had no effect. */
  readonly mayHaveTakenEffect: boolean;
  /** Refused because something else has the name or the unique value. */
  readonly isTaken: boolean;

  constructor(trouble: {
    code: TroubleCode;
    scope?: string;
    mayHaveTakenEffect: boolean;
    isTaken?: boolean;
  }) {
    super(trouble.code);
    this.code = trouble.code;
    this.scope = trouble.scope;
    this.mayHaveTakenEffect = trouble.mayHaveTakenEffect;
    this.isTaken = trouble.isTaken ?? false;
  }
}
