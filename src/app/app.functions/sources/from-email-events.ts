import type { OtherAddress } from '../../evidence/consent-event.ts';
import { eventsFromEmailEvents } from '../../evidence/email-events.ts';
import type { SourceAnswer } from '../../evidence/source.ts';
import { asked, pagesOf, type Asking } from './asking.ts';

/**
 * An address's status changes, newest first, as far back as the marks lead; of another address only the newest page.
 * Its reports of spam come with them: HubSpot may tell of one nowhere else.
 */
export function fromEmailEvents(
  { hubspot }: Asking,
  address: string,
  marks: readonly string[] = [],
  other?: OtherAddress,
): Promise<SourceAnswer> {
  return asked(
    'email-events',
    async () => {
      const [{ records, older, back }, reports] = await Promise.all([
        pagesOf(marks, (mark) => hubspot.sources.emailEvents(address, mark)),
        hubspot.sources.spamReports(address),
      ]);
      const from = older === undefined ? undefined : back;
      return {
        events: eventsFromEmailEvents([...records, ...reports.records], other),
        covers: [
          {
            of: { kind: 'any-consent', ...(other === undefined ? {} : { address: other }) },
            ...(from === undefined ? {} : { from }),
          },
        ],
        mayBeCut: reports.older !== undefined || (other !== undefined && older !== undefined),
        ...(older === undefined || other !== undefined ? {} : { older }),
      };
    },
    marks,
  );
}
