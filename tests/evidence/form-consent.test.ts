import { describe, expect, it } from 'vitest';
import { reliableActor } from '../../src/app/evidence/authorship.ts';
import { consentPast } from '../../src/app/app.functions/consent-past.ts';
import type { ConsentEvent } from '../../src/app/evidence/consent-event.ts';
import { eventsFromSubmissions } from '../../src/app/evidence/form-submissions.ts';
import { timeline } from '../../src/app/evidence/timeline.ts';
import { EVERYTHING, history, instant, legacyRow, said, status, version } from './reported.ts';

const FORM = { type: 'FORM', label: 'Price list request' };
const optIn = (on = '2026-10-01', source: Parameters<typeof version>[2] = FORM) =>
  history(version(on, 'opted-in', source));
const basis = (legalBasis?: string, on = '2026-10-01') =>
  status(on, 'opted-in', undefined, legalBasis === undefined ? {} : { legalBasis });

const newest = (...events: readonly ConsentEvent[][]) => timeline(events.flat())[0];

describe('an opt-in by a form', () => {
  it.each([
    'LEGITIMATE_INTEREST_PQL',
    'LEGITIMATE_INTEREST_CLIENT',
    'LEGITIMATE_INTEREST_OTHER',
    'LEGITIMATE_INTEREST_OF_TOMORROW',
  ])('on %s is the form’s setting, no consent and no return', (legalBasis) => {
    const event = newest(optIn(), basis(legalBasis));
    expect(event).toMatchObject({
      formConsent: 'by-setting',
      actor: { kind: 'contact', by: 'form', name: 'Price list request' },
    });
    expect(reliableActor(event!)).toEqual({ kind: 'someone' });
  });

  it.each([['CONSENT_WITH_NOTICE'], ['PERFORMANCE_OF_CONTRACT'], ['NON_GDPR'], [undefined]])(
    'on %s is a box that the contact ticked',
    (legalBasis) => {
      const event = newest(optIn(), basis(legalBasis));
      expect(event?.formConsent).toBe('box-ticked');
      expect(reliableActor(event!).kind).toBe('contact');
    },
  );

  it('whose status has changed since is not known to be either', () => {
    const events = timeline([...optIn(), ...basis('LEGITIMATE_INTEREST_PQL', '2026-11-01')]);
    expect(events.at(-1)?.formConsent).toBe('not-known');
    expect(newest(optIn())?.formConsent).toBe('not-known');
  });

  it.each<[string, ConsentEvent[][], string, string]>([
    [
      'by setting',
      [optIn(), basis('LEGITIMATE_INTEREST_PQL')],
      'by the form “Price list request” (legitimate interest), not by a tick of the contact',
      'フォーム「Price list request」の設定（正当な利益）による登録・本人のチェックなし',
    ],
    [
      'by setting, without the form’s name',
      [optIn('2026-10-01', 'FORM'), basis('LEGITIMATE_INTEREST_PQL')],
      'by a form (legitimate interest), not by a tick of the contact',
      'フォームの設定（正当な利益）による登録・本人のチェックなし',
    ],
    [
      'ticked',
      [optIn(), basis('CONSENT_WITH_NOTICE')],
      'by the contact, form “Price list request”',
      'コンタクト本人・フォーム「Price list request」',
    ],
    [
      'not known',
      [optIn()],
      'by the form “Price list request”, submitted by the contact',
      '本人が送信したフォーム「Price list request」',
    ],
  ])('is said as what it is: %s', (_how, events, inEnglish, inJapanese) => {
    const all = timeline(events.flat());
    expect(said(all, 'en')[0]).toContain(`Opted in to Newsletter, ${inEnglish}.`);
    expect(said(all, 'ja')[0]).toContain(`「ニュースレター」を配信登録／${inJapanese}。`);
  });

  it('by setting leaves the contact’s own opt-out standing', () => {
    const events = timeline([
      ...history(version('2026-07-01', 'opted-out', 'EMAIL')),
      ...optIn(),
      ...basis('LEGITIMATE_INTEREST_PQL'),
    ]);
    const past = consentPast(
      { id: '501' },
      { isOptedOut: false, everythingHolds: false },
      { timeline: events, historyWasRead: true, historyMayBeCut: false },
    );
    expect(past).toMatchObject({
      lastReturn: 'never',
      lastConsent: 'never',
      lastOwnOptOut: instant('2026-07-01'),
    });
  });
});

