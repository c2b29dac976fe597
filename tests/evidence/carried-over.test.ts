import { describe, expect, it } from 'vitest';
import { reliableActor } from '../../src/app/evidence/authorship.ts';
import type { ConsentEvent } from '../../src/app/evidence/consent-event.ts';
import { timeline } from '../../src/app/evidence/timeline.ts';
import {
  address,
  EVERYTHING,
  history,
  instant,
  merged,
  NEWSLETTER,
  said,
  status,
  version,
} from './reported.ts';

const on = (events: readonly ConsentEvent[], day: string, about = NEWSLETTER) =>
  events.find((one) => one.about.kind === about.kind && one.at.startsWith(day));

describe('a version that HubSpot copied onto the contact record', () => {
  it('by a merge, of what the contact opted out of before: one opt-out, of its own day and by the contact', () => {
    const events = timeline(
      history(
        address('2025-01-01'),
        version('2025-09-14', 'opted-out', 'EMAIL'),
        version('2026-11-20', 'opted-out', 'MERGE_CONTACTS'),
        merged('2026-11-20'),
      ),
    );
    const [optOut, copy] = [on(events, '2025-09-14'), on(events, '2026-11-20')];
    expect(optOut?.actor).toEqual({ kind: 'contact', by: 'email' });
    expect(optOut?.repeats).toBeUndefined();
    expect(copy).toMatchObject({
      repeats: true,
      carriedOver: { eventId: optOut?.id, since: instant('2025-09-14') },
    });
    expect(reliableActor(copy!)).toEqual({ kind: 'someone' });
    expect(said([copy!], 'en')).toEqual([
      '20 Nov 2026, 09:00 UTC: Newsletter: opted out, recorded on this contact, carried over, nobody changed it then (another contact was merged in just then). It has been so since 14 Sept 2025, 09:00 UTC.',
    ]);
    expect(said([copy!], 'ja')).toEqual([
      '2026年11月20日 9:00 UTC：ニュースレター：配信停止（このコンタクトに記録）／引き継ぎ（この時点の変更ではありません）・同時に別のコンタクトをマージ。2025年9月14日 9:00 UTCから同じ状態です。',
    ]);
  });

  it.each(['MERGE_OBJECTS', 'RESTORE_OBJECTS', 'MIGRATION', 'CALCULATED', 'DATA_QUALITY'])(
    'by %s, of the same state',
    (source) => {
      const events = timeline(
        history(
          version('2025-09-14', 'opted-in', 'FORM'),
          version('2026-11-20', 'opted-in', source),
        ),
      );
      expect(events[0]?.carriedOver?.since).toBe(instant('2025-09-14'));
      expect(events[0]?.repeats).toBe(true);
    },
  );

  it('is none where a person, an app or an import did it again: that is an act, which changed nothing', () => {
    for (const source of ['CRM_UI', 'INTEGRATION', 'IMPORT', 'AUTOMATION_PLATFORM', 'EMAIL']) {
      const [again] = timeline(
        history(
          version('2025-09-14', 'opted-out', 'EMAIL'),
          version('2026-11-20', 'opted-out', source),
        ),
      );
      expect(again?.carriedOver).toBeUndefined();
      expect(again?.repeats).toBe(true);
      expect(again?.actor.kind).not.toBe('hubspot');
    }
  });

  it('from the other contact’s address goes back to that address’s own opt-out', () => {
    const other = { nth: 1, value: 'other@example.com' };
    const events = timeline([
      ...history(
        address('2026-01-01'),
        version('2026-09-02', 'opted-out', 'MERGE_CONTACTS', { about: EVERYTHING }),
        merged('2026-09-02'),
      ),
      ...status('2026-06-02', 'opted-out', undefined, {
        about: { kind: 'everything', address: other },
      }),
    ]);
    expect(on(events, '2026-09-02', EVERYTHING)?.carriedOver).toMatchObject({
      since: instant('2026-06-02'),
    });
  });

  it('from nowhere that is known is an opt-out of that day or earlier, by nobody known', () => {
    const events = timeline(
      history(
        address('2026-01-01'),
        version('2026-09-02', 'opted-out', 'MERGE_CONTACTS'),
        merged('2026-09-02'),
      ),
    );
    const copy = on(events, '2026-09-02');
    expect(copy).toMatchObject({ carriedOver: {}, orEarlier: true });
    expect(reliableActor(copy!)).toEqual({ kind: 'someone' });
    expect(said([copy!], 'en')[0]).toMatch(/^2 Sept 2026 or earlier: Newsletter: opted out, rec/);
    expect(said([copy!], 'ja')[0]).toMatch(/^2026年9月2日以前：ニュースレター：配信停止（この/);
  });
});

