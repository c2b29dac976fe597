import { listenOnLoopback } from '../../sandbox/emulator/core/http.ts';
import type { HubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import type { SourceName } from '../../src/app/evidence/consent-event.ts';
import type { SourceAnswer } from '../../src/app/evidence/source.ts';
import { readSources } from '../../src/app/app.functions/sources/read-sources.ts';
import type { Asking } from '../../src/app/app.functions/sources/asking.ts';
import { hubSpot } from '../../src/app/gateway/hubspot/hubspot.ts';

/** Any emulated HubSpot behind one port, asked through the product's own gateway. */
export async function askOverHttp() {
  let desk: HubSpotOnDesk | undefined;
  const server = await listenOnLoopback(0, (asked) => {
    if (desk === undefined) throw new Error('no HubSpot on the desk');
    return desk.handle(asked);
  });
  const askingOf = async (
    on: HubSpotOnDesk,
    portalId: number,
    contactId: string,
  ): Promise<Asking> => {
    desk = on;
    const port = hubSpot({ token: `pat-sandbox-${String(portalId)}`, origin: server.origin });
    const [addresses, types, appId] = await Promise.all([
      port.sources.addresses(contactId),
      port.consents.types(),
      port.installation.appId(),
    ]);
    return { hubspot: port, contactId, typeIds: types.map(({ id }) => id), addresses, appId };
  };
  return {
    askingOf,
    async read(
      on: HubSpotOnDesk,
      portalId: number,
      contactId: string,
      without: readonly SourceName[] = [],
    ): Promise<{ readonly answers: readonly SourceAnswer[]; readonly addressSince?: string }> {
      const asking = await askingOf(on, portalId, contactId);
      const answers = await readSources(asking, { without });
      const { since } = asking.addresses;
      return { answers, ...(since === undefined ? {} : { addressSince: since }) };
    },
    close: () => server.close(),
  };
}
