import type { HubSpotOnDesk } from '../../sandbox/emulator/index.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; `undefined` where the answer has no body. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** Everything the emulator knows a scope for. */
export const ALL_SCOPES = [
  'automation',
  'communication_preferences.read_write',
  'content',
  'crm.objects.contacts.read',
  'crm.objects.contacts.write',
  'crm.objects.owners.read',
  'crm.schemas.contacts.read',
  'forms',
  'oauth',
];

/** Asks the emulator without a socket, as the app of a portal. */
export function askAs(hubspot: HubSpotOnDesk, portalId: number) {
  return (method: string, path: string, body?: unknown): Answer => {
    const answer = hubspot.handle({
      method,
      path,
      headers: { authorization: `Bearer pat-sandbox-${String(portalId)}` },
      body: body === undefined ? '' : JSON.stringify(body),
    });
    return {
      status: answer.status,
      headers: answer.headers,
      body: (answer.body === '' ? undefined : JSON.parse(answer.body)) as Answer['body'],
    };
  };
}
