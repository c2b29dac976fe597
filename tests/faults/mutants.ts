import type { World } from '../../src/app/app.functions/world.ts';
import type { InvariantName } from './invariants.ts';
import type { CurrentStatus } from '../../src/app/evidence/current-status.ts';
import { HubSpotTrouble } from '../../src/app/gateway/trouble.ts';
import type { Asked } from '../../sandbox/emulator/core/http.ts';

/** A product with one deliberate mistake. The suite must notice each of them. */
interface Mutant {
  readonly does: string;
  /** The check that must notice it, whatever others do. */
  readonly noticedBy: InvariantName;
  /** Made anew for each schedule; then called for each function that runs in it. */
  readonly worlds?: () => (world: World) => World;
  /** What becomes of each call that the product sends. */
  readonly sends?: (asked: Asked) => Asked;
}

const V3_SUBSCRIBE = '/communication-preferences/v3/subscribe';

export const MUTANTS = {
  'never-looks-back': {
    does: 'says that a change is done because it was asked for, whatever HubSpot says afterwards',
    noticedBy: 'changedWasReached',
    worlds: () => (world) => {
      const wished = new Map<string, CurrentStatus['state']>();
      const { consents } = world.hubspot;
      return withConsents(world, {
        optIn: (address, typeId, ground) => {
          wished.set(typeId, 'opted-in');
          return consents.optIn(address, typeId, ground);
        },
        optOut: (address, typeId) => {
          wished.set(typeId, 'opted-out');
          return consents.optOut(address, typeId);
        },
        statuses: async (address) => {
          const found = await consents.statuses(address);
          return found.map((one) => {
            const state = one.about.kind === 'subscription' && wished.get(one.about.typeId);
            return state ? { ...one, state } : one;
          });
        },
      });
    },
  },
  'writes-again': {
    does: 'sends a write again where it can’t know whether the first one was done',
    noticedBy: 'noWriteIsSentBlindly',
    worlds: () => (world) => {
      const { consents } = world.hubspot;
      const again = async <T>(write: () => Promise<T>): Promise<T> => {
        try {
          return await write();
        } catch (error) {
          if (error instanceof HubSpotTrouble && error.mayHaveTakenEffect) return write();
          throw error;
        }
      };
      return withConsents(world, {
        optIn: (...wish) => again(() => consents.optIn(...wish)),
        optOut: (...wish) => again(() => consents.optOut(...wish)),
      });
    },
  },
  'decides-from-memory': {
    does: 'decides from what somebody read a while ago',
    noticedBy: 'nothingToDoWasTrue',
    worlds: () => {
      const remembered = new Map<string, unknown>();
      const once = async <T>(key: string, read: () => Promise<T>): Promise<T> => {
        if (!remembered.has(key)) remembered.set(key, await read());
        return remembered.get(key) as T;
      };
      return (world) => {
        let hasWritten = false;
        const { consents } = world.hubspot;
        const write = <T>(sent: Promise<T>): Promise<T> => {
          hasWritten = true;
          return sent;
        };
        const read = <T>(key: string, fresh: () => Promise<T>): Promise<T> =>
          hasWritten ? fresh() : once(key, fresh);
        return withConsents(world, {
          optIn: (...wish) => write(consents.optIn(...wish)),
          optOut: (...wish) => write(consents.optOut(...wish)),
          statuses: (address) => read(`statuses ${address}`, () => consents.statuses(address)),
          everything: (address) => read(`all ${address}`, () => consents.everything(address)),
        });
      };
    },
  },
  'reads-all-or-nothing': {
    does: 'gives up where one part of what it reads is not told',
    noticedBy: 'optOutsAreSent',
    worlds: () => (world) => {
      const { contacts, consents } = world.hubspot;
      const wholly = async <T>(part: Promise<T>): Promise<T> => {
        try {
          return await part;
        } catch {
          throw new Error('a part could not be read');
        }
      };
      const whole = withConsents(world, {
        types: () => wholly(consents.types()),
        statuses: (address) => wholly(consents.statuses(address)),
        everything: (address) => wholly(consents.everything(address)),
      });
      const history: typeof contacts.history = (...asked) => wholly(contacts.history(...asked));
      return { ...whole, hubspot: { ...whole.hubspot, contacts: { ...contacts, history } } };
    },
  },
  'takes-all-for-its-own': {
    does: 'takes whatever others changed for its own',
    noticedBy: 'othersAreNotReverted',
    worlds: () => (world) => {
      const { contacts, installation } = world.hubspot;
      const history: typeof contacts.history = async (...asked) => {
        const [found, id] = await Promise.all([contacts.history(...asked), installation.appId()]);
        const source = { type: 'INTEGRATION', ...(id === undefined ? {} : { id }) };
        return {
          ...found,
          versions: found.versions.map((one) =>
            one.about.kind === 'subscription' ? { ...one, source } : one,
          ),
        };
      };
      return { ...world, hubspot: { ...world.hubspot, contacts: { ...contacts, history } } };
    },
  },
  'takes-silence-for-no': {
    does: 'says that nothing was done where HubSpot did not answer',
    noticedBy: 'notDoneMeansNothingWasDone',
    worlds: () => (world) => {
      const { consents } = world.hubspot;
      const surely = async <T>(write: Promise<T>): Promise<T> => {
        try {
          return await write;
        } catch (error) {
          if (!(error instanceof HubSpotTrouble)) throw error;
          throw new HubSpotTrouble({ code: error.code, mayHaveTakenEffect: false });
        }
      };
      return withConsents(world, {
        optIn: (...wish) => surely(consents.optIn(...wish)),
        optOut: (...wish) => surely(consents.optOut(...wish)),
      });
    },
  },
  'waits-too-long': {
    does: 'waits for HubSpot longer than a function may live',
    noticedBy: 'callsEndInTime',
    worlds: () => (world) => ({ ...world, wait: (ms) => world.wait(40 * ms) }),
  },
  'opts-in-unguarded': {
    does: 'opts in by the dated write, which HubSpot does not refuse for who is opted out',
    noticedBy: 'optOutsStand',
    sends: (asked) => {
      if (asked.path !== V3_SUBSCRIBE) return asked;
      const { emailAddress, subscriptionId, ...ground } = JSON.parse(asked.body) as {
        readonly emailAddress: string;
        readonly subscriptionId: string;
      };
      return {
        ...asked,
        path: `/communication-preferences/2026-09/statuses/${encodeURIComponent(emailAddress)}`,
        body: JSON.stringify({
          ...ground,
          channel: 'EMAIL',
          statusState: 'SUBSCRIBED',
          subscriptionId: Number(subscriptionId),
        }),
      };
    },
  },
  'ignores-what-was-shown': {
    does: 'opts in on the strength of a state that no longer holds',
    noticedBy: 'optInsAreDecided',
    worlds: () => (world) => {
      const { ready } = world.policy;
      const without = ready['opt-in'].filter(({ rule }) => rule.id !== 'changed-elsewhere');
      return { ...world, policy: { ...world.policy, ready: { ...ready, 'opt-in': without } } };
    },
  },
} as const satisfies Readonly<Record<string, Mutant>>;

export type MutantName = keyof typeof MUTANTS;
export const MUTANT_NAMES = Object.keys(MUTANTS) as MutantName[];

export function mutantWith(name: MutantName): Mutant {
  return MUTANTS[name];
}

function withConsents(world: World, change: Partial<World['hubspot']['consents']>): World {
  const { hubspot } = world;
  return { ...world, hubspot: { ...hubspot, consents: { ...hubspot.consents, ...change } } };
}
