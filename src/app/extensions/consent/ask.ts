import { PROPERTIES_TO_SEND } from '#contract/record.ts';
import type { ChangeReply, ReadReply } from '#contract/reply.ts';
import type {
  ChangeConsentRequest,
  Claim,
  ReadBackTo,
  ReadConsentRequest,
} from '#contract/requests.ts';
import type { Glance, History } from '#contract/snapshot.ts';

/** `hubspot.serverless`, handed in by the entry file so that a test can hand in another. */
export type Serverless = (
  uid: string,
  options: { parameters: Parameters; propertiesToSend: string[] },
) => Promise<unknown>;

/** What the functions take: words, who is asking, and how far back to read. */
type Parameters = Record<string, string | Claim | Record<string, string[]>>;

/** Why nothing, or nothing new, could be shown. */
export type Problem =
  | { readonly kind: 'not-reached' }
  | Exclude<ReadReply, { status: 'glance' } | { status: 'history' }>;

export type Asked<T> =
  | { readonly kind: 'got'; readonly value: T }
  | { readonly kind: 'problem'; readonly problem: Problem };

export interface Ask {
  glance(): Promise<Asked<Glance>>;
  /** From the newest change as far back as said, or one page of it. */
  timeline(backTo?: ReadBackTo): Promise<Asked<History>>;
  /** The same way, saying who asks. Nobody vouches for it, and the functions know. */
  claiming(claim: Claim): Ask;
  change(request: ChangeConsentRequest): Promise<ChangeReply | { readonly status: 'not-reached' }>;
}

/** The card's only way to the functions. It sends no id and no address: HubSpot adds the open record's. */
export function askThrough(serverless: Serverless, claim?: Claim): Ask {
  const send = (uid: string, parameters: ChangeConsentRequest | ReadConsentRequest) =>
    serverless(uid, {
      parameters: { ...(parameters as Parameters), ...(claim === undefined ? {} : { claim }) },
      propertiesToSend: [...PROPERTIES_TO_SEND],
    });
  return {
    claiming: (said) => askThrough(serverless, said),
    glance: () =>
      read(send('read-consent', { part: 'glance' }), (reply) =>
        reply.status === 'glance' ? reply.glance : undefined,
      ),
    timeline: (backTo) =>
      read(
        send(
          'read-consent',
          backTo === undefined ? { part: 'history' } : { part: 'older', after: backTo },
        ),
        (reply) => (reply.status === 'history' ? reply.history : undefined),
      ),
    async change(request) {
      try {
        return (await send('change-consent', request)) as ChangeReply;
      } catch {
        return { status: 'not-reached' };
      }
    },
  };
}

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
    return { kind: 'problem', problem: { kind: 'not-reached' } };
  }
}
