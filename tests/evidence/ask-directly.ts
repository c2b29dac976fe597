import type { HubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import type { SourceName } from '../../src/app/evidence/consent-event.ts';
import type { SourceAnswer } from '../../src/app/evidence/source.ts';
import { readSources } from '../../src/app/app.functions/sources/read-sources.ts';
import type { Asking } from '../../src/app/app.functions/sources/asking.ts';
import { hubSpot } from '../../src/app/gateway/hubspot/hubspot.ts';
import { DIRECT_ORIGIN, directSend } from '../direct-send.ts';

/** Any emulated HubSpot, asked through the product's own gateway. */
export function askDirectly() {
  const askingOf = async (
    on: HubSpotOnDesk,
    portalId: number,
    contactId: string,
  ): Promise<Asking> => {
    const port = hubSpot({
      token: `pat-sandbox-${String(portalId)}`,
      origin: DIRECT_ORIGIN,
      send: directSend(on),
    });
    const [addresses, types, appId] = await Promise.all([
      port.sources.addresses(contactId),
      port.consents.types(),
      port.installation.appId(),
    ]);
    return { hubspot: port, contactId, typeIds: types.map(({ id }) => id), addresses, appId };
  };
  return {
    askingOf,
    read: async (
      on: HubSpotOnDesk,
      portalId: number,
      contactId: string,
      without: readonly SourceName[] = [],
    ): Promise<{ readonly answers: readonly SourceAnswer[]; readonly addressSince?: string }> => {
      const asking = await askingOf(on, portalId, contactId);
      const answers = await readSources(asking, { without });
      const { since } = asking.addresses;
      return { answers, ...(since === undefined ? {} : { addressSince: since }) };
    },
  };
}
