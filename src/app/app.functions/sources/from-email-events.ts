import type { OtherAddress } from '../../evidence/consent-event.ts';
import { eventsFromEmailEvents } from '../../evidence/email-events.ts';
import type { SourceAnswer } from '../../evidence/source.ts';
import { asked, pagesOf, type Asking } from './asking.ts';

/** An address's status changes, newest first, as far back as the marks lead; of another address only the newest page. */
export function fromEmailEvents(
  { hubspot }: Asking,
  address: string,
  marks: readonly string[] = [],
  other?: OtherAddress,
): Promise<SourceAnswer> {
  return asked(
    'email-events',
    async () => {
      const { records, older, back } = await pagesOf(marks, (mark) =>
        hubspot.sources.emailEvents(address, mark),
      );
      const from = older === undefined ? undefined : back;
      return {
        events: eventsFromEmailEvents(records, other),
        covers: [
          {
            of: { kind: 'any-consent', ...(other === undefined ? {} : { address: other }) },
            ...(from === undefined ? {} : { from }),
          },
        ],
        mayBeCut: other !== undefined && older !== undefined,
        ...(older === undefined || other !== undefined ? {} : { older }),
      };
    },
    marks,
  );
}
