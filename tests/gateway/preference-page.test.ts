import { describe, expect, it } from 'vitest';
import type { ApiRequest, HubSpotClient } from '../../src/app/gateway/hubspot/client.ts';
import { hubSpotConsents } from '../../src/app/gateway/hubspot/consents.ts';
import { hubSpotContacts } from '../../src/app/gateway/hubspot/contacts.ts';
import { HubSpotTrouble } from '../../src/app/gateway/trouble.ts';

const ADDRESS = 'visitor@example.com';

function answering(answer: unknown) {
  const asked: (readonly [string, ApiRequest])[] = [];
  const say = () => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer));
  const client = {
    typed: say,
    request: (kind: string, request: ApiRequest) => {
      asked.push([kind, request]);
      return say();
    },
  } as unknown as HubSpotClient;
  return { client, asked };
}

function made(managePreferencesUrl: unknown, more: object = {}) {
  return {
    subscriberIdString: ADDRESS,
    unsubscribeAllUrl: 'https://hs.example/all',
    managePreferencesUrl,
    ...more,
  };
}

const page = (answer: unknown) =>
  hubSpotConsents(answering(answer).client).preferencePage(ADDRESS, {});

describe('the contact’s preference page', () => {
  it('is asked for by e-mail, and what is not known is left out', async () => {
    const { client, asked } = answering(made('https://hs.example/manage'));
    const consents = hubSpotConsents(client);
    await consents.preferencePage(ADDRESS, {});
    await consents.preferencePage(ADDRESS, {
      language: 'ja',
      typeId: '501',
      businessUnitId: '301',
    });
    const [plain, whole] = asked;
    expect(plain).toEqual([
      'read',
      {
        method: 'POST',
        path: '/communication-preferences/2026-09/links/generate',
        query: { channel: 'EMAIL' },
        body: { subscriberIdString: ADDRESS },
      },
    ]);
    expect(whole?.[1]).toMatchObject({
      query: { channel: 'EMAIL', businessUnitId: '301' },
      body: { subscriberIdString: ADDRESS, language: 'ja', subscriptionId: 501 },
    });
  });

  it('is the page alone, not the links that end all mail at one click', async () => {
    expect(await page(made('https://hs.example/manage?d=1#x'))).toBe(
      'https://hs.example/manage?d=1#x',
    );
  });

  it.each<[string, unknown]>([
    ['not encrypted', made('http://hs.example/manage')],
    ['a script', made('javascript:alert(1)')],
    ['with a user', made('https://hubspot.com@evil.example/manage')],
    ['with a password', made('https://a:b@hs.example/manage')],
    ['no address', made('manage')],
    ['not text', made(7)],
    ['too long', made(`https://hs.example/${'x'.repeat(2_000)}`)],
    [
      'somebody else’s',
      made('https://hs.example/manage', { subscriberIdString: 'other@example.com' }),
    ],
    ['nobody’s', made('https://hs.example/manage', { subscriberIdString: undefined })],
    ['nothing', undefined],
  ])('%s is no answer', async (_what, answer) => {
    await expect(page(answer)).rejects.toMatchObject({ code: 'unreadable-answer' });
  });

  it('is the contact’s whatever the letters of the address', async () => {
    const answer = made('https://hs.example/manage', { subscriberIdString: 'Visitor@Example.com' });
    expect(await page(answer)).toBe('https://hs.example/manage');
  });

  it.each<[string, ConstructorParameters<typeof HubSpotTrouble>[0], string | undefined]>([
    [
      'names a scope',
      trouble('missing-scope', 'communication_preferences.read_write'),
      'missing-scope',
    ],
    ['names none', trouble('missing-scope'), undefined],
    ['is not there', trouble('record-not-found'), undefined],
    ['fails', trouble('hubspot-failing'), 'hubspot-failing'],
  ])('HubSpot %s', async (_what, what, code) => {
    const asked = page(new HubSpotTrouble(what));
    if (code === undefined) expect(await asked).toBeUndefined();
    else await expect(asked).rejects.toMatchObject({ code });
  });
});

function trouble(code: HubSpotTrouble['code'], scope?: string) {
  return { code, mayHaveTakenEffect: false, ...(scope === undefined ? {} : { scope }) };
}

describe('whom the page is for', () => {
  it.each<[unknown, object]>([
    [
      { email: ' v@example.com ', hs_language: 'pt-BR' },
      { address: 'v@example.com', language: 'pt-br' },
    ],
    [{ email: 'v@example.com', hs_language: null }, { address: 'v@example.com' }],
    [{ email: 'v@example.com', hs_language: '' }, { address: 'v@example.com' }],
    [{ email: 'v@example.com', hs_language: 'ja&to=x' }, { address: 'v@example.com' }],
    [{ email: 'v@example.com' }, { address: 'v@example.com' }],
    [{ email: null, hs_language: 'ja' }, { language: 'ja' }],
  ])('%j', async (properties, told) => {
    const { client } = answering({ id: '101', properties });
    expect(await hubSpotContacts(client).addressee('101')).toEqual({ id: '101', ...told });
  });

  it.each([{}, { id: '101' }, { id: '101', properties: {} }])('%j is no answer', async (answer) => {
    const { client } = answering(answer);
    await expect(hubSpotContacts(client).addressee('101')).rejects.toMatchObject({
      code: 'unreadable-answer',
    });
  });
});
