import type { LegalBasis } from '../contract/legal-ground.ts';
import type { BadRequest, NoLink, NotAsked, NotDone, TroubleCode } from '../contract/reply.ts';
import type { WAYS_TO_ASK, Wish } from '../contract/requests.ts';
import type {
  BounceReason,
  ClearingStep,
  ContactValue,
  QuarantineReason,
} from '../contract/deliverability.ts';
import type { DoubleOptIn, MarketingRequest, MarketingStatus } from '../contract/snapshot.ts';
import type {
  Change,
  ConsentEvent,
  Ground,
  Obstacle as Blocked,
  SourceName,
} from '../evidence/consent-event.ts';
import type { Absence } from '../evidence/source.ts';
import type { State } from '../evidence/states.ts';
import type { Reason } from '../policy/decision.ts';
import type { FactName } from '../policy/facts.ts';
import type { Authority, Remedy } from '../policy/rule.ts';
import type { ObjectionScope } from '../assessment/objection.ts';
import type {
  LeavesOut,
  Mail,
  Obstacle,
  OverallSignals,
  Signals,
  Unknown,
} from '../policy/verdict.ts';
import type { ActorMessage } from './actor-message.ts';

/** A sentence or a part of one. `{name}` is a place that is filled when it is said. */
export type Message = string;

type Of<Code extends string> = Readonly<Record<Code, Message>>;

/** By the categories of `Intl.PluralRules` for the language; `other` is said where one has no words. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, Message>> & { other: Message }>;

/** What is said before any answer has come, in every language that there is: all that lies in a card's bundle. */
export interface FirstMessages {
  readonly loading: Message;
  readonly signalNames: Of<keyof Signals>;
  /** `{label}`, `{text}` */
  readonly labelled: Message;
  readonly problemTitle: Message;
  readonly notReached: Message;
  readonly reload: Message;
  readonly tryAgain: Message;
  /** `{seconds}` */
  readonly looksAgainIn: Message;
}

