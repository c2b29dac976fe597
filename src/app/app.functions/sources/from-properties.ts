import { eventsFromHistory } from '../../evidence/property-history.ts';
import type { SourceAnswer } from '../../evidence/source.ts';
import { asked, type Asking } from './asking.ts';

export function fromProperties({
  hubspot,
  contactId,
  typeIds,
  appId,
}: Asking): Promise<SourceAnswer> {
  return asked('property-history', async () => {
    const { versions, told, mayBeCut } = await hubspot.sources.properties(contactId, typeIds);
    return {
      events: eventsFromHistory(versions, appId),
      covers: told.map(({ about, from }) => ({
        of: about,
        ...(from === undefined ? {} : { from }),
      })),
      mayBeCut,
    };
  });
}
