import type { LegalBasis } from '../contract/legal-ground.ts';
import type {
  BadRequest,
  FieldProblem,
  NoLink,
  NotAsked,
  NotDone,
  TroubleCode,
} from '../contract/reply.ts';
import type { WAYS_TO_ASK, Wish } from '../contract/requests.ts';
import type {
  DoubleOptIn,
  LastChange,
  MarketingRequest,
  MarketingStatus,
  ReadingPart,
} from '../contract/snapshot.ts';
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
import type { Light, Lights, Mail, Obstacle } from '../policy/verdict.ts';
import type { ActorMessage } from './actor-message.ts';

/** A sentence or a part of one. `{name}` is a place that is filled when it is said. */
export type Message = string;

type Of<Code extends string> = Readonly<Record<Code, Message>>;

/** By the categories of `Intl.PluralRules` for the language; `other` is said where one has no words. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, Message>> & { other: Message }>;

/** What is said before any answer has come, in every language that there is: all that lies in a card's bundle. */
export interface FirstMessages {
  readonly loading: Message;
  readonly lightNames: Of<keyof Lights>;
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
  readonly verdict: Of<'will-send' | 'outdated' | 'will-not-send' | 'unknown'>;
  readonly obstacles: Of<Obstacle>;
  readonly light: Of<Light<Obstacle>['is']>;
  readonly state: Of<'opted-in' | 'opted-out' | 'not-specified'>;
  /** `{state}`, `{at}`, `{who}` */
  readonly since: Message;
  /** After it, where a later change made here was taken back: `{since}`, `{at}` */
  readonly sinceUndone: Of<NonNullable<LastChange['undone']>['change']>;
  /** Where the first change is no longer told: `{at}` */
  readonly orEarlier: Message;
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
  readonly unreadTitle: Message;
  /** `{parts}`, `{why}`: one sentence a reason. */
  readonly unread: Message;
  readonly unreadParts: Of<ReadingPart>;
  /** What follows for changes. */
  readonly unreadMeans: Message;
}

/** What only the tab says: changes, their locks, what becomes of them, and the timeline. */
export interface TabMessages {
  /** `{why}`; the last two: sent although nobody opted in. */
  readonly mail: Of<Mail | 'sent-as-settings-are-off' | 'sent-as-one-to-one'>;
  readonly oneToOneTitle: Message;
  /** `{why}`; `disagree`: `{checkedOn}`, `{treatedAs}` */
  readonly oneToOne: Of<'sent' | 'not-sent' | 'not-known' | 'disagree'>;
  readonly treatedAs: Of<'refused' | 'sent'>;
  readonly stateNotRecorded: Message;
  readonly stateNotRead: Message;
  /** An interrupted opt-in beside an opt-out, whose author HubSpot does not tell: `{at}` */
  readonly notReverted: Message;
  readonly whose: Of<Authority>;
  /** `{whose}` */
  readonly advisory: Message;
  /** What a rule says; `{since}` stands for the time of the event behind it. */
  readonly ruleSays: Of<Reason['rule']>;
  /** `{at}` */
  readonly sinceThen: Message;
  /** `{what}` */
  readonly notKnown: Message;
  readonly facts: Of<FactName>;
  /** `{name}` */
  readonly showEvent: Message;
  readonly eventShown: Message;
  readonly nextStep: Message;
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
  /** What is wrong with a field of the form, before and after it was sent. */
  readonly badField: Of<FieldProblem>;
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
    /** HubSpot accepted the change and does not show it yet. */
    readonly 'sent-not-confirmed': Message;
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
  /** In the place of an actor: of a state that HubSpot only carried over. */
  readonly carriedOver: Message;
  /** With the reason for it: `{carriedOver}`, `{ground}`. */
  readonly carriedOverBy: Message;
  /** Since when a state that was carried over holds: `{at}`. */
  readonly heldSince: Message;
  /** In the place of an actor, where older changes are not told. */
  readonly firstActorNotKnown: Message;
  /** What the same act did besides, as a sentence: `{what}`. */
  readonly together: Message;
  /** What stands between two sentences. */
  readonly between: Message;
  /** `{sources}` */
  readonly seenIn: Message;
  readonly repeats: Message;
  /** What an undo comes to. */
  readonly undone: Message;
  /** `{bases}`, each quoted. */
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
  /** Where e-mail events are not read. */
  readonly complaintsUnread: Message;
  readonly source: Of<SourceName>;
}

type PlainChange = Exclude<
  Change,
  'opted-in' | 'opted-out' | 'cleared' | 'blocked' | 'unblocked' | 'changed'
>;

/** What an event says: the change and what it is about. */
export interface EventMessages {
  /** `{about}`; `blocked` says the obstacle alone. `changed-to`: `{value}`, as HubSpot writes it. */
  readonly change: Of<
    'opted-in' | 'opted-out' | 'cleared' | 'unblocked' | 'lifted' | 'changed' | 'changed-to'
  >;
  /** Changes that say by themselves what they are about. `double-opt-in-marked-confirmed`: `{value}` */
  readonly plain: Of<PlainChange>;
  /** A text of HubSpot's own: `{text}`. */
  readonly quoted: Message;
  /** A state that was so before: `{about}`, `{state}`. */
  readonly is: Message;
  /** The same, written onto the contact's record: `{about}`, `{state}`. */
  readonly recorded: Message;
  readonly state: Of<'opted-in' | 'opted-out' | 'not-specified' | 'not-opted-out'>;
  readonly obstacle: Of<Blocked>;
  /** `{obstacle}`, `{reason}` */
  readonly obstacleBecause: Message;
  /** HubSpot's reasons for a bounce or a quarantine, as far as its pages explain them. */
  readonly reasons: Readonly<Record<string, Message>>;
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
  /** Of an undo; what was taken back: `{said}` */
  readonly undone: Message;
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
