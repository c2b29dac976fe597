import type { OtherAddress } from '../../evidence/consent-event.ts';
import { eventsFromEmailEvents } from '../../evidence/email-events.ts';
import type { SourceAnswer } from '../../evidence/source.ts';
import { asked, type Asking, type Cursor } from './asking.ts';

/** One page of an address's status changes, newest first. */
export function fromEmailEvents(
  { hubspot }: Asking,
  address: string,
  cursor?: Cursor,
  other?: OtherAddress,
): Promise<SourceAnswer> {
  return asked('email-events', async () => {
    const { records, older, back } = await hubspot.sources.emailEvents(address, cursor?.after);
    const from = older === undefined ? undefined : back;
    return {
      events: eventsFromEmailEvents(records, other),
      covers: [
        {
          of: { kind: 'any-consent', ...(other === undefined ? {} : { address: other }) },
          ...(from === undefined ? {} : { from }),
        },
      ],
      mayBeCut: false,
      ...(older === undefined ? {} : { older }),
    };
  });
}
