import type { ConsentEvent, Subject } from '#evidence/consent-event.ts';
import type { EventMessages } from '#words/messages.ts';
import { fill } from './fill.ts';

type NameOf = (typeId: string) => string;

/** As much of an event as its words depend on. */
type DescribedEvent = Pick<ConsentEvent, 'about' | 'change'> &
  Partial<Pick<ConsentEvent, 'card' | 'carriedOver' | 'orEarlier' | 'repeats' | 'reportedValue'>>;

/** What an event says: the change, what it is about, and which address where it is not the primary one. */
export function eventWords(messages: EventMessages) {
  /** What something is about, within a sentence. */
  const inside = (about: Subject, nameOf: NameOf): string => {
    switch (about.kind) {
      case 'subscription':
        return fill(messages.about.subscription, { name: nameOf(about.typeId) });
      case 'everything':
        return about.businessUnitId === undefined
          ? messages.about.everything
          : fill(messages.about.brand, { id: about.businessUnitId });
      case 'deliverability':
        return messages.obstacle[about.of];
      case 'marketing-status':
      case 'marketing-schedule':
        return messages.about.marketing;
      case 'form':
      case 'contact':
        return messages.about.contact;
      case 'some-subscription':
      case 'double-opt-in':
      case 'legal-basis':
        return messages.about[about.kind];
    }
  };

  const quoted = (text: string) => fill(messages.quoted, { text });

  const label = (about: Subject, nameOf: NameOf): string => {
    switch (about.kind) {
      case 'subscription':
        return nameOf(about.typeId);
      case 'everything':
        return about.businessUnitId === undefined
          ? messages.label.everything
          : fill(messages.label.brand, { id: about.businessUnitId });
      case 'some-subscription':
      case 'marketing-schedule':
        return messages.label[about.kind];
      default:
        return inside(about, nameOf);
    }
  };

  // The address itself is the reader's business, not a row's.
  const ofAddress = (said: string, about: Subject): string => {
    const nth = 'address' in about ? about.address?.nth : undefined;
    return nth === undefined ? said : fill(messages.otherAddress, { said, nth: String(nth) });
  };

  /** What something is about, by itself: before a colon, or as a choice. */
  const subject = (about: Subject, nameOf: NameOf): string =>
    ofAddress(label(about, nameOf), about);

  const change = (
    { about, change: what, reportedValue = '' }: DescribedEvent,
    nameOf: NameOf,
  ): string => {
    const said = inside(about, nameOf);
    switch (what) {
      case 'opted-in':
        return about.kind === 'everything'
          ? messages.change.lifted
          : fill(messages.change['opted-in'], { about: said });
      case 'cleared':
        return about.kind === 'everything'
          ? messages.change.lifted
          : fill(messages.change.cleared, { about: said });
      case 'opted-out':
      case 'unblocked':
        return fill(messages.change[what], { about: said });
      case 'blocked':
        return reportedValue === ''
          ? said
          : fill(messages.obstacleBecause, {
              obstacle: said,
              reason: messages.reasons[reportedValue.toUpperCase()] ?? quoted(reportedValue),
            });
      case 'changed':
        return fill(messages.change[reportedValue === '' ? 'changed' : 'changed-to'], {
          about: label(about, nameOf),
          value: reportedValue,
        });
      default:
        return fill(messages.plain[what], { value: reportedValue });
    }
  };

  const described = (it: DescribedEvent, nameOf: NameOf): string => {
    const template =
      it.carriedOver !== undefined ? messages.recorded : isStateOnly(it) ? messages.is : undefined;
    return template === undefined
      ? change(it, nameOf)
      : fill(template, { about: label(it.about, nameOf), state: messages.state[stateOf(it)] });
  };

  const event = (it: DescribedEvent, nameOf: NameOf): string => {
    const undone = it.card?.undoes;
    const said =
      undone === undefined
        ? described(it, nameOf)
        : fill(messages.undone, { said: change({ about: it.about, change: undone }, nameOf) });
    return ofAddress(said, it.about);
  };

  return { subject, event, quoted };
}

/** The state that a change of consent leaves, as it is called in a row. */
function stateOf({ about, change }: DescribedEvent): keyof EventMessages['state'] {
  if (change === 'opted-out') return change;
  if (about.kind === 'everything') return 'not-opted-out';
  return change === 'opted-in' ? change : 'not-specified';
}

/** Nothing was lifted or cleared where nothing else is known to have been so before. */
function isStateOnly({ about, change, orEarlier, repeats }: DescribedEvent): boolean {
  if (orEarlier === undefined && repeats === undefined) return false;
  const isCleared = change === 'cleared';
  return about.kind === 'everything'
    ? change === 'opted-in' || isCleared
    : about.kind === 'subscription' && isCleared;
}