/** What the glance says. Codes travel, sentences live here; a code without words does not compile. */
export interface SeenMessages {
  /** BCP 47: whose way of writing "A, B and C" is used. */
  readonly lists: string;
  /**
   * `can-send`: HubSpot may leave the contact out, which is said after it. `unknown`: `{what}`, with `look-again` where
   * HubSpot may tell it later.
   */
  readonly verdict: Of<
    'will-send' | 'can-send' | 'outdated' | 'will-not-send' | 'unknown' | 'look-again'
  >;
  /**
   * HubSpot would send against an objection, or nobody knows whether it would: `{types}`, `{objection}`;
   * `unread`: `{types}`, the history could not be read; `others`: `{types}`, those that nothing stands in the way of.
   */
  readonly alarm: Of<'contact' | 'unknown' | 'unclear' | 'unread' | 'others'>;
  /** `{day}`, `{where}` */
  readonly objection: {
    readonly contact: Of<ObjectionScope>;
    readonly unknown: Of<Exclude<ObjectionScope, 'spam-complaint'>>;
  };
  /** `{day}`; the last where HubSpot tells no date. */
  readonly objectionDay: Of<'on' | 'on-or-earlier' | 'not-told'>;
  /** What stands for `{where}` of an objection at another address of the contact. */
  readonly elsewhere: Message;
  /** `{at}`: a time that is the oldest HubSpot still has. */
  readonly orEarlier: Message;
  /** `{on}`: since when, `{reason}`: HubSpot's reason, each where it is known. */
  readonly obstacles: Of<Obstacle>;
  /** `{day}`; `known-since` for an address that does not exist. */
  readonly obstacleDay: Of<'on' | 'on-or-earlier' | 'known-since' | 'known-since-or-earlier'>;
  /** `{reason}`, of the only obstacle and of one among others. */
  readonly obstacleReason: Of<'alone' | 'listed'>;
  readonly bounceReasons: Of<BounceReason>;
  readonly quarantineReasons: Of<QuarantineReason>;
  /** A text of HubSpot's own: `{text}` */
  readonly hubSpotsWords: Message;
  /** What stands between two sentences. */
  readonly betweenSentences: Message;
  /** HubSpot may leave the contact out. `unengaged`: `{count}`; `send-limit`: `{until}` */
  readonly leavesOut: Of<LeavesOut>;
  /** What is not known. */
  readonly unknowns: Of<Unknown>;
  /** A value of HubSpot's that this product does not know: `{about}`, `{text}` */
  readonly notUnderstood: Message;
  readonly contactValues: Of<ContactValue>;
  readonly nextStep: Message;
  /** What clears an obstacle. */
  readonly clearing: Of<ClearingStep>;
  /** `says`: `{when}`; `on`: `{date}` */
  readonly billedInVain: Of<'says' | 'on' | 'next-update-date'>;
  readonly signal: {
    readonly consent: Of<OverallSignals['consent']>;
    readonly deliverability: Of<OverallSignals['deliverability']>;
    readonly billing: Of<OverallSignals['billing']>;
  };
  readonly state: Of<'opted-in' | 'opted-out' | 'not-specified'>;
  /** `{state}`, `{at}`, `{who}` */
  readonly since: Message;
  readonly who: Of<ActorMessage>;
  /** `{who}`, `{name}`, `{identity}` */
  readonly staffThroughCard: Message;
  readonly identity: Of<'vouched' | 'claimed'>;
  /** A user whom nobody names: `{id}`. */
  readonly user: Message;
  readonly lastChange: Message;
  readonly allMail: Message;
  /** A rule in two or three words. */
  readonly ruleNames: Of<Reason['rule']>;
  /** `{name}`, `{why}` */
  readonly locked: Message;
  /** `{names}`, `{why}` */
  readonly lockedTypes: Message;
  readonly notKnownShort: Message;
  readonly openTab: Message;
  /** `{detail}` */
  readonly trouble: Of<TroubleCode>;
  /** What stands for `{detail}` where there is one. */
  readonly troubleDetail: Readonly<Partial<Of<TroubleCode>>>;
  readonly badRequest: Of<BadRequest['code']>;
  /** `{id}` */
  readonly reference: Message;
  /** `{readAt}` */
  readonly notLookedAgain: Message;
}

