import { describe, expect, it } from 'vitest';
import { decide } from '../../src/app/policy/decide.ts';
import { FACT_VALUES } from '../../src/app/policy/facts.ts';
import { loadPolicy } from '../../src/app/policy/policy.ts';
import { PolicyRefused } from '../../src/app/policy/read-policy.ts';

const rule = {
  id: 'no-address',
  effect: 'deny',
  authority: 'hubspot',
  applies: { to: ['opt-in'] },
  when: { fact: 'hasAddress', is: false },
  remedies: ['add-address'],
  checkedOn: '2026-11-24',
  source: 'HubSpot',
};
const { remedies: _remedies, ...plain } = rule;
const need = { ...plain, effect: 'require', requires: ['evidence'] };
const allow = { ...plain, id: 'staff-may-opt-in', effect: 'allow' };
const { when: _when, ...allowAlways } = allow;
const optOut = {
  ...allowAlways,
  id: 'staff-may-opt-out',
  applies: { to: ['opt-out', 'opt-out-of-everything'] },
};
const done = { ...plain, id: 'already-so', effect: 'done', when: { fact: 'alreadySo', is: true } };

const policy = (...rules: unknown[]) => ({ version: '1', rules });
const when = (condition: unknown, conditions?: unknown) => ({
  ...policy({ ...rule, when: condition }),
  ...(conditions === undefined ? {} : { conditions }),
});

const EFFECTS = '"deny" or "require" or "allow" or "note" or "done"';
const CHANGES =
  '"opt-in" or "opt-out" or "opt-out-of-everything" or "to-marketing" or "to-non-marketing" or "undo"';
const ONE_OF = 'say one of "fact", "all", "any", "not" and "condition"';

