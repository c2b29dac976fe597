import * as z from 'zod/mini';
import type { Installation } from '../ports.ts';
import type { HubSpotClient } from './client.ts';

const TokenInfo = z.object({ appId: z.number() });

/**
 * `POST /oauth/v2/private-apps/get/access-token-info`, documented for private apps; whether it answers for
 * the token of a project's app needs a real account. Any failure is "HubSpot does not tell".
 */
export function hubSpotInstallation(hubspot: HubSpotClient, token: string): Installation {
  return {
    async appId() {
      try {
        const answer = await hubspot.request('read', {
          method: 'POST',
          path: '/oauth/v2/private-apps/get/access-token-info',
          body: { tokenKey: token },
        });
        const info = TokenInfo.safeParse(answer);
        return info.success ? String(info.data.appId) : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
