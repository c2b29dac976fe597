import { describe, expect, it } from 'vitest';
import { earlierOf, type Request } from '../../src/app/app.functions/recording/earlier.ts';
import type { Entry } from '../../src/app/ledger/entry.ts';
import { isGivenAlike } from '../../src/app/ledger/requests.ts';
import { policyWith } from '../../src/app/policy/default-policy.ts';
import { chainOf, intent, outcome, refusal, sealed } from '../ledger/a-chain.ts';

const world = { policy: policyWith([]) };
const who = { kind: 'staff', userId: '77', identity: 'claimed' } as const;

/** The request behind `intent()`, with this proof. */
function optOut(evidence?: string): Request {
  return {
    who,
    wish: {
      act: 'opt-out',
      requestId: 'request-1',
      typeId: '9',
      askedBy: { by: 'phone' },
      ...(evidence === undefined ? {} : { evidence }),
    },
  };
}

function kindOf(request: Request, entries: readonly Entry[]): string {
  return earlierOf(request, entries, world).kind;
}

describe('a request whose id is in the record', () => {
  const once = chainOf(sealed(intent(), { evidence: 'Call 17' }));

  it.each<[string, Request, string]>([
    ['the same', optOut('Call 17'), 'under-way'],
    ['another proof', optOut('Call 18'), 'reused'],
    ['no proof', optOut(), 'reused'],
    [
      'the same user, vouched for',
      { ...optOut('Call 17'), who: { ...who, identity: 'vouched' } },
      'reused',
    ],
  ])('%s', (_what, request, kind) => {
    expect(kindOf(request, once)).toBe(kind);
  });

  it('twice, on the branches of a fork, is either of them and no third', () => {
    const forked = [...once, ...chainOf(sealed(intent(), { evidence: 'Call 18' }))];
    expect(kindOf(optOut('Call 17'), forked)).toBe('under-way');
    expect(kindOf(optOut('Call 18'), forked)).toBe('under-way');
    expect(kindOf(optOut('Call 19'), forked)).toBe('reused');
  });

  it('is compared as it was kept: without halves of pairs, and cut', () => {
    const odd = `${'x'.repeat(19_999)}\u{1F600}`;
    const kept = chainOf(sealed(intent(), { evidence: odd }));
    expect(kindOf(optOut(odd), kept)).toBe('under-way');
  });

  it('has ended where an end is there', () => {
    expect(kindOf(optOut('Call 17'), [...once, ...chainOf(sealed(outcome()))])).toBe('ended');
  });

  it('an outcome alone is nobody’s asking', () => {
    const [ended] = chainOf(sealed(outcome()));
    expect(kindOf(optOut('Call 17'), [ended!])).toBe('new');
    expect(isGivenAlike(ended!, { who, onRequestOf: { kind: 'staff' }, evidence: undefined })).toBe(
      false,
    );
  });
});

describe('the yes to a marketing status, which is in no entry', () => {
  const toMarketing = (explicitYes?: boolean): Request => ({
    who,
    wish: {
      act: 'to-marketing',
      requestId: 'request-1',
      askedBy: { by: 'phone' },
      ...(explicitYes === undefined ? {} : { explicitYes }),
    },
  });
  const asked = {
    subject: { kind: 'marketing-status' },
    change: 'set-marketing',
  } as const;
  const decision = { policy: '2026-11-24', rules: ['marketing-wants-a-yes'] };

  it.each<[string, Entry[], boolean | undefined, string]>([
    [
      'was given',
      chainOf(sealed(intent({ ...asked, decision: { ...decision, kind: 'allow' } }))),
      true,
      'under-way',
    ],
    [
      'was given, and is not now',
      chainOf(sealed(intent({ ...asked, decision: { ...decision, kind: 'allow' } }))),
      undefined,
      'reused',
    ],
    [
      'was lacking',
      chainOf(
        sealed(
          refusal({
            ...asked,
            decision: { ...decision, rules: [], kind: 'lacking', missing: ['explicit-yes'] },
          }),
        ),
      ),
      false,
      'refused',
    ],
    [
      'was lacking, and is given now',
      chainOf(
        sealed(
          refusal({
            ...asked,
            decision: { ...decision, rules: [], kind: 'lacking', missing: ['explicit-yes'] },
          }),
        ),
      ),
      true,
      'reused',
    ],
    [
      'was asked for by no rule',
      chainOf(sealed(intent({ ...asked, decision: { ...decision, rules: [], kind: 'allow' } }))),
      undefined,
      'under-way',
    ],
  ])('%s', (_what, entries, yes, kind) => {
    expect(kindOf(toMarketing(yes), entries)).toBe(kind);
  });
});

describe('an undo that was refused', () => {
  const undoing = (undoes: string): Request => ({
    who,
    wish: { act: 'undo', requestId: 'request-3', undoes, askedBy: { by: 'phone' } },
  });
  const done = (requestId: string, typeId: string) => {
    const subject = { kind: 'subscription', typeId } as const;
    return [
      sealed(intent({ requestId, subject })),
      sealed(outcome({ requestId, subject, after: { state: 'opted-out' } })),
    ];
  };
  const entries = chainOf(
    ...done('request-1', '9'),
    ...done('request-2', '8'),
    sealed(
      refusal({
        requestId: 'request-3',
        subject: { kind: 'subscription', typeId: '9' },
        change: 'opted-in',
      }),
    ),
  );

  it('is that of the request whose type it names', () => {
    expect(kindOf(undoing('request-1'), entries)).toBe('refused');
    expect(kindOf(undoing('request-2'), entries)).toBe('reused');
    expect(kindOf(undoing('request-0'), entries)).toBe('reused');
  });
});