// prettier-ignore
const malformed: readonly (readonly [what: string, policy: unknown, at: string, mend: string])[] = [
  ['nothing', undefined, 'policy', 'write an object, not nothing'],
  ['null', null, 'policy', 'write an object, not null'],
  ['a list', [], 'policy', 'write an object, not []'],
  ['a text', 'allow', 'policy', 'write an object, not "allow"'],
  ['no version', { rules: [] }, 'policy', 'add "version"'],
  ['no rules', { version: '1' }, 'policy', 'add "rules"'],
  ['something more', { ...policy(), mood: 1 }, 'policy', 'take out "mood"'],
  ['an empty version', { version: ' ', rules: [] }, 'version', 'write some text, not " "'],
  ['a version that is a number', { version: 1, rules: [] }, 'version', 'write some text, not 1'],
  ['rules that are no list', { version: '1', rules: {} }, 'rules', 'write a list, not {}'],
  ['conditions that are a list', { ...policy(), conditions: [] }, 'conditions', 'write an object, not []'],
  ['a rule that is no object', policy(7), 'rules[0]', 'write an object, not 7'],
  ['a rule without an effect', policy({ id: 'x' }), 'rules[0]', 'add "effect"'],
  ['an effect there is not', policy({ ...rule, effect: 'permit' }), 'rules[0].effect', `"permit" is not known here; say ${EFFECTS}`],
  ['a second rule is named by its place', policy(rule, { ...rule, effect: 1 }), 'rules[1].effect', `1 is not known here; say ${EFFECTS}`],
  ['an inherited effect', policy({ ...rule, effect: 'constructor' }), 'rules[0].effect', `"constructor" is not known here; say ${EFFECTS}`],
  ...['id', 'authority', 'applies', 'checkedOn', 'source', 'remedies'].map((key) => [`a rule without ${key}`, policy(Object.fromEntries(Object.entries(rule).filter(([name]) => name !== key))), 'rules[0]', `add "${key}"`] as const),
  ['a requirement that requires nothing', policy({ ...plain, effect: 'require' }), 'rules[0]', 'add "requires"'],
  ['a deny that requires', policy({ ...rule, requires: ['evidence'] }), 'rules[0]', 'take out "requires"'],
  ['a deny that writes', policy({ ...rule, write: 'ordinary' }), 'rules[0]', 'take out "write"'],
  ['an allow with remedies', policy({ ...allow, remedies: ['wait'] }), 'rules[0]', 'take out "remedies"'],
  ['a note that writes', policy({ ...plain, effect: 'note', write: 'ordinary' }), 'rules[0]', 'take out "write"'],
  ['a done that writes', policy({ ...done, write: 'ordinary' }), 'rules[0]', 'take out "write"'],
  ['an allow with a write there is not', policy({ ...allow, write: 'secret' }), 'rules[0].write', '"secret" is not known here; say "ordinary" or "resubscription"'],
  ['an allow that requires', policy({ ...allow, requires: ['evidence'] }), 'rules[0]', 'take out "requires"'],
  ['a note with remedies', policy({ ...rule, effect: 'note' }), 'rules[0]', 'take out "remedies"'],
  ['a done with remedies', policy({ ...done, remedies: ['wait'] }), 'rules[0]', 'take out "remedies"'],
  ['advisory that is not true', policy({ ...rule, advisory: false }), 'rules[0].advisory', 'say true or leave it out'],
  ['a rule without words', policy({ ...rule, id: 'my-own' }), 'rules[0].id', '"my-own" is not known here; say "contact-not-found" or'],
  ['an authority there is not', policy({ ...rule, authority: 'me' }), 'rules[0].authority', '"me" is not known here; say "hubspot" or "organisation" or "law"'],
  ['a day that is a text', policy({ ...rule, checkedOn: 'today' }), 'rules[0].checkedOn', 'write a day as 2026-11-24, not "today"'],
  ['a day with more behind it', policy({ ...rule, checkedOn: '2026-11-24T' }), 'rules[0].checkedOn', 'write a day as 2026-11-24, not "2026-11-24T"'],
  ['a day with more before it', policy({ ...rule, checkedOn: '+2026-11-24' }), 'rules[0].checkedOn', 'write a day as 2026-11-24, not "+2026-11-24"'],
  ['a day that never was', policy({ ...rule, checkedOn: '2026-13-24' }), 'rules[0].checkedOn', 'write a day as 2026-11-24, not "2026-13-24"'],
  ['a day with its time', policy({ ...rule, checkedOn: '2026-11-24T00:00:00Z' }), 'rules[0].checkedOn', 'write a day as 2026-11-24, not "2026-11-24T00:00:00Z"'],
  ['a day in a list', policy({ ...rule, checkedOn: ['2026-11-24'] }), 'rules[0].checkedOn', 'write a day as 2026-11-24, not ["2026-11-24"]'],
  ['a day that is a number', policy({ ...rule, checkedOn: 20261124 }), 'rules[0].checkedOn', 'write a day as 2026-11-24, not 20261124'],
  ['no source', policy({ ...rule, source: '' }), 'rules[0].source', 'write some text, not ""'],
  ['no remedy', policy({ ...rule, remedies: [] }), 'rules[0].remedies', 'an empty list says nothing: fill it'],
  ['a remedy there is not', policy({ ...rule, remedies: ['add-address', 'pray'] }), 'rules[0].remedies[1]', '"pray" is not known here; say "add-address" or'],
  ['a remedy that is null', policy({ ...rule, remedies: [null] }), 'rules[0].remedies[0]', 'null is not known here; say "add-address" or'],
  ['a remedy with nothing that must be so', policy({ ...rule, remedies: [{ remedy: 'wait' }] }), 'rules[0].remedies[0]', 'add "when"'],
  ['a remedy with something more', policy({ ...rule, remedies: [{ remedy: 'wait', when: { fact: 'hasAddress', is: true }, mood: 1 }] }), 'rules[0].remedies[0]', 'take out "mood"'],
  ['a remedy there is not, where something is so', policy({ ...rule, remedies: [{ remedy: 'pray', when: { fact: 'hasAddress', is: true } }] }), 'rules[0].remedies[0].remedy', '"pray" is not known here; say "add-address" or'],
  ['a remedy under a fact there is not', policy({ ...rule, remedies: [{ remedy: 'wait', when: { fact: 'mood', is: true } }] }), 'rules[0].remedies[0].when.fact', '"mood" is not a fact; say'],
  ['a remedy under a condition there is not', policy({ ...rule, remedies: [{ remedy: 'wait', when: { condition: 'mood' } }] }), 'rules[0].remedies[0].when.condition', '"mood" is not among the conditions; say'],
  ['a remedy twice, once under a condition', policy({ ...rule, remedies: ['wait', { remedy: 'wait', when: { fact: 'hasAddress', is: true } }] }), 'rules[0].remedies', 'say "wait" once'],
  ['a remedy twice', policy({ ...rule, remedies: ['wait', 'wait'] }), 'rules[0].remedies', 'say "wait" once'],
  ['a requirement there is not', policy({ ...need, requires: ['luck'] }), 'rules[0].requires[0]', '"luck" is not known here; say "legal-basis" or "explanation" or "evidence" or "explicit-yes"'],
  ['a write there is not', policy({ ...need, write: 'secret' }), 'rules[0].write', '"secret" is not known here; say "ordinary" or "resubscription"'],
  ['applies to nothing said', policy({ ...rule, applies: {} }), 'rules[0].applies', 'add "to"'],
  ['applies that is a list', policy({ ...rule, applies: ['opt-in'] }), 'rules[0].applies', 'write an object, not ["opt-in"]'],
  ['applies to no change', policy({ ...rule, applies: { to: [] } }), 'rules[0].applies.to', 'an empty list says nothing: fill it'],
  ['a change there is not', policy({ ...rule, applies: { to: ['opt-up'] } }), 'rules[0].applies.to[0]', `"opt-up" is not known here; say ${CHANGES}`],
  ['applies to something more', policy({ ...rule, applies: { to: ['opt-in'], users: ['1'] } }), 'rules[0].applies', 'take out "users"'],
  ['an undo to nothing', policy({ ...rule, applies: { to: ['undo'], undoTo: [] } }), 'rules[0].applies.undoTo', 'an empty list says nothing: fill it'],
  ['an undo to a state there is not', policy({ ...rule, applies: { to: ['undo'], undoTo: ['marketing'] } }), 'rules[0].applies.undoTo[0]', '"marketing" is not known here; say "opted-in" or "opted-out" or "not-specified"'],
  ['an undo of a rule about no undo', policy({ ...rule, applies: { to: ['opt-in'], undoTo: ['opted-in'] } }), 'rules[0].applies.undoTo', 'take it out, or apply the rule to "undo"'],
  ['no types', policy({ ...rule, applies: { to: ['opt-in'], types: [] } }), 'rules[0].applies.types', 'an empty list says nothing: fill it'],
  ['a type that is a number', policy({ ...rule, applies: { to: ['opt-in'], types: ['11', 12] } }), 'rules[0].applies.types[1]', "write HubSpot's id as digits in quotes, not 12"],
  ['a brand that is a name', policy({ ...rule, applies: { to: ['opt-in'], businessUnits: ['Acme'] } }), 'rules[0].applies.businessUnits[0]', `write HubSpot's id as digits in quotes, not "Acme"`],
  ['a condition that is true', when(true), 'rules[0].when', 'write an object, not true'],
  ['a condition that says nothing', when({}), 'rules[0].when', ONE_OF],
  ['a condition of another kind', when({ some: [] }), 'rules[0].when', ONE_OF],
  ['a fact that does not exist', when({ fact: 'mood', is: true }), 'rules[0].when.fact', '"mood" is not a fact; say "change" or "typeId" or'],
  ['a fact with the name of an inherited property', when({ fact: 'constructor', is: true }), 'rules[0].when.fact', '"constructor" is not a fact; say'],
  ['the grounds, which are no fact', when({ fact: 'grounds', is: true }), 'rules[0].when.fact', '"grounds" is not a fact; say'],
  ['a value the fact never has', when({ fact: 'hasAddress', is: 'yes' }), 'rules[0].when.is', '"hasAddress" is never "yes"; it is true or false'],
  ['a value of the wrong type', when({ fact: 'privacySettings', is: true }), 'rules[0].when.is', '"privacySettings" is never true; it is "on" or "on-not-enforced" or "off"'],
  ['no value', when({ fact: 'hasAddress' }), 'rules[0].when', 'add "is"'],
  ['an id that is none', when({ fact: 'typeId', is: 'x' }), 'rules[0].when.is', `write HubSpot's id as digits in quotes, not "x"`],
  ['two conditions in one', when({ fact: 'hasAddress', is: true, not: {} }), 'rules[0].when', 'take out "not"'],
  ['a not and an all in one', when({ not: { fact: 'hasAddress', is: true }, all: [] }), 'rules[0].when', 'take out "all"'],
  ['an all and an any in one', when({ all: [], any: [] }), 'rules[0].when', 'take out "any"'],
  ['a name and more', when({ condition: 'a', is: true }, { a: { fact: 'hasAddress', is: true } }), 'rules[0].when', 'take out "is"'],
  ['an empty any', when({ any: [] }), 'rules[0].when.any', 'an empty list says nothing: fill it'],
  ['an all that is no list', when({ all: {} }), 'rules[0].when.all', 'write a list, not {}'],
  ['a fault deep inside', when({ not: { all: [{ fact: 'hasAddress', is: true }, { any: [{ fact: 'mood', is: 1 }] }] } }), 'rules[0].when.not.all[1].any[0].fact', '"mood" is not a fact; say'],
  ['a name nobody gave', when({ condition: 'a' }), 'rules[0].when.condition', '"a" is not among the conditions; say '],
  ['a name nobody gave, among others', when({ condition: 'a' }, { b: { fact: 'hasAddress', is: true } }), 'rules[0].when.condition', '"a" is not among the conditions; say "b"'],
  ['a fault in a named condition', { ...policy(), conditions: { a: { fact: 'mood', is: 1 } } }, 'conditions.a.fact', '"mood" is not a fact; say'],
  ['a condition that rests on itself', { ...policy(), conditions: { a: { not: { condition: 'a' } } } }, 'conditions.a', 'take a step out of the circle a → a'],
  ['a circle of three', { ...policy(), conditions: { a: { all: [{ fact: 'hasAddress', is: true }, { condition: 'b' }] }, b: { any: [{ condition: 'c' }] }, c: { condition: 'a' } } }, 'conditions.c', 'take a step out of the circle a → b → c → a'],
  ['a circle further on', { ...policy(), conditions: { a: { condition: 'b' }, b: { condition: 'c' }, c: { condition: 'b' } } }, 'conditions.c', 'take a step out of the circle a → b → c → b'],
  ['an id twice', policy(rule, { ...rule, authority: 'law' }), 'rules[1] (no-address)', 'give every rule an id of its own'],
  ['a rule against opting out alone', policy({ ...rule, applies: { to: ['opt-out'] } }), 'rules[0] (no-address)', 'apply it to "opt-in" as well: opting out is never harder'],
  ['a rule against opting out of everything alone', policy({ ...rule, applies: { to: ['to-marketing', 'opt-out-of-everything'] } }), 'rules[0] (no-address)', 'apply it to "opt-in" as well: opting out is never harder'],
  ['opting out that rests on more', policy({ ...rule, applies: { to: ['opt-in', 'opt-out'] }, when: { any: [{ fact: 'typeExists', is: false }, { fact: 'typeIsActive', is: false }] } }), 'rules[0] (no-address)', 'leave out "typeIsActive" or "opt-out": opting out needs an address and a type, no more'],
  ['opting out that rests on more by another name', { ...policy({ ...rule, applies: { to: ['opt-in', 'opt-out'] }, when: { not: { condition: 'a' } } }), conditions: { a: { fact: 'ledger', is: 'ready' } } }, 'rules[0] (no-address)', 'leave out "ledger" or "opt-out": opting out needs an address and a type, no more'],
  ['opting out of everything that rests on a type', policy({ ...rule, applies: { to: ['opt-in', 'opt-out-of-everything'] }, when: { fact: 'typeExists', is: false } }), 'rules[0] (no-address)', 'leave out "typeExists" or "opt-out-of-everything": opting out of everything needs an address, no more'],
  ['opting out of everything, of certain types', policy({ ...rule, applies: { to: ['opt-in', 'opt-out-of-everything'], types: ['11'] } }), 'rules[0] (no-address)', 'leave out "typeId" or "opt-out-of-everything": opting out of everything needs an address, no more'],
  ['an opt-out that needs something', policy({ ...need, applies: { to: ['opt-in', 'opt-out'] } }), 'rules[0] (no-address)', 'take "opt-out" out: an opt-out needs nothing'],
  ['an opt-out of everything that needs something', policy({ ...need, applies: { to: ['opt-out-of-everything'] } }), 'rules[0] (no-address)', 'take "opt-out-of-everything" out: an opt-out needs nothing'],
  ['done without a word of what is already so', policy({ ...done, when: undefined }), 'rules[0] (already-so)', 'say "done" only when "alreadySo" is true'],
  ['done when it is not so', policy({ ...done, when: { fact: 'alreadySo', is: false } }), 'rules[0] (already-so)', 'say "done" only when "alreadySo" is true'],
  ['done of another fact', policy({ ...done, when: { fact: 'hasAddress', is: true } }), 'rules[0] (already-so)', 'say "done" only when "alreadySo" is true'],
  ['done of either', policy({ ...done, when: { any: [done.when, { fact: 'hasAddress', is: true }] } }), 'rules[0] (already-so)', 'say "done" only when "alreadySo" is true'],
  ['done of its opposite', policy({ ...done, when: { not: done.when } }), 'rules[0] (already-so)', 'say "done" only when "alreadySo" is true'],
  ['opting in that is allowed, opting out that is not', policy(allow), 'rules', 'allow "opt-out" without a condition, as opt-ins are allowed'],
  ['opting out of everything that is not', policy(allow, { ...optOut, applies: { to: ['opt-out'] } }), 'rules', 'allow "opt-out-of-everything" without a condition, as opt-ins are allowed'],
  ['opting out that is allowed on a condition', policy(allow, { ...optOut, when: { fact: 'hasAddress', is: true } }), 'rules', 'allow "opt-out" without a condition, as opt-ins are allowed'],
  ['opting out that is allowed of one type', policy(allow, { ...optOut, applies: { ...optOut.applies, types: ['11'] } }), 'rules', 'allow "opt-out" without a condition, as opt-ins are allowed'],
  ['opting out that is only noted', policy(allow, { ...optOut, effect: 'note' }), 'rules', 'allow "opt-out" without a condition, as opt-ins are allowed'],
];

