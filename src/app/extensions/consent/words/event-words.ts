import type { ConsentEvent, Subject } from '#evidence/consent-event.ts';
import type { EventMessages } from '#words/messages.ts';
import { fill } from './fill.ts';

type NameOf = (typeId: string) => string;

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

  /** What something is about, by itself: before a colon, or as a choice. */
  const subject = (about: Subject, nameOf: NameOf): string => {
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

  const change = (
    { about, change: what }: Pick<ConsentEvent, 'about' | 'change'>,
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
        return said;
      default:
        return messages.plain[what];
    }
  };

  const event = (it: Pick<ConsentEvent, 'about' | 'change' | 'card'>, nameOf: NameOf): string => {
    const nth = 'address' in it.about ? it.about.address?.nth : undefined;
    const undone = it.card?.undoes;
    const said =
      undone === undefined
        ? change(it, nameOf)
        : fill(messages.undone, { said: change({ about: it.about, change: undone }, nameOf) });
    // The address itself is the reader's business, not a row's.
    return nth === undefined ? said : fill(messages.otherAddress, { said, nth: String(nth) });
  };

  return { subject, event };
}
