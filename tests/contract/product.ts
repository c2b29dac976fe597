import { randomBytes } from 'node:crypto';
import { KEY, KEYS } from '../ledger/a-chain.ts';
import { changeConsent } from '../../src/app/app.functions/change-consent.ts';
import type { Glance, SubscriptionRow } from '../../src/app/contract/snapshot.ts';
import { readConsent } from '../../src/app/app.functions/read-consent.ts';
import type { FunctionInput, World } from '../../src/app/app.functions/world.ts';
import { hubSpot } from '../../src/app/gateway/hubspot/hubspot.ts';
import { policyWith } from '../../src/app/policy/default-policy.ts';
import { CAREFUL_ORGANISATION } from '../../src/app/policy/organisation.ts';
import { EDITIONS } from '../../sandbox/emulator/hubspot/editions.ts';
import { NEWSLETTER } from '../../sandbox/emulator/hubspot/portals.ts';
import type { HubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { scenarios } from '../../sandbox/scenarios/index.ts';

/** What the product answered, for one scenario: the statuses of its replies. */
interface Played {
  readonly scenario: string;
  readonly glance: string;
  readonly history: string;
  readonly changes: readonly string[];
  /** What became of asking for approval, in the first scenario in which it is offered; the same is asked in all others. */
  readonly asked: readonly string[];
}

const PROOF = {
  legalBasis: 'CONSENT_WITH_NOTICE',
  explanation: 'Asked by phone',
  evidence: 'call 9',
};

const QUESTION = {
  act: 'ask-for-approval',
  claim: { userId: '47', teamIds: ['801'] },
  language: 'ja',
};

const WHOLE_CONTACT = [
  { act: 'to-marketing', requestId: 'request-on', explicitYes: true },
  { act: 'to-non-marketing', requestId: 'request-off' },
  { act: 'opt-out-of-everything', requestId: 'request-all', confirmed: true },
];

/**
 * Drives the product's own use cases and gateway over HTTP through every scenario: glance, history, an opt-out and an
 * opt-in of every type. Of types of one account of which the card says the same, only the first is changed, since the
 * requests differ in ids alone. What goes over the wire is seen by whoever observes the emulator.
 */
export async function playProduct(
  hubspot: HubSpotOnDesk,
  moreScopes: readonly string[] = [],
): Promise<readonly Played[]> {
  const server = await hubspot.listen();
  const played: Played[] = [];
  const changed = new Set<string>();
  try {
    for (const { id, portalId, contactId } of scenarios) {
      const portal = hubspot.portals.find((one) => one.id === portalId);
      const settings = hubspot.settings(portalId);
      // Without app functions there is nothing of ours that could run.
      if (portal === undefined || !EDITIONS[settings.edition].functions) continue;
      hubspot.reset();
      hubspot.grant(portalId, [...portal.scopes, ...moreScopes]);
      const email = hubspot.contact(portalId, contactId)?.properties['email'] ?? '';
      const propertiesToSend = { hs_object_id: contactId, email };
      const run = (useCase: UseCase, parameters: object) =>
        useCase(
          { parameters, propertiesToSend },
          worldFor(portal.token, server.origin, settings.privacySettings),
        );
      const glance = await run(readConsent, { part: 'glance' });
      const history = await run(readConsent, { part: 'history' });
      await run(readConsent, { part: 'preference-link', typeId: NEWSLETTER });
      const rows = 'glance' in glance ? (glance.glance as Glance).rows : [];
      const changes: string[] = [];
      const asked: string[] = [];
      const locked = rows.find(
        ({ optIn }) => optIn.kind === 'deny' && optIn.remedies.includes('ask-for-approval'),
      );
      if (locked !== undefined && played.every(({ asked: earlier }) => earlier.length === 0)) {
        const of = { act: 'opt-in', typeId: locked.typeId };
        const question = { ...QUESTION, requestId: `request-ask-${id}`, of };
        asked.push((await run(changeConsent, question)).status);
        // Once more, to see its task.
        const again = { ...question, requestId: `request-again-${id}` };
        asked.push((await run(changeConsent, again)).status);
      }
      let requests = 0;
      for (const row of rows) {
        const { typeId } = row;
        const said = `${String(portalId)} ${saidOf(row)}`;
        if (changed.has(said)) continue;
        changed.add(said);
        for (const act of ['opt-in', 'opt-out', 'opt-in']) {
          const requestId = `request-${String((requests += 1))}`;
          const change = { act, typeId, requestId, ...(act === 'opt-in' ? PROOF : {}) };
          changes.push((await run(changeConsent, change)).status);
          const undo = { act: 'undo', requestId: `undo-of-${requestId}`, undoes: requestId };
          if (act === 'opt-out') await run(changeConsent, undo);
        }
      }
      for (const wish of WHOLE_CONTACT) await run(changeConsent, wish);
      played.push({ scenario: id, glance: glance.status, history: history.status, changes, asked });
    }
  } finally {
    await server.close();
  }
  return played;
}

type UseCase = (input: FunctionInput, world: World) => Promise<{ readonly status: string }>;

/** What the card says of a type, but for its name and for when that came about. */
function saidOf({ state, isActive, legalBasis, last, optIn, optOut }: SubscriptionRow): string {
  return JSON.stringify(
    [state, isActive, legalBasis, last?.actor, optIn, optOut],
    (key, value: unknown) => (['event', 'since'].includes(key) ? undefined : value),
  );
}

function worldFor(token: string, origin: string, privacySettings: 'on' | 'off'): World {
  return {
    hubspot: hubSpot({ token, origin }),
    policy: policyWith([]),
    organisation: { ...CAREFUL_ORGANISATION, privacySettings, approver: { ownerId: '9047' } },
    keys: { signer: KEY, publicKeys: KEYS, random: randomBytes },
    now: Date.now,
    wait: () => Promise.resolve(),
    correlationId: '00000000-0000-4000-8000-000000000000',
    log: () => undefined,
  };
}