describe('a malformed policy is refused when it is loaded, with the place and the mend', () => {
  it.each(malformed)('%s', (_what, data, at, mend) => {
    expect.assertions(4);
    try {
      loadPolicy(data);
    } catch (error) {
      expect(error).toBeInstanceOf(PolicyRefused);
      expect(error).toMatchObject({ name: 'PolicyRefused', at });
      const said = (error as PolicyRefused).mend;
      // A list of everything known is long: its beginning is enough.
      expect(
        mend.endsWith(' or') || mend.endsWith('say') ? said.startsWith(mend) : said === mend,
        said,
      ).toBe(true);
      expect((error as Error).message).toBe(`${at}: ${said}`);
    }
  });

  it('and never repeats a whole document', () => {
    expect(() => loadPolicy({ version: { text: 'x'.repeat(10_000) }, rules: [] })).toThrow(
      /^.{1,120}$/,
    );
  });
});

describe('a policy that is right', () => {
  it.each<[string, unknown]>([
    ['no rules', policy()],
    [
      'each effect',
      policy(
        rule,
        { ...need, id: 'hard-bounced', write: 'ordinary' },
        { ...allow, applies: { to: ['to-marketing'] } },
        {
          ...allow,
          id: 'staff-may-restore',
          applies: { to: ['undo', 'to-marketing'], undoTo: ['opted-in', 'not-specified'] },
          write: 'resubscription',
        },
        done,
        { ...plain, id: 'quarantined', effect: 'note' },
      ),
    ],
    ['opting in and out', policy(allow, optOut)],
    [
      'two allows of opting out, one of them without condition',
      policy(allow, { ...optOut, id: 'hard-bounced', when: rule.when }, optOut),
    ],
    [
      'a deny of opting out that rests on address and type',
      policy({
        ...rule,
        applies: { to: ['opt-in', 'opt-out'], types: ['11'], businessUnits: ['0'] },
        when: {
          all: [{ fact: 'contactFound', is: false }, { fact: 'typeExists', is: false }, rule.when],
        },
      }),
    ],
    [
      'a deny of opting out of everything that rests on the address',
      policy({
        ...rule,
        applies: { to: ['opt-in', 'opt-out-of-everything'] },
        when: { any: [{ fact: 'contactFound', is: false }, rule.when] },
      }),
    ],
    [
      'a note on opting out that rests on anything',
      policy({
        ...plain,
        effect: 'note',
        applies: { to: ['opt-out', 'opt-out-of-everything'] },
        when: { fact: 'ledger', is: 'ready' },
      }),
    ],
    [
      'done of more than what is already so',
      policy({ ...done, when: { all: [{ fact: 'hasAddress', is: true }, done.when] } }),
    ],
    [
      'a name used twice is no circle',
      {
        ...policy(rule),
        conditions: {
          a: { all: [{ condition: 'b' }, { condition: 'b' }] },
          b: { fact: 'typeId', is: '11' },
        },
      },
    ],
  ])('%s', (_what, data) => {
    expect(loadPolicy(data).rules).toEqual((data as { rules: unknown[] }).rules);
    expect(loadPolicy(data).version).toBe('1');
  });

  it('keeps what makes a rule advisory', () => {
    expect(loadPolicy(policy({ ...need, advisory: true })).rules[0]).toMatchObject({
      advisory: true,
    });
    expect(loadPolicy(policy({ ...rule, advisory: true })).rules[0]).toMatchObject({
      advisory: true,
    });
  });

  it('holds a rule for certain types and brands to those', () => {
    const scoped = {
      ...rule,
      applies: { to: ['opt-in'], types: ['11', '12'], businessUnits: ['7'] },
    };
    const always = loadPolicy(policy({ ...scoped, when: undefined }, allowAlways, optOut));
    const ask = (typeId: string | undefined, businessUnitId: string) =>
      decide(always, {
        change: 'opt-in',
        businessUnitId,
        ...(typeId === undefined ? {} : { typeId }),
      }).kind;
    expect(ask('11', '7')).toBe('deny');
    expect(ask('12', '7')).toBe('deny');
    expect(ask('13', '7')).toBe('allow');
    expect(ask('11', '8')).toBe('allow');
    expect(ask(undefined, '7')).toBe('unknown');
    expect(ask(undefined, '8')).toBe('allow');
  });

  it('holds a rule for certain undos to those, and to no less of every other change', () => {
    const scoped = { ...plain, effect: 'deny', remedies: ['wait'], when: undefined };
    const loaded = loadPolicy(
      policy(
        { ...scoped, applies: { to: ['opt-in', 'undo'], undoTo: ['opted-in', 'not-specified'] } },
        { ...allowAlways, applies: { to: ['opt-in', 'undo'] } },
        optOut,
      ),
    );
    expect(decide(loaded, { change: 'undo', undoTo: 'opted-in' }).kind).toBe('deny');
    expect(decide(loaded, { change: 'undo', undoTo: 'not-specified' }).kind).toBe('deny');
    expect(decide(loaded, { change: 'undo', undoTo: 'opted-out' }).kind).toBe('allow');
    expect(decide(loaded, { change: 'undo' })).toMatchObject({ missing: ['undoTo'] });
    expect(decide(loaded, { change: 'opt-in', undoTo: 'opted-out' }).kind).toBe('deny');
    expect(loaded.ready['opt-in'][0]?.names).toEqual([]);
    expect(loaded.ready['undo'][0]?.names).toEqual(['undoTo']);
  });

  it('takes an unguarded write from an allow that may hold, as from one that does', () => {
    const write = {
      ...allow,
      id: 'staff-may-restore',
      when: { fact: 'ledger', is: 'ready' },
      write: 'resubscription',
    };
    const loaded = loadPolicy(policy(allowAlways, write, optOut));
    const written = (facts: object) => decide(loaded, { change: 'opt-in', ...facts });
    expect(written({ ledger: 'ready' })).toMatchObject({ write: 'resubscription' });
    expect(written({})).toMatchObject({ write: 'resubscription' });
    expect(written({ ledger: 'broken' })).toMatchObject({ write: 'ordinary' });
  });

  it('takes a write that a rule calls ordinary as that', () => {
    const loaded = loadPolicy(
      policy(
        { ...allowAlways, write: 'ordinary' },
        { ...need, id: 'hard-bounced', when: undefined, write: 'ordinary' },
        optOut,
      ),
    );
    expect(decide(loaded, { change: 'opt-in' })).toMatchObject({ write: 'ordinary' });
  });

  it('asks for each fact once, and sorts its rules by id', () => {
    const twice = { all: [rule.when, { any: [rule.when, { fact: 'typeExists', is: false }] }] };
    const loaded = loadPolicy(policy({ ...rule, when: twice }, { ...rule, id: 'inactive-type' }));
    expect(loaded.ready['opt-in'].map((one) => one.rule.id)).toEqual([
      'inactive-type',
      'no-address',
    ]);
    expect(loaded.ready['opt-in'][1]?.names).toEqual(['hasAddress', 'typeExists']);
    expect(loaded.ready['opt-out']).toEqual([]);
  });

  it('allows where one allow holds, whatever is not known of another', () => {
    const other = { ...allow, id: 'hard-bounced', when: { fact: 'ledger', is: 'ready' } };
    const loaded = loadPolicy(policy(allowAlways, other, optOut));
    expect(decide(loaded, { change: 'opt-in' })).toMatchObject({
      kind: 'allow',
      because: [{ rule: 'staff-may-opt-in' }],
    });
  });

  it.each<[string, unknown, string, string, string]>([
    ['a fact', { fact: 'hasAddress', is: true }, 'deny', 'allow', 'unknown'],
    ['its opposite', { not: { fact: 'hasAddress', is: true } }, 'allow', 'deny', 'unknown'],
    ['by name', { not: { condition: 'a' } }, 'allow', 'deny', 'unknown'],
    [
      'either, the other true',
      {
        any: [
          { fact: 'ledger', is: 'ready' },
          { fact: 'hasAddress', is: true },
        ],
      },
      'deny',
      'deny',
      'deny',
    ],
    [
      'either, the other false',
      {
        any: [
          { fact: 'ledger', is: 'not-set-up' },
          { fact: 'hasAddress', is: true },
        ],
      },
      'deny',
      'allow',
      'unknown',
    ],
    [
      'both, the other true',
      {
        all: [
          { fact: 'ledger', is: 'ready' },
          { fact: 'hasAddress', is: true },
        ],
      },
      'deny',
      'allow',
      'unknown',
    ],
    [
      'both, the other false',
      {
        all: [
          { fact: 'ledger', is: 'not-set-up' },
          { fact: 'hasAddress', is: true },
        ],
      },
      'allow',
      'allow',
      'allow',
    ],
    [
      'both, in the other order',
      {
        all: [
          { fact: 'hasAddress', is: true },
          { fact: 'ledger', is: 'not-set-up' },
        ],
      },
      'allow',
      'allow',
      'allow',
    ],
    [
      'either, one of them an opposite',
      { any: [{ not: { fact: 'hasAddress', is: true } }, { fact: 'ledger', is: 'not-set-up' }] },
      'allow',
      'deny',
      'unknown',
    ],
    [
      'neither',
      {
        not: {
          any: [
            { fact: 'hasAddress', is: true },
            { fact: 'ledger', is: 'not-set-up' },
          ],
        },
      },
      'allow',
      'deny',
      'unknown',
    ],
  ])('evaluates %s when it is true, false and not known', (_what, condition, ...kinds) => {
    const loaded = loadPolicy({
      ...policy({ ...rule, when: condition }, allowAlways, optOut),
      conditions: { a: { fact: 'hasAddress', is: true } },
    });
    const facts = { change: 'opt-in', ledger: 'ready' } as const;
    expect([
      decide(loaded, { ...facts, hasAddress: true }).kind,
      decide(loaded, { ...facts, hasAddress: false }).kind,
      decide(loaded, facts).kind,
    ]).toEqual(kinds);
  });
});

