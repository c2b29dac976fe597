import { PROPERTIES_TO_SEND } from '#contract/record.ts';
import type { ApprovalReply, ChangeReply, NoLink, ReadReply, Unsaved } from '#contract/reply.ts';
import type {
  ApprovalRequest,
  ChangeConsentRequest,
  Claim,
  ReadBackTo,
  Wish,
  WordsWanted,
} from '#contract/requests.ts';
import type { SetUpReply } from '#contract/set-up.ts';
import type { Slice } from '#contract/slice.ts';
import type { Glance, History } from '#contract/snapshot.ts';
import type { Messages } from '#words/messages.ts';

/** `hubspot.serverless`, handed in by the entry file so that a test can hand in another. */
export type Serverless = (
  uid: string,
  options: { parameters: Parameters; propertiesToSend: string[] },
) => Promise<unknown>;

/** What the functions take, as JSON. */
type Parameters = Record<string, Json>;
type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** Why nothing, or nothing new, could be shown. */
export type Problem =
  | { readonly kind: 'not-reached' }
  | Exclude<ReadReply, { status: 'glance' } | { status: 'history' }>;

export type Asked<T> =
  | { readonly kind: 'got'; readonly value: T }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** A contact's own preference page, or why there is none. */
export type Linked =
  | { readonly kind: 'got'; readonly url: string }
  | { readonly kind: 'none'; readonly because: NoLink }
  | { readonly kind: 'problem'; readonly problem: Problem };

export interface Ask {
  /** With the words to say it in, where they are wanted; they come with a problem too. */
  glance(words?: WordsWanted): Promise<Asked<Glance> & { readonly messages?: Messages }>;
  /** The wanted part of what the sources tell as far back as said. */
  timeline(wanted?: Reach): Promise<Asked<History>>;
  /** The contact's own preference page, that of the type's brand: made anew for each asking, and for the contact alone. */
  preferenceLink(typeId: string): Promise<Linked>;
  /** The same way, saying who asks. Nobody vouches for it, and the functions know. */
  claiming(claim: Claim): Ask;
  change(wish: Wish): Promise<Answer>;
  /** Asks the organisation's approver; it changes and unlocks nothing. */
  approval(request: ApprovalRequest): Promise<ApprovalReply | NotReached>;
  /** Entries that could not be kept, sent again as they came. */
  keep(unsaved: readonly Unsaved[]): Promise<Answer>;
  /** Has created whatever the account lacks for the record of changes. */
  setUp(): Promise<SetUpReply | NotReached>;
}

/** How far back the sources are read, and which part of what they tell is wanted. */
export interface Reach extends Slice {
  readonly backTo?: ReadBackTo | undefined;
}

interface NotReached {
  readonly status: 'not-reached';
}

/** What a change-making function answered, or that it could not be reached. */
export type Answer = ChangeReply | NotReached;

/** The card's only way to the functions. It sends no id and no address: HubSpot adds the open record's. */
export function askThrough(serverless: Serverless, claim?: Claim): Ask {
  const claimed = claim === undefined ? {} : { claim };
  const send = (uid: string, parameters: object) =>
    serverless(uid, {
      // The contract says what they are; here it only matters that they are JSON.
      parameters: parameters as unknown as Parameters,
      propertiesToSend: [...PROPERTIES_TO_SEND],
    });
  const answerOf = async <R>(uid: string, parameters: object): Promise<R | NotReached> => {
    try {
      return (await send(uid, parameters)) as R;
    } catch {
      return { status: 'not-reached' };
    }
  };
  const change = (request: ChangeConsentRequest) =>
    answerOf<ChangeReply>('change-consent', request);
  return {
    setUp: () => answerOf<SetUpReply>('setup-portal', {}),
    claiming: (said) => askThrough(serverless, said),
    glance: async (words) => {
      const sent = send('read-consent', {
        part: 'glance',
        ...claimed,
        ...(words === undefined ? {} : { words }),
      });
      const asked = await read(sent, (reply) =>
        reply.status === 'glance' ? reply.glance : undefined,
      );
      const messages = await messagesIn(sent);
      return messages === undefined ? asked : { ...asked, messages };
    },
    timeline: ({ backTo, ...slice } = {}) =>
      read(
        send('read-consent', {
          ...(backTo === undefined ? { part: 'history' } : { part: 'older', after: backTo }),
          ...slice,
          ...claimed,
        }),
        (reply) => (reply.status === 'history' ? reply.history : undefined),
      ),
    preferenceLink: async (typeId) => {
      try {
        const sent = send('read-consent', { part: 'preference-link', typeId, ...claimed });
        const reply = (await sent) as ReadReply;
        if (reply.status === 'preference-link') return { kind: 'got', url: reply.link.url };
        if (reply.status === 'no-link') return { kind: 'none', because: reply.because };
        return { kind: 'problem', problem: reply as Problem };
      } catch {
        return NOT_REACHED;
      }
    },
    approval: (request) => answerOf<ApprovalReply>('change-consent', { ...request, ...claimed }),
    change: (wish) => change({ ...wish, ...claimed }),
    // Whoever carries an entry back adds nothing to it, not even a claim.
    keep: (unsaved) => change({ act: 'keep-record', unsaved: [...unsaved] }),
  };
}

const NOT_REACHED = { kind: 'problem', problem: { kind: 'not-reached' } } as const;

async function read<T>(
  asked: Promise<unknown>,
  pick: (reply: ReadReply) => T | undefined,
): Promise<Asked<T>> {
  try {
    const reply = (await asked) as ReadReply;
    const value = pick(reply);
    if (value !== undefined) return { kind: 'got', value };
    return { kind: 'problem', problem: reply as Problem & ReadReply };
  } catch {
    return NOT_REACHED;
  }
}

async function messagesIn(sent: Promise<unknown>): Promise<Messages | undefined> {
  try {
    return ((await sent) as { readonly words?: Messages } | undefined)?.words;
  } catch {
    return undefined;
  }
}
