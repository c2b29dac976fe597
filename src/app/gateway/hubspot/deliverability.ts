import type {
  ContactValue,
  Deliverability,
  NotUnderstood,
  QuarantineReason,
  Since,
} from '../../contract/deliverability.ts';
import type { Contact } from '../ports.ts';
import { DELIVERABILITY, quarantineReasonOf } from './deliverability-properties.ts';
import { instantOf } from './instant.ts';
import { isCut } from './versions.ts';

type Properties = Readonly<Record<string, string | null | undefined>>;

/** Past values by property. */
type Histories = Readonly<
  Record<
    string,
    readonly {
      readonly value: string;
      readonly timestamp: unknown;
      readonly sourceType: string;
    }[]
  >
>;

/** What a property says; `absent` where the account has no such property. */
type Told<T> = T | 'absent' | 'not-understood';

type Key = keyof typeof DELIVERABILITY;
type ToldOf<K extends Key> = Told<
  Exclude<ReturnType<(typeof DELIVERABILITY)[K]['read']>, undefined>
>;
type ToldByAll = { readonly [K in Key]: ToldOf<K> };

type Read = Pick<
  Contact,
  'deliverability' | 'complaint' | 'doubleOptIn' | 'doubleOptInValue' | 'notUnderstood'
>;

/** What the properties of `DELIVERABILITY` tell of a contact, as far as their values are understood. */
export function deliverabilityOf(
  properties: Properties,
  histories: Histories,
  address: string | undefined,
): Read {
  const told = toldBy(properties);
  const past = pastIn(histories);
  const valueOf = (key: Key) => properties[DELIVERABILITY[key].name] ?? '';
  const since = (key: Key) => past.since(DELIVERABILITY[key].name, valueOf(key));
  const bounce = bounceFrom(told, past, since);
  const quarantine = quarantineFrom(told, past, since, address);
  const complaint = complaintFrom(told, histories);
  const { badAddress, ineligible, sendsSinceEngagement, sendLimit, doubleOptIn } = told;
  const engaged = [told.firstOpen, told.firstClick];
  const deliverability: Deliverability = {
    ...(bounce === 'not-known' || bounce === 'contradicted' ? {} : { bounce }),
    ...(typeof badAddress === 'boolean'
      ? { badAddress: badAddress ? since('badAddress') : 'no' }
      : {}),
    ...(quarantine === undefined ? {} : { quarantine }),
    ...(typeof ineligible === 'boolean' ? { ineligible } : {}),
    ...(typeof sendsSinceEngagement === 'number' ? { sendsSinceEngagement } : {}),
    ...(engaged.includes(true)
      ? { hasEngaged: true }
      : engaged.includes(false)
        ? { hasEngaged: false }
        : {}),
    ...(typeof sendLimit === 'object' ? { sendLimitUntil: sendLimit.at } : {}),
  };
  const notUnderstood = notUnderstoodIn(told, bounce === 'contradicted', valueOf);
  return {
    deliverability,
    ...(complaint === undefined ? {} : { complaint }),
    doubleOptIn: isKnown(doubleOptIn) ? doubleOptIn : 'unknown',
    ...(doubleOptIn === 'marked-confirmed'
      ? { doubleOptInValue: inHubSpotsWords(valueOf('doubleOptIn')) }
      : {}),
    ...(Object.keys(notUnderstood).length === 0 ? {} : { notUnderstood }),
  };
}

function toldBy(properties: Properties): ToldByAll {
  const told = Object.entries(DELIVERABILITY).map(([key, { name, read }]): [string, unknown] => {
    const sent = properties[name];
    return [key, sent === undefined ? 'absent' : (read(sent ?? '') ?? 'not-understood')];
  });
  return Object.fromEntries(told) as ToldByAll;
}

/** The text of a bounce is any text: it counts only where it stands against the reason, or alone. */
function notUnderstoodIn(
  told: ToldByAll,
  textCounts: boolean,
  valueOf: (key: Key) => string,
): NotUnderstood {
  const keys = (Object.keys(DELIVERABILITY) as Key[]).filter((key) =>
    key === 'bounceText' ? textCounts : told[key] === 'not-understood',
  );
  return Object.fromEntries(
    keys.map((key) => [DELIVERABILITY[key].about, inHubSpotsWords(valueOf(key))]),
  );
}

function isKnown<T>(told: Told<T>): told is Exclude<T, 'absent' | 'not-understood'> {
  return told !== 'absent' && told !== 'not-understood';
}