/** What only the tab says: changes, their locks, what becomes of them, and the timeline. */
export interface TabMessages {
  /** `{why}`, `{what}`; the last ones: sent although nobody opted in. */
  readonly mail: Of<
    Mail | 'sent-as-settings-are-off' | 'sent-as-settings-are-not-enforced' | 'sent-as-one-to-one'
  >;
  readonly oneToOneTitle: Message;
  /** `{why}`, `{what}`; `disagree`: `{checkedOn}`, `{treatedAs}` */
  readonly oneToOne: Of<Exclude<Mail, 'sent-too-late'> | 'disagree'>;
  readonly treatedAs: Of<'refused' | 'sent'>;
  readonly stateNotRecorded: Message;
  /** An objection that the state does not show: `{objection}`. */
  readonly rowObjection: Of<'no' | 'not-known'>;
  /** Legal basis and explanation of another change than the one that brought about the state: `{at}`, `{who}`, `{basis}` */
  readonly basisSet: Message;
  readonly optOutAgain: Of<'type' | 'all-email'>;
  readonly whose: Of<Authority>;
  /** `{whose}` */
  readonly advisory: Message;
  /** What a rule says; `{since}` stands for the time of the event behind it, `{by}` for what carried it. */
  readonly ruleSays: Of<Reason['rule']>;
  /** `{at}` */
  readonly sinceThen: Message;
  /** `{who}` */
  readonly carriedBy: Message;
  /** `{what}` */
  readonly notKnown: Message;
  readonly facts: Of<FactName>;
  /** `{name}` */
  readonly showEvent: Message;
  readonly eventShown: Message;
  /** Before a step that is another way than the first. */
  readonly orNextStep: Message;
  readonly remedy: Of<Remedy>;
  /** `copy`, `text`: `{name}` */
  readonly requestText: Of<'copy' | 'copied' | 'text'>;
  /** `button`: `{name}`; `asked`, `already`: `{at}` */
  readonly approval: Of<
    | 'button'
    | 'says'
    | 'note'
    | 'send'
    | 'asking'
    | 'asked'
    | 'already'
    | 'notRecorded'
    | 'notKnownYet'
  > & { readonly not: Of<NotAsked> };
  /** `copy`: `{name}` */
  readonly preferenceLink: Of<'copy' | 'copied' | 'notCopied' | NoLink>;
  readonly subscriptions: Message;
  /** `noKey`: `{code}` */
  readonly setUp: Of<'title' | 'says' | 'button' | 'notOurs' | 'noKey'>;
  readonly saving: Message;
  /** `{name}` */
  readonly optIn: Message;
  readonly optOutOf: Message;
  readonly recordRequest: Message;
  readonly everything: Of<'title' | 'button' | 'warning' | 'confirm'>;
  /** `{name}`, `{why}` */
  readonly asksFirst: Message;
  /** `{state}` */
  readonly undo: Message;
  /** `{time}` */
  readonly undoUntil: Message;
  /** `useWording`: `{wording}` */
  readonly form: Of<
    | 'basis'
    | 'explanation'
    | 'explanationHint'
    | 'wording'
    | 'useWording'
    | 'evidence'
    | 'evidenceHint'
    | 'askedBy'
    | 'askedOn'
    | 'explicitYes'
    | 'needed'
    | 'cancel'
    | 'discarded'
  >;
  readonly ways: Of<(typeof WAYS_TO_ASK)[number]>;
  /** `{way}`, `{on}`, `{name}`; `on`: `{date}` */
  readonly wording: Of<'says' | 'on'>;
  readonly legalBasis: Of<LegalBasis>;
  readonly outcome: {
    readonly changed: Of<Wish['act']>;
    readonly requested: Message;
    readonly 'nothing-to-do': Message;
    readonly 'not-done': Readonly<Record<NotDone, readonly [title: Message, says: Message]>>;
    readonly overtaken: readonly [title: Message, says: Message];
    readonly 'not-recorded': Message;
    readonly 'not-known-yet': Message;
    readonly refused: Message;
    readonly lacking: Message;
  };
  readonly recordOwed: Message;
  readonly unrecorded: Message;
  /** `{reason}`, `{leaving}`; `leaving`: `{date}`; `date`: `{date}` */
  readonly marketing: Of<MarketingStatus['kind'] | 'leaving' | 'date'>;
  readonly marketingTitle: Message;
  /** `{source}`, `{name}`; `name`: `{name}` */
  readonly marketingReason: Of<'says' | 'name' | 'unexplained'>;
  /** HubSpot's words for where a status came from. */
  readonly marketingSources: Readonly<Record<string, Message>>;
  readonly toMarketing: Message;
  readonly toNonMarketing: Message;
  /** Of a contact who is to leave at the next update date. */
  readonly keepMarketing: Message;
  /** `{wish}`, `{who}`, `{at}`, `{how}` */
  readonly marketingRequest: Message;
  readonly marketingWish: Of<MarketingRequest['to']>;
  readonly marketingElsewhere: Message;
  readonly marketingHow: Of<MarketingRequest['state']>;
  /** `{date}` */
  readonly nextUpdateDate: Message;
  readonly doubleOptInTitle: Message;
  readonly doubleOptIn: Of<DoubleOptIn>;
  /** With HubSpot's own words: `{status}`, `{text}` */
  readonly doubleOptInValue: Message;
  readonly notRecorded: Message;
  /** `{count}` */
  readonly otherAddresses: Plural;
  readonly everyoneActsThroughTheApp: Message;
  readonly timeline: TimelineMessages;
  readonly event: EventMessages;
  readonly then: ThenMessages;
}

