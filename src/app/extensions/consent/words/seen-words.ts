import type { TroubleCode } from '#contract/reply.ts';
import type { Actor } from '#evidence/consent-event.ts';
import type { Verdict } from '#policy/verdict.ts';
import type { ActorMessage } from '#words/actor-message.ts';
import type { FirstMessages, SeenMessages } from '#words/messages.ts';
import { deliverabilityWords, type Telling } from './deliverability-words.ts';
import { fill } from './fill.ts';
import { objectionWords } from './objection-words.ts';

/** What can be said before any answer has come. */
export function firstWords(first: FirstMessages) {
  return {
    ...first,
    /** A label before what it labels. */
    labelled: (label: string, text: string) => fill(first.labelled, { label, text }),
    /** HubSpot is busy, and the card looks again by itself. */
    looksAgainIn: (seconds: number) => fill(first.looksAgainIn, { seconds: String(seconds) }),
  };
}

export type FirstWords = ReturnType<typeof firstWords>;

/** What the glance says, with its places filled: all that the sidebar carries. */
export function seenWords(first: FirstMessages, seen: SeenMessages) {
  const lists = new Intl.ListFormat(seen.lists);
  const list = (parts: Iterable<string>) => lists.format(parts);
  const ofDeliverability = deliverabilityWords(seen, list);
  return {
    ...firstWords(first),
    ...seen,
    /** "A, B and C", as the language writes it. */
    list,
    ...objectionWords(seen, list),
    ...ofDeliverability,
    /** An alarm has sentences of its own. */
    verdict: (
      verdict: Exclude<Verdict, { kind: 'against-objection' }>,
      nameOf: (typeId: string) => string,
      telling: Telling,
    ) => {
      switch (verdict.kind) {
        case 'will-send':
          return (
            fill(seen.verdict[verdict.leavesOut === undefined ? 'will-send' : 'can-send'], {
              types: list(verdict.typeIds.map(nameOf)),
              leftOut: ofDeliverability.leftOut(verdict.leavesOut ?? [], telling),
            }) +
            (verdict.outdated.length === 0
              ? ''
              : fill(seen.verdict.outdated, { types: list(verdict.outdated.map(nameOf)) }))
          );
        case 'will-not-send':
          return fill(seen.verdict['will-not-send'], {
            why: ofDeliverability.obstaclesIn(verdict.because, telling),
          });
        case 'unknown':
          return (
            fill(seen.verdict.unknown, { what: ofDeliverability.whatIsUnknown(verdict.what) }) +
            (ofDeliverability.mayComeToBeKnown(verdict.what, telling)
              ? seen.verdict['look-again']
              : '')
          );
      }
    },
    /** A state with its date and its actor, as one line. */
    since: (state: string, at: string, who: string) => fill(seen.since, { state, at, who }),
    /** A time, or that it was then or earlier. */
    time: (at: string, orEarlier: true | undefined) =>
      orEarlier === undefined ? at : fill(seen.orEarlier, { at }),
    who: (actor: Actor) => {
      const [message, named] = whoIs(actor);
      const who = fill(seen.who[message], { name: named, id: named });
      const staff = actor.kind === 'this-card' ? actor.staff : undefined;
      const id = staff?.userId;
      const name = staff?.name ?? (id === undefined ? undefined : fill(seen.user, { id }));
      return staff === undefined || name === undefined
        ? who
        : fill(seen.staffThroughCard, { who, name, identity: seen.identity[staff.identity] });
    },
    locked: (name: string, why: string) => fill(seen.locked, { name, why }),
    /** Types that are locked for one reason. */
    lockedTypes: (names: readonly string[], why: string) =>
      fill(seen.lockedTypes, { names: list(names), why }),
    /** `detail` names the scope or the setting, where there is one. */
    trouble: (code: TroubleCode, detail = '') =>
      fill(seen.trouble[code], {
        detail: detail === '' ? '' : fill(seen.troubleDetail[code] ?? '', { detail }),
      }),
    reference: (id: string) => fill(seen.reference, { id }),
    /** What is shown is older than now. */
    notLookedAgain: (readAt: string) => fill(seen.notLookedAgain, { readAt }),
  };
}

export type SeenWords = ReturnType<typeof seenWords>;

/** How an actor is said, with the name or the number that is known. */
function whoIs(actor: Actor): readonly [ActorMessage, string] {
  switch (actor.kind) {
    case 'contact':
      if (actor.by === undefined) return ['contact', ''];
      if (actor.by === 'form' && actor.name) return ['contact-named-form', actor.name];
      return [`contact-${actor.by}`, ''];
    case 'staff':
      if (actor.name) return ['named-staff', actor.name];
      return actor.userId ? ['staff-id', actor.userId] : ['staff', ''];
    case 'workflow':
    case 'import':
      return actor.name ? [`named-${actor.kind}`, actor.name] : [actor.kind, ''];
    case 'integration':
      if (actor.name) return ['named-integration', actor.name];
      return actor.appId ? ['integration-id', actor.appId] : ['integration', ''];
    case 'this-card':
    case 'hubspot':
    case 'someone':
      return [actor.kind, ''];
  }
}
