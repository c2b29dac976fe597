import {
  eventsFromEmailEvents,
  type EmailEventRecord,
} from '../../src/app/evidence/email-events.ts';
import type { Change, ConsentEvent, Subject } from '../../src/app/evidence/consent-event.ts';
import { eventsFromStatuses, type CurrentStatus } from '../../src/app/evidence/current-status.ts';
import {
  eventsFromHistory,
  type PropertyVersion,
} from '../../src/app/evidence/property-history.ts';
import { eventsFromTimeline } from '../../src/app/evidence/subscription-timeline.ts';
import { readingFor } from '../card/reading-for.ts';
import { lineOf, type Language } from './sentences.ts';

/** What HubSpot's sources report, by hand: for histories that no act of the sandbox leaves behind. */

export const NEWSLETTER: Subject = { kind: 'subscription', typeId: '501' };
export const SEMINARS: Subject = { kind: 'subscription', typeId: '502' };
export const EVERYTHING: Subject = { kind: 'everything' };
const ADDRESS: Subject = { kind: 'contact' };

type Source = PropertyVersion['source'];

/** `on`: a day such as `2026-04-01`, at nine, or an instant. */
export function instant(on: string): string {
  return on.includes('T') ? on : `${on}T09:00:00.000Z`;
}

export function version(
  on: string,
  change: Change,
  source: string | Source,
  { about = NEWSLETTER, ...more }: Partial<PropertyVersion> = {},
): PropertyVersion {
  return {
    about,
    change,
    at: instant(on),
    property: about.kind === 'subscription' ? `opt-out of ${about.typeId}` : about.kind,
    value: String(change === 'opted-out'),
    source: typeof source === 'string' ? { type: source } : source,
    ...more,
  };
}

/** The record's address: its first version is its creation, each later one a change. */
export function address(on: string): PropertyVersion {
  return version(on, 'address-changed', 'CRM_UI', { about: ADDRESS, property: 'email', value: '' });
}

export function merged(on: string): PropertyVersion {
  return version(on, 'merged', 'MERGE_CONTACTS', { about: ADDRESS, property: 'merged ids' });
}

export const history = (...versions: readonly PropertyVersion[]) =>
  eventsFromHistory(versions, '7001');

export function status(
  on: string,
  state: CurrentStatus['state'],
  sourceText?: string,
  { about = NEWSLETTER, ...more }: Partial<CurrentStatus> = {},
): ConsentEvent[] {
  return eventsFromStatuses([
    {
      about,
      state,
      at: instant(on),
      ...(sourceText === undefined ? {} : { sourceText }),
      ...more,
    },
  ]);
}

export function emailEvent(
  on: string,
  change: Change,
  source: string,
  { about = NEWSLETTER, ...more }: Partial<EmailEventRecord> = {},
): EmailEventRecord {
  return { about, change, at: instant(on), source, cause: `e@${on}`, raw: {}, ...more };
}

export const emailEvents = (...records: readonly EmailEventRecord[]) =>
  eventsFromEmailEvents(records);

export function legacyRow(
  on: string,
  change: Change,
  source: string,
  { about = NEWSLETTER, ...more }: Partial<Parameters<typeof eventsFromTimeline>[0][number]> = {},
): ConsentEvent[] {
  return eventsFromTimeline([
    { about, change, at: instant(on), source, cause: `t@${on}`, raw: {}, ...more },
  ]);
}

const NAMES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { 501: 'Newsletter', 502: 'Seminar invitations' },
  ja: { 501: 'ニュースレター', 502: 'セミナーのご案内' },
};

/** What the timeline says of each event, without where it was seen. Times are UTC. */
export function said(events: readonly ConsentEvent[], language: Language): string[] {
  const locale = { en: 'en-gb', ja: 'ja-jp' }[language];
  const reading = readingFor({ language, locale }, 'UTC');
  return events.map((event) =>
    lineOf(event, reading, (id) => NAMES[language][id] ?? id)
      .replace(/ Seen in [^.]+\.$/, '')
      .replace(/確認元：[^。]+。$/, ''),
  );
}