/** What the timeline says around its events. */
export interface TimelineMessages {
  readonly title: Message;
  readonly empty: Message;
  readonly showOlder: Message;
  readonly olderMayExist: Message;
  readonly when: Message;
  readonly what: Message;
  readonly byWhom: Message;
  /** Behind an actor that is only inferred: `{who}`, `{ground}`. */
  readonly inferred: Message;
  readonly grounds: Of<Ground>;
  /** What stands between two sentences. */
  readonly between: Message;
  /** `{sources}` */
  readonly seenIn: Message;
  readonly repeats: Message;
  /** `{basis}` */
  readonly basis: Message;
  /** `{text}` */
  readonly explanation: Message;
  /** The rules by which this card made a change, by name: `{rules}`. */
  readonly rules: Plural;
  readonly betweenRules: Message;
  /** On whose request: `{way}`. */
  readonly askedBy: Message;
  /** `{text}` */
  readonly cardEvidence: Message;
  /** `{others}` */
  readonly disputed: Message;
  readonly conflict: Message;
  /** `{at}` */
  readonly learnedAt: Message;
  /** How sure it is who it was. */
  readonly certainty: Of<ConsentEvent['certainty']>;
  readonly written: Message;
  readonly search: Message;
  /** Where not everything that was read is here: `{shown}`, `{all}` */
  readonly searched: Message;
  readonly filter: Message;
  readonly readIn: Message;
  /** A choice that leaves nothing out. */
  readonly all: Message;
  readonly showAll: Message;
  readonly noneFits: Message;
  readonly deliverability: Message;
  readonly asOf: Message;
  readonly evidence: Message;
  readonly nothingOlder: Message;
  readonly olderFailed: Message;
  /** `{source}`, `{because}` */
  readonly unread: Message;
  /** `{scope}` */
  readonly because: Of<Absence['code']>;
  readonly source: Of<SourceName>;
}

type PlainChange = Exclude<Change, 'opted-in' | 'opted-out' | 'cleared' | 'blocked' | 'unblocked'>;

/** What an event says: the change and what it is about. */
export interface EventMessages {
  /** `{about}`; `blocked` says the obstacle alone. */
  readonly change: Of<'opted-in' | 'opted-out' | 'cleared' | 'unblocked' | 'lifted'>;
  /** Changes that say by themselves what they are about. */
  readonly plain: Of<PlainChange>;
  readonly obstacle: Of<Blocked>;
  /** `subscription`: `{name}`; `brand`: `{id}` */
  readonly about: Of<
    | 'subscription'
    | 'everything'
    | 'brand'
    | 'some-subscription'
    | 'marketing'
    | 'double-opt-in'
    | 'legal-basis'
    | 'contact'
  >;
  /** Those that read otherwise as a label, by themselves; `brand`: `{id}`. */
  readonly label: Of<'everything' | 'brand' | 'some-subscription' | 'marketing-schedule'>;
  /** `{said}`, `{nth}` */
  readonly otherAddress: Message;
}

/** What is said of a past day alone. */
export interface ThenMessages {
  readonly notKnown: Message;
  /** `{before}` */
  readonly notKnownBefore: Message;
  /** States that the glance has no words for; nothing that is known is `unclear`. */
  readonly state: Of<
    | Exclude<State, keyof SeenMessages['state'] | Exclude<DoubleOptIn, 'unknown'> | 'unclear'>
    | 'unclear'
  >;
}

/** Everything a reader is told in one language: the glance's part, and the tab's where it is asked for. */
export interface Messages {
  readonly seen: SeenMessages;
  readonly tab?: TabMessages;
}