/** `contradicted`: the text tells of a bounce that the reason does not tell of. A text older than the reason was left over. */
function bounceFrom(
  { bounce: reason, bounceText: text }: ToldByAll,
  past: Past,
  since: (key: Key) => Since,
): NonNullable<Deliverability['bounce']> | 'not-known' | 'contradicted' {
  if (reason === 'not-understood') return 'not-known';
  if (reason !== 'absent' && reason !== 'none') return { reason, ...since('bounce') };
  if (text === 'absent') return reason === 'absent' ? 'not-known' : 'none';
  if (text === 'none') return 'none';
  if (reason === 'absent') {
    return text === 'not-understood' ? 'contradicted' : { reason: text, ...since('bounceText') };
  }
  return past.isLaterThan('bounce', 'bounceText') ? 'none' : 'contradicted';
}

/** A reason without a quarantine contradicts it, unless the quarantine was lifted after the reason was set. */
function quarantineFrom(
  told: ToldByAll,
  past: Past,
  since: (key: Key) => Since,
  address: string | undefined,
): Deliverability['quarantine'] | undefined {
  const { quarantine, quarantineReason, quarantineReasonOfAccount, quarantinedAddresses } = told;
  if (typeof quarantine !== 'boolean') return undefined;
  if (quarantine) {
    return {
      ...reasonFrom(quarantineReason, quarantineReasonOfAccount),
      ...since('quarantine'),
    };
  }
  const saidElsewhere: readonly (readonly [Key, boolean])[] = [
    ['quarantineReason', isGiven(quarantineReason)],
    ['quarantineReasonOfAccount', isGiven(quarantineReasonOfAccount)],
    [
      'quarantinedAddresses',
      isKnown(quarantinedAddresses) && quarantinedAddresses.has(address?.toLowerCase() ?? ''),
    ],
  ];
  const wasLifted = saidElsewhere.every(
    ([key, isSaid]) => !isSaid || past.isLaterThan('quarantine', key),
  );
  return wasLifted ? 'none' : undefined;
}

function isGiven(reason: ToldOf<'quarantineReason'>): boolean {
  return reason !== 'absent' && reason !== 'none';
}

function reasonFrom(
  reason: ToldOf<'quarantineReason'>,
  ofAccount: ToldOf<'quarantineReason'>,
): { readonly reason?: QuarantineReason; readonly setBy?: 'account' } {
  if (isKnown(reason) && reason !== 'none') return { reason };
  if (reason === 'not-understood' || !isGiven(ofAccount)) return {};
  return {
    ...(isKnown(ofAccount) && ofAccount !== 'none' ? { reason: ofAccount } : {}),
    setBy: 'account',
  };
}

/**
 * Of a contact's properties only the reason of a quarantine tells of a complaint. It stands although another reason was
 * written over it.
 */
function complaintFrom(
  { quarantineReason: reason, quarantine }: ToldByAll,
  histories: Histories,
): Contact['complaint'] {
  const versions = (histories[DELIVERABILITY.quarantineReason.name] ?? []).filter(
    ({ value }) => quarantineReasonOf(value) === 'complaint',
  );
  if (reason === 'complaint' || versions.length > 0) {
    const at = versions
      .map(({ timestamp }) => instantOf(timestamp))
      .sort()
      .at(-1);
    return at === undefined ? {} : { at };
  }
  if (reason === 'not-understood') return undefined;
  return reason !== 'absent' || quarantine === false ? 'none' : undefined;
}

interface Past {
  /** Since when a property has had this value without a break. */
  readonly since: (property: string, value: string) => Since;
  /** Whether HubSpot tells that one property was changed after another. */
  readonly isLaterThan: (key: Key, other: Key) => boolean;
}

/** Sources by which HubSpot copies a value from another record: the copy says nothing of when it was set. */
const COPIED = /^MERGE_/;

function pastIn(histories: Histories): Past {
  const newestFirst = (property: string) =>
    (histories[property] ?? [])
      .map(({ timestamp, ...version }) => ({ ...version, at: instantOf(timestamp) }))
      .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const newest = (key: Key) => newestFirst(DELIVERABILITY[key].name)[0]?.at;
  return {
    since(property, value) {
      const versions = newestFirst(property);
      const end = versions.findIndex((version) => version.value !== value);
      const held = end === -1 ? versions : versions.slice(0, end);
      const first = held.at(-1);
      if (first === undefined) return {};
      const isOldest = end === -1 && isCut(versions.length);
      return {
        at: first.at,
        ...(isOldest || COPIED.test(first.sourceType) ? { orEarlier: true } : {}),
      };
    },
    isLaterThan(key, other) {
      const [at, before] = [newest(key), newest(other)];
      return at !== undefined && before !== undefined && at > before;
    },
  };
}

/** Longer texts would fill the card. */
const MOST_CHARACTERS = 100;

/** A value as HubSpot wrote it, without the characters that would change how what surrounds it is shown. */
function inHubSpotsWords(value: string): NonNullable<NotUnderstood[ContactValue]> {
  const shown = [...value.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ')];
  return shown.length > MOST_CHARACTERS
    ? `${shown.slice(0, MOST_CHARACTERS).join('')}…`
    : shown.join('');
}