describe('an opt-in of the contact under legitimate interest', () => {
  it('by a meeting page is the page’s setting too', () => {
    const event = newest(optIn('2026-10-01', 'MEETINGS'), basis('LEGITIMATE_INTEREST_PQL'));
    expect(event?.formConsent).toBe('by-setting');
  });

  it('of which HubSpot says no more than “the recipient” is nobody’s consent', () => {
    const row = legacyRow('2026-10-01', 'opted-in', 'SOURCE_RECIPIENT');
    const event = newest(row, basis('LEGITIMATE_INTEREST_PQL'));
    expect(event).toMatchObject({ actor: { kind: 'contact' }, formConsent: 'not-known' });
    expect(reliableActor(event!)).toEqual({ kind: 'someone' });
    expect(newest(row, basis('CONSENT_WITH_NOTICE'))?.formConsent).toBeUndefined();
  });

  it('on the preferences page stays the contact’s own: no form’s setting reaches there', () => {
    const event = newest(
      status('2026-10-01', 'opted-in', 'Self Service Resubscription', {
        legalBasis: 'LEGITIMATE_INTEREST_PQL',
      }),
    );
    expect(event?.formConsent).toBeUndefined();
    expect(reliableActor(event!).kind).toBe('contact');
  });

  it('by somebody else has nothing to do with a form', () => {
    const event = newest(optIn('2026-10-01', 'CRM_UI'), basis('LEGITIMATE_INTEREST_CLIENT'));
    expect(event?.formConsent).toBeUndefined();
    expect(event?.actor.kind).toBe('staff');
  });

  it('is not guessed to be a tick where only the form before it tells of the contact', () => {
    const form = eventsFromSubmissions([
      {
        id: 's1',
        at: instant('2026-10-01T08:59:40.000Z'),
        formId: 'f1',
        formName: 'Price list request',
        boxes: ['501'],
      },
    ]);
    const all = timeline([
      ...form,
      ...optIn('2026-10-01', 'OTHER'),
      ...basis('LEGITIMATE_INTEREST_PQL'),
    ]);
    expect(all[0]?.formConsent).toBe('by-setting');
    expect(said(all.slice(0, 1), 'en')[0]).toContain(
      'probably by the form “Price list request” (legitimate interest), not by a tick of the contact (inferred',
    );
  });
});

describe('an opt-out of everything that a form lifted', () => {
  const lift = version('2026-10-01', 'opted-in', FORM, { about: EVERYTHING });
  const before = version('2026-09-01', 'opted-out', 'EMAIL', { about: EVERYTHING });

  it.each([
    ['box-ticked', 'CONSENT_WITH_NOTICE'],
    ['by-setting', 'LEGITIMATE_INTEREST_PQL'],
  ])('was lifted as the form opted in: %s', (consent, legalBasis) => {
    const events = timeline([
      ...history(before, lift, version('2026-10-01T09:00:20.000Z', 'opted-in', FORM)),
      ...basis(legalBasis),
    ]);
    const [of] = events.filter(({ about }) => about.kind === 'everything');
    expect(of).toMatchObject({ change: 'opted-in', formConsent: consent });
    expect(reliableActor(of!).kind).toBe(consent === 'by-setting' ? 'someone' : 'contact');
  });

  it('is not known to be either where the form opted in to nothing at that moment', () => {
    const events = timeline([
      ...history(before, lift, version('2026-10-01T09:02:00.000Z', 'opted-in', FORM)),
      ...basis('CONSENT_WITH_NOTICE', '2026-10-01T09:02:00.000Z'),
    ]);
    const [of] = events.filter(({ about }) => about.kind === 'everything');
    expect(of?.formConsent).toBe('not-known');
  });
});
