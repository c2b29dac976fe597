import type { World } from './world.ts';
import { attempt } from './wishes/writing.ts';

const PAUSES = [0, 300, 900] as const;

/**
 * Opts a type out again that went in over a "no", and everything where the "no" was as wide. True once HubSpot says
 * so. Throws `HubSpotTrouble` where nothing could be written or read.
 */
export async function takeBack(
  no: 'type' | 'everything',
  typeId: string,
  address: string,
  { hubspot: { consents }, wait }: World,
): Promise<boolean> {
  for (const pause of PAUSES) {
    if (pause > 0) await wait(pause);
    await attempt(() => consents.optOut(address, typeId));
    if (no === 'everything') {
      await attempt(async () => {
        await consents.optOutOfEverything(address);
        return 'accepted';
      });
    }
    const [statuses, everything] = await Promise.all([
      consents.statuses(address),
      consents.everything(address),
    ]);
    const isOut = statuses.some(
      ({ about, state }) =>
        about.kind === 'subscription' && about.typeId === typeId && state === 'opted-out',
    );
    const isAllOut = everything.some(
      ({ about, state }) =>
        about.kind === 'everything' && about.businessUnitId === undefined && state === 'opted-out',
    );
    if (isOut && (no === 'type' || isAllOut)) return true;
  }
  return false;
}
