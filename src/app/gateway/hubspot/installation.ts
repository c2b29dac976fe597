import * as z from 'zod/mini';
import type { Installation } from '../ports.ts';
import { unreadable, type HubSpotClient } from './client.ts';
import { Id, readAnswer } from './read-answer.ts';

const TokenInfo = z.object({
  appId: Id,
  hubId: z.optional(Id),
  scopes: z.optional(z.array(z.string())),
});

/** The time zone is checked when somebody wants it: the account's id counts without it. */
const Account = z.object({ portalId: Id, timeZone: z.optional(z.unknown()) });

/**
 * `POST /oauth/v2/private-apps/get/access-token-info`, documented for private apps; whether it answers for
 * the token of a project's app needs a real account. Any failure is "HubSpot does not tell". Asked once, like the
 * account itself: `GET /account-info/2026-09/details` (OpenAPI: account info 2026-09; scope `oauth`, which every app has).
 */
export function hubSpotInstallation(hubspot: HubSpotClient, token: string): Installation {
  let asked: Promise<z.infer<typeof TokenInfo> | undefined> | undefined;
  const ask = async () => {
    try {
      const answer = await hubspot.request('read', {
        method: 'POST',
        path: '/oauth/v2/private-apps/get/access-token-info',
        body: { tokenKey: token },
      });
      const info = TokenInfo.safeParse(answer);
      return info.success ? info.data : undefined;
    } catch {
      return undefined;
    }
  };
  let account: Promise<z.infer<typeof Account>> | undefined;
  const askAccount = async () => {
    const answer = await hubspot.request('read', {
      method: 'GET',
      path: '/account-info/2026-09/details',
    });
    return readAnswer(Account, answer);
  };
  return {
    async appId() {
      const info = await (asked ??= ask());
      return info?.appId;
    },
    async scopes() {
      return (await (asked ??= ask()))?.scopes;
    },
    async portalId() {
      const hubId = (await (asked ??= ask()))?.hubId;
      return hubId ?? (await (account ??= askAccount())).portalId;
    },
    async timeZone() {
      let timeZone: unknown;
      try {
        ({ timeZone } = await (account ??= askAccount()));
      } catch {
        return undefined;
      }
      if (timeZone !== undefined && !isTimeZone(timeZone)) throw unreadable();
      return timeZone;
    },
  };
}

/** A zone that is known here; what is not can't be reckoned in. */
function isTimeZone(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
