import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOptOut } from '../../src/app/policy/change.ts';
import type { Condition, NamedConditions } from '../../src/app/policy/condition.ts';
import { decide } from '../../src/app/policy/decide.ts';
import { policyWith } from '../../src/app/policy/default-policy.ts';
import type { Decision } from '../../src/app/policy/decision.ts';
import { UNDO_TO, type Facts } from '../../src/app/policy/facts.ts';
import { LAW_PACK_NAMES } from '../../src/app/policy/organisation.ts';
import { loadPolicy, makeReady, type Policy } from '../../src/app/policy/policy.ts';
import type { PolicyData } from '../../src/app/policy/read-policy.ts';
import type { Rule } from '../../src/app/policy/rule.ts';
import { SUBSCRIPTION_CONDITIONS } from '../../src/app/policy/subscription-rules.ts';
import { lawRuns } from '../law-runs.ts';
import { anyFacts, anyNames, anyPolicy, anyUndo } from './any-policy.ts';
import { without } from './told.ts';

const runs = lawRuns(1_000);

const everyRule: PolicyData = {
  version: 'every rule of the product',
  conditions: SUBSCRIPTION_CONDITIONS,
  rules: policyWith(LAW_PACK_NAMES).rules,
};

/** Each law is held against the product's own policy, every law pack in it, and against policies drawn at random. */
const policies: readonly [string, fc.Arbitrary<PolicyData>][] = [
  ['the default policy with every law', fc.constant(everyRule)],
  ['any policy', anyPolicy],
];

/** The default policy is loaded once, since loading it is not what is tried here. */
const loaded = loadPolicy(everyRule);
const copied = loadPolicy(JSON.parse(JSON.stringify(everyRule)));

function load(data: PolicyData): Policy {
  return data === everyRule ? loaded : loadPolicy(data);
}

function throughJson(data: PolicyData): Policy {
  return data === everyRule ? copied : loadPolicy(JSON.parse(JSON.stringify(data)));
}

function optIn(facts: Facts): Facts {
  return { ...facts, change: 'opt-in' };
}

describe.each(policies)('laws of deciding, over %s', (_name, drawn) => {
  const law = (holds: (policy: PolicyData, facts: Facts, less: Facts) => boolean) => {
    fc.assert(
      fc.property(drawn, anyFacts, anyNames, (policy, facts, hidden) =>
        holds(policy, facts, without(facts, hidden)),
      ),
      runs,
    );
  };

  it('the order of rules never matters', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        drawn.chain((policy) =>
          fc
            .shuffledSubarray([...policy.rules], { minLength: policy.rules.length })
            .map((rules) => ({ policy, shuffled: { ...policy, rules } })),
        ),
        anyFacts,
        anyNames,
        ({ policy, shuffled }, facts, hidden) => {
          const seen = without(facts, hidden);
          return same(decide(makeReady(shuffled), seen), decide(load(policy), seen));
        },
      ),
      runs,
    );
  });

  it('knowing less never allows more, and never asks for less', { timeout: 120_000 }, () => {
    law((policy, facts, less) => {
      const guess = decide(load(policy), less);
      if (guess.kind !== 'allow') return true;
      const known = decide(load(policy), facts);
      // What already holds may be done twice where it is an opt-out, and nowhere else.
      if (known.kind === 'done') return isOptOut(facts.change ?? 'opt-in');
      return (
        known.kind === 'allow' &&
        known.requires.every((need) => guess.requires.includes(need)) &&
        (known.write === 'ordinary' || guess.write === 'resubscription')
      );
    });
  });

  it('opting out is never harder than opting in, and never unknown', { timeout: 120_000 }, () => {
    law((policy, _facts, less) =>
      (['opt-out', 'opt-out-of-everything'] as const).every((change) => {
        const out = decide(load(policy), { ...less, change });
        if (out.kind === 'unknown') return false;
        if (out.kind === 'allow' && out.requires.length > 0) return false;
        return (
          decide(load(policy), optIn(less)).kind !== 'allow' ||
          out.kind === 'allow' ||
          out.kind === 'done'
        );
      }),
    );
  });

  it(
    'the same is decided the same, and data that went through JSON decides alike',
    { timeout: 120_000 },
    () => {
      law((policy, _facts, less) => {
        const frozen = Object.freeze({ ...less });
        const once = decide(load(policy), frozen);
        return (
          same(once, decide(load(policy), frozen)) &&
          same(once, decide(throughJson(policy), frozen))
        );
      });
    },
  );

  it('a deny that can’t be evaluated blocks', { timeout: 120_000 }, () => {
    law((policy, _facts, less) => {
      return (['opt-in', 'undo'] as const).every((change) => {
        const facts = { ...less, change };
        const mayDeny = policy.rules.some(
          (rule) =>
            rule.effect === 'deny' &&
            rule.applies.to.includes(change) &&
            holds(rule, policy.conditions, facts) !== false,
        );
        return !mayDeny || decide(load(policy), facts).kind !== 'allow';
      });
    });
  });

  it(
    'a deny that holds is among the reasons, unless there is nothing to do',
    { timeout: 120_000 },
    () => {
      law((policy, facts, less) => {
        const decision = decide(load(policy), less);
        if (decision.kind === 'done') return true;
        const denying = policy.rules.filter(
          (rule) =>
            rule.effect === 'deny' &&
            rule.applies.to.includes(facts.change ?? 'opt-in') &&
            holds(rule, policy.conditions, less) === true,
        );
        return (
          denying.length === 0 ||
          (decision.kind === 'deny' &&
            denying.every(({ id }) => decision.because.some(({ rule }) => rule === id)))
        );
      });
    },
  );
});

