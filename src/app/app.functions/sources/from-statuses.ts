import type { OtherAddress } from '../../evidence/consent-event.ts';
import { eventsFromStatuses, holdingsOf } from '../../evidence/current-status.ts';
import type { SourceAnswer } from '../../evidence/source.ts';
import { at } from '../../evidence/subscription-timeline.ts';
import { asked, type Asking } from './asking.ts';

/** What HubSpot says today of one address: the latest change of each status and nothing before it. */
export function fromStatuses(
  { hubspot }: Asking,
  address: string,
  other?: OtherAddress,
): Promise<SourceAnswer> {
  return asked('current-status', async () => {
    const [byType, everything] = await Promise.all([
      hubspot.consents.statuses(address),
      hubspot.consents.everything(address),
    ]);
    const statuses = [...byType, ...everything].map((status) => ({
      ...status,
      about: at(status.about, other),
    }));
    return {
      events: eventsFromStatuses(statuses),
      covers: [],
      holds: holdingsOf(statuses),
      mayBeCut: false,
    };
  });
}