describe('a status that is older than the record', () => {
  it.each<[string, string]>([
    ['which HubSpot filled itself', 'CALCULATED'],
    ['which a form made', 'FORM'],
    ['which an import made', 'IMPORT'],
    ['which an app made', 'INTEGRATION'],
    ['which somebody made by hand', 'CRM_UI'],
  ])('of an address on an opt-out list, %s', (_how, source) => {
    const events = timeline([
      ...history(
        address('2026-09-01'),
        version('2026-09-01T09:00:00.400Z', 'opted-out', source, { about: EVERYTHING }),
      ),
      ...status('2026-04-01', 'opted-out', 'IMPORT', { about: EVERYTHING }),
    ]);
    const optOuts = events.filter(({ change }) => change === 'opted-out');
    expect(optOuts.map(({ at, repeats }) => [at, repeats])).toEqual([
      [instant('2026-09-01T09:00:00.400Z'), true],
      [instant('2026-04-01'), undefined],
    ]);
    const [copy, optOut] = optOuts;
    expect(optOut?.actor).toEqual({ kind: 'import' });
    expect(copy?.carriedOver).toEqual({ eventId: optOut?.id, since: optOut?.at });
    expect(reliableActor(copy!)).toEqual({ kind: 'someone' });
    expect(said(optOuts, 'en')).toEqual([
      '1 Sept 2026, 09:00 UTC: All e-mail: opted out, recorded on this contact, carried over, nobody changed it then. It has been so since 1 Apr 2026, 09:00 UTC.',
      '1 Apr 2026, 09:00 UTC: Opted out of all e-mail, by an import.',
    ]);
    expect(said(optOuts, 'ja')).toEqual([
      '2026年9月1日 9:00 UTC：すべてのEメール：配信停止（このコンタクトに記録）／引き継ぎ（この時点の変更ではありません）。2026年4月1日 9:00 UTCから同じ状態です。',
      '2026年4月1日 9:00 UTC：すべてのEメールを配信停止／インポート。',
    ]);
  });

  it('of an opt-in is no opt-in by the form that made the record', () => {
    const events = timeline([
      ...history(address('2026-09-01'), version('2026-09-01', 'opted-in', 'FORM')),
      ...status('2026-04-01', 'opted-in', 'IMPORT'),
    ]);
    expect(on(events, '2026-09-01')).toMatchObject({ carriedOver: {}, actor: { kind: 'hubspot' } });
    expect(on(events, '2026-09-01')?.formConsent).toBeUndefined();
  });

  it('is none where the box of the form that made the record was ticked: the status is as new', () => {
    const events = timeline([
      ...history(address('2026-09-01'), version('2026-09-01', 'opted-in', 'FORM')),
      ...status('2026-09-01T09:00:01.000Z', 'opted-in', 'Form', {
        legalBasis: 'CONSENT_WITH_NOTICE',
      }),
    ]);
    expect(on(events, '2026-09-01')).toMatchObject({
      actor: { kind: 'contact', by: 'form' },
      formConsent: 'box-ticked',
    });
    expect(on(events, '2026-09-01')?.carriedOver).toBeUndefined();
  });
});

describe('an address that is the primary one again', () => {
  /** Opted in at the old address; made secondary, when the contact opts out at the new one; primary again. */
  const swapped = (source: string) =>
    timeline([
      ...history(
        address('2026-01-01'),
        version('2026-05-02', 'opted-in', { type: 'FORM', label: 'Seminar' }),
        address('2026-09-01'),
        version('2026-09-01', 'cleared', source),
        version('2026-09-01T15:00:00.000Z', 'opted-out', 'EMAIL', { about: EVERYTHING }),
        address('2026-10-01'),
        version('2026-10-01', 'opted-in', source),
        version('2026-10-01', 'opted-in', source, { about: EVERYTHING }),
      ),
      ...status('2026-05-02', 'opted-in', 'Form', { legalBasis: 'CONSENT_WITH_NOTICE' }),
    ]);

  it.each(['CALCULATED', 'CRM_UI', 'MERGE_CONTACTS'])(
    'has its own status again, of its own time and by its own author (HubSpot’s source: %s)',
    (source) => {
      const events = swapped(source);
      const optIn = on(events, '2026-05-02');
      expect(optIn).toMatchObject({
        actor: { kind: 'contact', by: 'form', name: 'Seminar' },
        formConsent: 'box-ticked',
      });
      expect(on(events, '2026-10-01')).toMatchObject({
        repeats: true,
        carriedOver: { eventId: optIn?.id, since: instant('2026-05-02') },
      });
      expect(on(events, '2026-09-01')).toMatchObject({ repeats: true, carriedOver: {} });
    },
  );

  it('does not take its time and author from an opt-in at the other address meanwhile', () => {
    const events = timeline([
      ...history(
        address('2026-01-01'),
        version('2026-05-02', 'opted-in', 'FORM'),
        address('2026-09-01'),
        version('2026-09-01', 'cleared', 'CALCULATED'),
        version('2026-09-10', 'opted-in', 'CRM_UI'),
        address('2026-10-01'),
        version('2026-10-01', 'opted-in', 'CALCULATED'),
      ),
      ...status('2026-05-02', 'opted-in', 'Form'),
    ]);
    expect(on(events, '2026-10-01')?.carriedOver?.since).toBe(instant('2026-05-02'));
  });

  it('ends no opt-out that the contact made at the other address', () => {
    const events = swapped('CALCULATED');
    const [back, optOut] = events.filter(({ about }) => about.kind === 'everything');
    expect(optOut).toMatchObject({ change: 'opted-out', actor: { kind: 'contact' } });
    expect(back).toMatchObject({ repeats: true, carriedOver: {} });
    expect(said([back!], 'en')).toEqual([
      '1 Oct 2026, 09:00 UTC: All e-mail: not opted out, recorded on this contact, carried over, nobody changed it then (the address was changed just then).',
    ]);
    expect(said([back!], 'ja')).toEqual([
      '2026年10月1日 9:00 UTC：すべてのEメール：配信停止なし（このコンタクトに記録）／引き継ぎ（この時点の変更ではありません）・同時にアドレスを変更。',
    ]);
  });
});
