import { NEWSLETTER, SEMINARS } from '../../sandbox/emulator/hubspot/portals.ts';
import type { State } from '../../sandbox/emulator/hubspot/entities.ts';

/** What a person asks for, in the suite's words. */
export interface Wish {
  /** The same for a repeated click or call. */
  readonly requestId: string;
  readonly act: (typeof ACTS)[number];
  readonly typeId: string;
  /** What the person was looking at. */
  readonly shown?: State;
  /** Gives a legal basis and its explanation. */
  readonly withGround: boolean;
}

/** What can be asked for in this version. */
export const ACTS = ['opt-in', 'opt-out'] as const;

/** Most wishes are about one type, so that they meet. */
export const TYPE_IDS = [SEMINARS, SEMINARS, SEMINARS, NEWSLETTER] as const;

const GROUND = {
  legalBasis: 'CONSENT_WITH_NOTICE',
  explanation: 'Said so at the trade fair',
} as const;

export const WANTED: Readonly<Record<Wish['act'], State>> = {
  'opt-in': 'SUBSCRIBED',
  'opt-out': 'UNSUBSCRIBED',
};

const SHOWN: Readonly<Record<State, string>> = {
  SUBSCRIBED: 'opted-in',
  UNSUBSCRIBED: 'opted-out',
  NOT_SPECIFIED: 'not-specified',
};

/** The one place that knows what a request looks like. It has no place for a request id yet. */
export function parametersOf({ act, typeId, shown, withGround }: Wish): object {
  return {
    typeId,
    to: SHOWN[WANTED[act]],
    ...(shown === undefined || act === 'opt-out' ? {} : { shown: SHOWN[shown] }),
    ...(withGround && act === 'opt-in' ? GROUND : {}),
  };
}