describe('laws of the default policy alone', () => {
  it('what was carried out is done when it is asked for again', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        anyFacts,
        (facts) => decide(loaded, { ...facts, alreadySo: true }).kind === 'done',
      ),
      runs,
    );
  });

  const undoing = (holds: (undone: Decision, facts: Facts) => boolean) => {
    fc.assert(
      fc.property(anyUndo, anyNames, fc.boolean(), (facts, hidden, hides) => {
        const seen = hides ? without(facts, hidden) : facts;
        return holds(decide(loaded, seen), seen);
      }),
      runs,
    );
  };

  it('an undo never allows what the contact’s own no forbids', { timeout: 120_000 }, () => {
    undoing(
      ({ kind }, { undoTo, lastOptOutBy, optedOutOfEverything, spamComplaint }) =>
        kind !== 'allow' ||
        undoTo === 'opted-out' ||
        (lastOptOutBy !== undefined &&
          lastOptOutBy !== 'contact' &&
          lastOptOutBy !== 'someone-unknown' &&
          optedOutOfEverything === 'no' &&
          spamComplaint === false),
    );
  });

  it('an undo opts nobody in whom an opt-in would refuse', { timeout: 120_000 }, () => {
    undoing(
      ({ kind }, facts) =>
        kind !== 'allow' ||
        facts.undoTo !== 'opted-in' ||
        // An opt-in rests on what was shown, an undo on what changed since our own change.
        decide(loaded, { ...facts, change: 'opt-in', changedSinceShown: false }).kind === 'allow',
    );
  });

  it(
    'nobody is opted in while the record is not ready, by an undo or else',
    { timeout: 120_000 },
    () => {
      undoing(({ kind }, facts) => {
        if (facts.ledger === 'ready') return true;
        const letIn = (['opt-in', 'to-marketing'] as const).map((change) =>
          decide(loaded, { ...facts, change }),
        );
        const undone = kind === 'allow' && facts.undoTo === 'opted-in';
        return !undone && letIn.every((one) => one.kind !== 'allow');
      });
    },
  );

  it('no undo once its time is over, or where anything changed since', { timeout: 120_000 }, () => {
    undoing(
      ({ kind }, { undoTime, changedSinceOwn }) =>
        kind !== 'allow' || (undoTime === 'runs' && changedSinceOwn === false),
    );
  });

  it(
    '“not specified” comes back only where HubSpot is known to accept it',
    { timeout: 120_000 },
    () => {
      undoing(
        ({ kind }, { undoTo, notSpecifiedIsAccepted }) =>
          kind !== 'allow' ||
          (undoTo !== undefined && (undoTo !== 'not-specified' || notSpecifiedIsAccepted === true)),
      );
    },
  );

  it(
    'an undo asks for no proof, and says where its write is not guarded',
    { timeout: 120_000 },
    () => {
      undoing(
        (undone, { undoTo }) =>
          undone.kind !== 'allow' ||
          (undone.requires.length === 0 &&
            (undone.write === 'ordinary') === (undoTo === 'opted-out')),
      );
    },
  );

  it(
    'an opt-in of ours is undone wherever the contact may be opted out',
    { timeout: 120_000 },
    () => {
      undoing((_undone, drawnFacts) => {
        const facts: Facts = {
          ...drawnFacts,
          undoTo: 'opted-out',
          undoTime: 'runs',
          changedSinceOwn: false,
          alreadySo: false,
        };
        const out = decide(loaded, { ...facts, change: 'opt-out' });
        return (out.kind === 'allow') === (decide(loaded, facts).kind === 'allow');
      });
    },
  );

  it('and these laws have something to hold for: every kind of undo is drawn and allowed', () => {
    const allowed = fc
      .sample(anyUndo, { numRuns: 2000, seed: runs.seed })
      .filter((facts) => decide(loaded, facts).kind === 'allow');
    for (const undoTo of UNDO_TO) {
      expect(allowed.filter((facts) => facts.undoTo === undoTo).length).toBeGreaterThan(100);
    }
  });

  it('silence is a deny', () => {
    expect(decide(loadPolicy({ version: 'empty', rules: [] }), { change: 'opt-in' })).toEqual({
      kind: 'deny',
      because: [{ rule: 'no-rule-allows', authority: 'organisation' }],
      remedies: [],
    });
  });
});

function same(a: Decision, b: Decision): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Three-valued logic written a second time and another way: `null` where it is not known. */
function holds(rule: Rule, named: NamedConditions, facts: Facts): boolean | null {
  const { types, businessUnits, undoTo } = rule.applies;
  const scope = [
    undoTo === undefined || facts.change !== 'undo'
      ? true
      : facts.undoTo === undefined
        ? null
        : undoTo.includes(facts.undoTo),
    types === undefined ? true : facts.typeId === undefined ? null : types.includes(facts.typeId),
    businessUnits === undefined
      ? true
      : facts.businessUnitId === undefined
        ? null
        : businessUnits.includes(facts.businessUnitId),
  ];
  return both([...scope, rule.when === undefined ? true : value(rule.when, named, facts)]);
}

function value(condition: Condition, named: NamedConditions, facts: Facts): boolean | null {
  if ('fact' in condition) {
    const known = facts[condition.fact];
    return known === undefined ? null : known === condition.is;
  }
  if ('condition' in condition) return value(named[condition.condition]!, named, facts);
  if ('not' in condition) return negated(value(condition.not, named, facts));
  if ('all' in condition) return both(condition.all.map((one) => value(one, named, facts)));
  return negated(both(condition.any.map((one) => negated(value(one, named, facts)))));
}

function both(values: readonly (boolean | null)[]): boolean | null {
  if (values.some((one) => one === false)) return false;
  return values.some((one) => one === null) ? null : true;
}

function negated(one: boolean | null): boolean | null {
  return one === null ? null : !one;
}