it('a policy may name every fact with every value it has, and no other', () => {
  const yesNo = [true, false];
  expect(FACT_VALUES).toEqual({
    change: [
      'opt-in',
      'opt-out',
      'opt-out-of-everything',
      'to-marketing',
      'to-non-marketing',
      'undo',
    ],
    typeId: 'id',
    businessUnitId: 'id',
    contactFound: yesNo,
    hasAddress: yesNo,
    typeExists: yesNo,
    typeIsActive: yesNo,
    typeIsInternal: yesNo,
    typeIsLocked: yesNo,
    brandIsCovered: yesNo,
    alreadySo: yesNo,
    changedSinceShown: yesNo,
    optedOutOfEverything: ['no', 'portal', 'brand'],
    optedOutThrough: [
      'contact',
      'staff',
      'workflow',
      'import',
      'integration',
      'this-card',
      'hubspot',
      'someone',
    ],
    everythingOptedOutBy: [
      'contact',
      'someone-unknown',
      'staff',
      'workflow',
      'import',
      'integration',
      'this-card',
      'hubspot',
      'nobody',
    ],
    lastOptOutBy: [
      'contact',
      'someone-unknown',
      'staff',
      'workflow',
      'import',
      'integration',
      'this-card',
      'hubspot',
      'nobody',
    ],
    selfOptOuts: ['never', 'with-proof'],
    inCoolingOff: yesNo,
    consentIsOutdated: yesNo,
    spamComplaint: yesNo,
    noSuchAddress: yesNo,
    hardBounced: yesNo,
    quarantined: yesNo,
    ineligible: yesNo,
    doubleOptInPending: yesNo,
    privacySettings: ['on', 'on-not-enforced', 'off'],
    teamMayChange: yesNo,
    approver: ['named', 'none'],
    ledger: ['ready', 'not-set-up', 'forked', 'broken'],
    undoTo: ['opted-in', 'opted-out', 'not-specified'],
    undoTime: ['runs', 'over'],
    changedSinceOwn: yesNo,
    notSpecifiedIsAccepted: yesNo,
    marketingIsOffered: yesNo,
    marketingStatus: ['marketing', 'leaving', 'non-marketing'],
    marketingWorkflow: ['found', 'none'],
    tier: ['within', 'would-be-exceeded'],
    mayBeMailed: yesNo,
  });
});
