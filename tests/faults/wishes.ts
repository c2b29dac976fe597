import { NEWSLETTER, SEMINARS } from '../../sandbox/emulator/hubspot/portals.ts';
import type { State } from '../../sandbox/emulator/hubspot/entities.ts';

/** What a person asks for, in the suite's words. */
export interface Wish {
  /** The same for a repeated click or call. */
  readonly requestId: string;
  readonly act: (typeof ACTS)[number];
  /** The type's id, or everything. */
  readonly subject: string;
  /** The request to take back. */
  readonly undoes?: string;
  /** What the person was looking at. */
  readonly shown?: State;
  /** Gives a legal basis, its explanation and where the proof lies. */
  readonly withGround: boolean;
  /** The contact asked for it on the phone, says the person. */
  readonly onRequest?: true;
}

export const ACTS = ['opt-in', 'opt-out', 'opt-out-of-everything', 'undo'] as const;

/** Most wishes are about one type, so that they meet. */
export const TYPE_IDS = [SEMINARS, SEMINARS, SEMINARS, NEWSLETTER] as const;

const GROUND = {
  legalBasis: 'CONSENT_WITH_NOTICE',
  explanation: 'Said so at the trade fair',
} as const;

/** What an act brings about; what an undo does, the change says that it takes back. */
export const WANTED: Readonly<Record<Exclude<Wish['act'], 'undo'>, State>> = {
  'opt-in': 'SUBSCRIBED',
  'opt-out': 'UNSUBSCRIBED',
  'opt-out-of-everything': 'UNSUBSCRIBED',
};

const SHOWN: Readonly<Record<State, string>> = {
  SUBSCRIBED: 'opted-in',
  UNSUBSCRIBED: 'opted-out',
  NOT_SPECIFIED: 'not-specified',
};

/** The one place that knows what a request looks like. */
export function parametersOf(wish: Wish): object {
  const { act, requestId, subject, shown, withGround, onRequest } = wish;
  const common = {
    act,
    requestId,
    claim: { userId: '47', teamIds: [] },
    ...(onRequest === undefined ? {} : { askedBy: { by: 'phone' } }),
  };
  switch (act) {
    case 'opt-in':
      return {
        ...common,
        typeId: subject,
        ...(shown === undefined ? {} : { shown: SHOWN[shown] }),
        ...(withGround ? { ...GROUND, evidence: 'ticket 4711' } : {}),
      };
    case 'opt-out':
      return { ...common, typeId: subject };
    case 'opt-out-of-everything':
      return { ...common, confirmed: true };
    case 'undo':
      return { ...common, undoes: wish.undoes };
  }
}
