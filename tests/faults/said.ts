import type { State } from '../../sandbox/emulator/hubspot/entities.ts';
import type { ApprovalReply, ChangeReply, ReadReply } from '../../src/app/contract/reply.ts';
import type { Glance } from '../../src/app/contract/snapshot.ts';
import { EVERYTHING } from './road.ts';
import type { ConsentState } from '../../src/app/evidence/consent-event.ts';

/** What an answer comes to, in the suite's words. */
export interface Said {
  readonly kind:
    | 'changed'
    | 'nothing-to-do'
    | 'not-done'
    | 'overtaken'
    | 'refused'
    | 'not-recorded'
    | 'not-known'
    | 'trouble'
    | 'bad-request'
    | 'shown'
    /** The function threw, or HubSpot's time for it was over. */
    | 'no-answer';
  /** Why, in a code, where the answer says so. */
  readonly because?: string;
  /** The states it showed, by type. */
  readonly states?: Readonly<Record<string, State>>;
  readonly optedOutOfEverything?: boolean;
  /** Statements that could not be kept, sealed. */
  readonly unsaved?: readonly unknown[];
  /** Everything it said, to look for what must not be in it. */
  readonly whole: unknown;
}

const STATE: Readonly<Record<ConsentState, State>> = {
  'opted-in': 'SUBSCRIBED',
  'opted-out': 'UNSUBSCRIBED',
  'not-specified': 'NOT_SPECIFIED',
};

/** The one place that knows what an answer looks like. */
export function saidIn(reply: ApprovalReply | ChangeReply | ReadReply): Said {
  const whole: unknown = reply;
  switch (reply.status) {
    case 'changed':
    case 'nothing-to-do':
      return { kind: reply.status, ...shown(reply.glance), ...unsavedIn(reply), whole };
    case 'overtaken':
      return { kind: 'overtaken', ...shown(reply.glance), ...unsavedIn(reply), whole };
    case 'asked':
    case 'asked-already':
    case 'not-asked':
      return { kind: 'shown', ...shown(reply.glance), whole };
    case 'requested':
      return { kind: 'changed', ...shown(reply.glance), ...unsavedIn(reply), whole };
    case 'not-done': {
      const { because } = reply;
      return { kind: 'not-done', because, ...shown(reply.glance), ...unsavedIn(reply), whole };
    }
    case 'not-recorded':
      return { kind: 'not-recorded', whole };
    case 'kept':
      return { kind: 'shown', ...unsavedIn(reply), whole };
    case 'refused':
      return { kind: 'refused', because: becauseOf(reply.decision), ...shown(reply.glance), whole };
    case 'not-known-yet':
      return {
        kind: 'not-known',
        ...('glance' in reply && reply.glance !== undefined ? shown(reply.glance) : {}),
        ...unsavedIn(reply),
        whole,
      };
    case 'trouble':
    case 'bad-request':
      return { kind: reply.status, because: reply.code, whole };
    case 'glance':
      return { kind: 'shown', ...shown(reply.glance), whole };
    case 'history':
    case 'as-of':
    case 'preference-link':
    case 'no-link':
      return { kind: 'shown', whole };
  }
}

/** What whoever asked has to send again. */
function unsavedIn(reply: object): Pick<Said, 'unsaved'> {
  const { unsaved } = reply as { readonly unsaved?: readonly unknown[] };
  return unsaved === undefined ? {} : { unsaved };
}

function shown({
  rows,
  optedOutOfEverything,
}: Glance): Pick<Said, 'states' | 'optedOutOfEverything'> {
  return {
    states: {
      ...Object.fromEntries(
        rows.flatMap(({ typeId, state }) => (state === undefined ? [] : [[typeId, STATE[state]]])),
      ),
      ...(optedOutOfEverything === undefined
        ? {}
        : { [EVERYTHING]: optedOutOfEverything ? 'UNSUBSCRIBED' : 'NOT_SPECIFIED' }),
    },
    ...(optedOutOfEverything === undefined ? {} : { optedOutOfEverything }),
  };
}

function becauseOf(decision: object): string {
  const { kind, because } = decision as {
    readonly kind: string;
    readonly because?: readonly { readonly rule?: string }[];
  };
  return because?.[0]?.rule ?? kind;
}
