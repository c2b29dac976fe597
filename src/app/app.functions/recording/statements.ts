import type { Wish } from '../../contract/requests.ts';
import type { PersonalValues } from '../../ledger/personal.ts';
import type { Chainless, OnRequestOf, Standing, Who } from '../../ledger/statement.ts';
import type { Decision } from '../../policy/decision.ts';
import type { Requirement } from '../../policy/rule.ts';
import type { Evidence } from '../gather.ts';
import type { Plan } from '../wishes/plan.ts';
import { standingOf, statusOf } from '../wishes/standing.ts';

type Said = Exclude<Decision, { kind: 'done' }>;
type Lacking = { readonly kind: 'lacking'; readonly requires: readonly Requirement[] };

interface Stating {
  readonly wish: Wish;
  readonly plan: Plan;
  readonly who: Who;
  readonly policyVersion: string;
  readonly at: string;
  readonly before: Evidence;
}

/** That policy allows a wish, before it is carried out. */
export function intentOf(
  decision: Extract<Decision, { kind: 'allow' }>,
  stating: Stating,
): Chainless {
  const { undoes } = stating.plan;
  const asked = askedOf(
    { kind: 'allow', rules: rulesIn([...decision.because, ...decision.requiredBy]) },
    stating,
  );
  return undoes === undefined
    ? ({ kind: 'intent', ...asked } as Chainless)
    : ({ kind: 'undo', ...asked, undoes } as Chainless);
}

/** That it does not. `repeats`: how many equal ones were only counted before this one. */
export function refusalOf(
  decision: Said | Lacking,
  repeats: number,
  stating: Stating,
): Extract<Chainless, { kind: 'refusal' }> {
  const rules = 'because' in decision ? rulesIn(decision.because) : [];
  const missing =
    decision.kind === 'unknown'
      ? decision.missing
      : decision.kind === 'lacking'
        ? decision.requires
        : undefined;
  return {
    kind: 'refusal',
    ...askedOf(
      { kind: decision.kind, rules, ...(missing === undefined ? {} : { missing }) },
      stating,
    ),
    repeats,
  } as Extract<Chainless, { kind: 'refusal' }>;
}

/** What HubSpot said afterwards. */
export function outcomeOf(
  result: 'done' | 'not-done' | 'not-known',
  after: Standing,
  because: string | undefined,
  { wish, plan, who, at }: Omit<Stating, 'policyVersion' | 'before'>,
): Chainless {
  return {
    kind: 'outcome',
    at,
    requestId: wish.requestId,
    who,
    subject: plan.subject,
    change: plan.change,
    result,
    after,
    ...(because === undefined ? {} : { because }),
  };
}

/** The words of persons in a wish: committed to, and kept beside the statement. */
export function personalIn(
  { wish, plan, before }: Pick<Stating, 'wish' | 'plan' | 'before'>,
  address: string,
): PersonalValues {
  const { explanation } = plan.ground;
  const earlier =
    plan.subject.kind === 'marketing-status'
      ? undefined
      : statusOf(plan.subject, before)?.explanation;
  return {
    ...(address === '' ? {} : { address }),
    ...(explanation === undefined ? {} : { explanation }),
    ...(wish.evidence === undefined ? {} : { evidence: wish.evidence }),
    ...(earlier === undefined ? {} : { earlierExplanation: earlier }),
  };
}

/** On whose request: the contact's, by staff's word, or staff's own. */
export function onRequestOf({ askedBy }: Pick<Wish, 'askedBy'>): OnRequestOf {
  if (askedBy === undefined) return { kind: 'staff' };
  const { by, on } = askedBy;
  return { kind: 'contact', by, ...(on === undefined ? {} : { on }) };
}

function askedOf(
  decision: { kind: string; rules: readonly string[]; missing?: readonly string[] },
  { wish, plan, who, policyVersion, at, before }: Stating,
) {
  const { legalBasis } = plan.ground;
  return {
    at,
    requestId: wish.requestId,
    who,
    onRequestOf: onRequestOf(wish),
    subject: plan.subject,
    change: plan.change,
    before: standingOf(plan.subject, before),
    decision: { ...decision, policy: policyVersion },
    ...(legalBasis === undefined ? {} : { legalBasis }),
  };
}

function rulesIn(because: readonly { readonly rule: string }[]): string[] {
  return [...new Set(because.map(({ rule }) => rule))];
}
