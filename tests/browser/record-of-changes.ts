import type { HubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { recordedIn } from '../ledger/recorded.ts';

/** The entries in a word or two each: `intent set-marketing`, `outcome set-marketing done`. */
export async function toldOf(
  hubspot: HubSpotOnDesk,
  portalId: number,
  contactId: string,
): Promise<readonly string[]> {
  return (await recordedIn(hubspot, portalId, contactId)).map(({ statement }) =>
    [
      statement.kind,
      'change' in statement ? statement.change : '',
      statement.kind === 'outcome' ? statement.result : '',
    ]
      .filter((word) => word !== '')
      .join(' '),
  );
}
