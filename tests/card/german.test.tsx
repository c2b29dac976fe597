import { createRenderer } from '@hubspot/ui-extensions/testing';
import * as React from 'react';
import { describe, expect, it } from 'vitest';
import type { Glance } from '../../src/app/contract/snapshot.ts';
import type { Obstacle } from '../../src/app/policy/verdict.ts';
import { told as toldOf } from '../../src/app/extensions/consent/lock.ts';
import { tellingOf } from '../../src/app/extensions/consent/telling.ts';
import { TimelineView } from '../../src/app/extensions/consent/TimelineView.tsx';
import { LANGUAGES } from '../../src/app/words/languages.ts';
import { aCard, deny, glance, row } from './a-card.tsx';
import { readingFor } from './reading-for.ts';
import { historyOf, rowsIn, told } from './timeline-drawn.tsx';

const JANUARY = '2026-01-03T03:05:00.000Z';

const LOCKED: Glance = glance({
  rows: [
    row({
      names: { ja: 'ニュースレター', de: 'Rundbrief' },
      state: 'opted-out',
      last: { at: JANUARY, actor: { kind: 'contact', by: 'email' } },
      optIn: deny({ rule: 'opted-out-by-contact', authority: 'organisation', since: JANUARY }, [
        'share-preference-link',
      ]),
    }),
  ],
});

const german = readingFor({ language: 'de', locale: 'de-de' }, 'Europe/Berlin');
const { words } = german;

describe('the card in German', () => {
  it.each([
    ['de-de', '3. Jan. 2026, 12:05 GMT+9'],
    ['de-at', '3. Jän. 2026, 12:05 GMT+9'],
  ])('for %s: verdict, lock, whose rule and since when, and the next step', async (locale, at) => {
    const card = aCard({ reads: [LOCKED] }, 'de', undefined, locale);
    await card.renderer.waitFor(() => {
      expect(card.toggles()[0]?.props).toMatchObject({
        readOnly: true,
        label: 'Rundbrief, gesperrt: Kontakt hat sich abgemeldet',
      });
    });
    expect(card.alerts().map(({ title }) => title)).toEqual([
      'Marketing-E-Mails werden nicht gesendet, weil der Kontakt keinen Abonnementtyp abonniert hat.',
    ]);
    const said = card.page().split('\n');
    expect(said).toContain(`Abgemeldet seit ${at}, durch den Kontakt, Link in einer E-Mail`);
    expect(said).toContain(
      `Regel Ihrer Organisation: Der Kontakt hat sich am ${at} abgemeldet; nur er selbst kann sich wieder anmelden.`,
    );
    expect(said).toContain(
      'Nächster Schritt: Senden Sie dem Kontakt den Link zu seinen E-Mail-Einstellungen und lassen Sie ihn selbst wählen.',
    );
    expect(card.asked[0]).toEqual({ part: 'glance', words: { in: 'de', for: 'tab' } });
  });

  it('has the day, who it was and what in the timeline', () => {
    const renderer = createRenderer('crm.record.tab');
    renderer.render(
      <TimelineView
        state={{ kind: 'shown', history: historyOf([told('2026-07-02T05:00:00.000Z')]) }}
        reading={german}
        nameOf={() => 'Rundbrief'}
        onShowOlder={() => undefined}
      />,
    );
    const [[who, what, when] = []] = rowsIn(renderer);
    expect(who).toContain('durch den Kontakt, Link in einer E-Mail');
    expect(what).toContain('Abgemeldet: Rundbrief');
    expect(when).toBe('07:00 MESZ');
  });
});

describe('German sentences', () => {
  const because = (...why: [Obstacle, ...Obstacle[]]) =>
    words.verdict(
      { kind: 'will-not-send', because: why },
      String,
      tellingOf({ deliverability: {} }, german),
    );

  it('list reasons as clauses that end in their verb', () => {
    expect(because('no-type-opted-in', 'quarantined', 'not-a-marketing-contact')).toBe(
      'Marketing-E-Mails werden nicht gesendet, weil der Kontakt keinen Abonnementtyp abonniert hat, HubSpot die Adresse in Quarantäne gestellt hat und der Kontakt kein Marketingkontakt ist.',
    );
    const clauses = Object.values(LANGUAGES.de.seen.obstacles);
    expect(clauses.filter((clause) => !/ (hat|ist|vorliegt)( \(.+\))?$/.test(clause))).toEqual([]);
  });

  it('are put together from parts without a gap', () => {
    const status = {
      kind: 'marketing',
      untilNextUpdateDate: true,
      reason: 'WORKFLOW',
      reasonName: 'Aufräumen',
    } as const;
    expect(words.marketing(status, '1. Dez. 2026')).toBe(
      'Marketingkontakt (Quelle: Workflow „Aufräumen“); wird zum nächsten Aktualisierungsdatum (1. Dez. 2026) Nicht-Marketingkontakt.',
    );
    expect(words.wording('phone', '20. Nov. 2026', 'Rundbrief')).toBe(
      'Hat am 20. Nov. 2026 telefonisch um Zusendung gebeten: Rundbrief.',
    );
    expect(words.wording('other', undefined, 'Rundbrief')).toBe(
      'Hat auf anderem Weg um Zusendung gebeten: Rundbrief.',
    );
    expect(words.notKnown(['quarantined', 'spamComplaint'])).toBe(
      'Vorerst gesperrt, da etwas nicht gelesen werden konnte: Quarantäne und Spam-Meldungen. Prüfen Sie es später erneut.',
    );
  });

  it('say a rule with the date and without it', () => {
    const law = { rule: 'japan-refusal', authority: 'law' } as const;
    expect(toldOf({ ...law, since: JANUARY }, german)).toContain(
      'Nach einer Ablehnung am 3. Jan. 2026, 04:05 MEZ darf nichts gesendet werden',
    );
    expect(toldOf(law, german)).toContain('Nach einer Ablehnung darf nichts gesendet werden');
  });
});
