import { describe, expect, it } from 'vitest';
import { changeConsent } from '../../src/app/app.functions/change-consent.ts';
import { readOrganisation } from '../../src/app/policy/organisation.ts';
import { SAYING_NOTHING, UNSEEN } from '../text/nothing-to-read.ts';
import { held, OPEN, optedOutBy, worldOf } from './hubspot-in-memory.ts';

const optIn = {
  act: 'opt-in',
  requestId: 'request-1',
  typeId: '11',
  legalBasis: 'CONSENT_WITH_NOTICE',
  explanation: 'Said so at the fair',
  evidence: 'Call 17',
};
const question = {
  act: 'ask-for-approval',
  requestId: 'request-1',
  of: { act: 'opt-in', typeId: '11' },
  evidence: 'Call 17',
  note: 'Please look',
  language: 'en',
};
const common = { requestId: 'request-1' };

/** Every place in which a request takes text. */
const PLACES: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
  ['the explanation of an opt-in', 'explanation', optIn],
  ['the evidence of an opt-in', 'evidence', optIn],
  ['the evidence of an opt-out', 'evidence', { ...common, act: 'opt-out', typeId: '11' }],
  [
    'the evidence of an opt-out of everything',
    'evidence',
    { ...common, act: 'opt-out-of-everything', confirmed: true },
  ],
  [
    'the evidence of a marketing status',
    'evidence',
    { ...common, act: 'to-marketing', explicitYes: true },
  ],
  ['the evidence of its end', 'evidence', { ...common, act: 'to-non-marketing' }],
  ['the evidence of an undo', 'evidence', { ...common, act: 'undo', undoes: 'request-0' }],
  ['the evidence of a question', 'evidence', question],
  ['the note of a question', 'note', question],
];

const TEXTS = [
  ...UNSEEN.map(([what, text]) => [what, text, 'no-visible-character'] as const),
  ...SAYING_NOTHING.map(([what, text]) => [what, text, 'says-nothing'] as const),
];

describe.each<[string, string, Readonly<Record<string, unknown>>]>(PLACES.map((row) => [...row]))(
  '%s',
  (_place, field, request) => {
    it.each(TEXTS)('is not %s', async (_what, text, problem) => {
      const hubspot = held(optedOutBy('CRM_UI', 'userId:47'));
      const reply = await changeConsent(
        { parameters: { ...request, [field]: text }, propertiesToSend: OPEN },
        worldOf(hubspot, { privacySettings: 'on', approver: { ownerId: '9047' } }),
      );
      expect(reply).toEqual({
        status: 'bad-request',
        code: 'invalid-parameters',
        paths: [`parameters.${field}`],
        problems: { [`parameters.${field}`]: problem },
        correlationId: 'correlation-1',
      });
      expect(hubspot.calls).toEqual([]);
    });
  },
);

describe('a text with something in it', () => {
  it('goes to HubSpot and into the record alike, without what can’t be seen and reorders the rest', async () => {
    const hubspot = held();
    const reply = await changeConsent(
      {
        parameters: {
          ...optIn,
          explanation: ' Said\u202E so\u0000 at\u{E0041} the fair\uD800\r\n',
          evidence: '\u2067Call\u2069 17\u2028Call 18',
        },
        propertiesToSend: OPEN,
      },
      worldOf(hubspot, 'on'),
    );
    expect(reply).toMatchObject({ status: 'changed' });
    const explanation = 'Said so  at the fair\uFFFD';
    expect(hubspot.writes).toEqual([
      `opt in ${OPEN.email} 11 ${JSON.stringify({ legalBasis: 'CONSENT_WITH_NOTICE', explanation })}`,
    ]);
    expect(hubspot.entries?.[0]?.personal).toMatchObject({
      explanation: { value: explanation },
      evidence: { value: 'Call 17\nCall 18' },
    });
  });

  it('counts by what is left of it', async () => {
    const asked = async (evidence: string) => {
      const { status } = await changeConsent(
        { parameters: { ...optIn, evidence }, propertiesToSend: OPEN },
        worldOf(held()),
      );
      return status;
    };
    expect(await asked(`${'\u202E'.repeat(1_000)}${'x'.repeat(500)}`)).toBe('changed');
    expect(await asked('x'.repeat(501))).toBe('bad-request');
    // One sign that some would write as eighteen letters is one.
    expect(await asked('\uFDFA'.repeat(500))).toBe('changed');
  });
});

describe('the organisation’s ready-made explanations', () => {
  it.each(TEXTS)('are not %s', (_what, text) => {
    expect(() => readOrganisation({ wordings: ['Asked by phone', text] })).toThrow(
      expect.objectContaining({ field: 'wordings' }),
    );
  });
});
