import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConsent } from '../../src/app/app.functions/read-consent.ts';
import { HubSpotTrouble } from '../../src/app/gateway/trouble.ts';
import { NEWSLETTER, PRODUCT_NEWS } from '../../sandbox/emulator/hubspot/portals.ts';
import { addressOf, ANN, attackedDesk, type AttackedDesk } from './attacked-desk.ts';
import { held, OPEN, worldOf, type Held } from './hubspot-in-memory.ts';

const URL_SENT = 'https://pages.example/manage?key=1';

function ask(hubspot: Held, more: object = {}, propertiesToSend: object = OPEN) {
  const parameters = { part: 'preference-link', ...more };
  return readConsent({ parameters, propertiesToSend }, worldOf(hubspot));
}

function trouble(code: HubSpotTrouble['code'], scope?: string): HubSpotTrouble {
  return new HubSpotTrouble({
    code,
    mayHaveTakenEffect: false,
    ...(scope === undefined ? {} : { scope }),
  });
}

const type = (id: string, more: object = {}) => ({ ...held().types[0]!, id, ...more });

describe('what is asked of HubSpot', () => {
  it.each<[string, string | undefined, Record<string, string>, string | undefined]>([
    ['no language of the contact’s', undefined, { ja: '' }, undefined],
    ['a language that the types have', 'ja', { en: '', ja: '' }, 'ja'],
    ['a language of another country', 'pt-br', { en: '', 'pt-BR': '', pt: '' }, 'pt-BR'],
    ['only the tongue of it', 'en-gb', { en: '', ja: '' }, 'en'],
    ['only the tongue, of other countries', 'zh-tw', { 'zh-cn': '', ja: '' }, 'zh-cn'],
    ['a language that the types have not', 'fi', { en: '', ja: '' }, 'fi'],
  ])('%s', async (_what, language, names, wanted) => {
    const hubspot = held({ types: [type('11', { names })] });
    if (language !== undefined) hubspot.language = language;
    expect(await ask(hubspot)).toEqual({
      status: 'preference-link',
      link: { url: URL_SENT, ...(wanted === undefined ? {} : { language: wanted }) },
    });
    const page = JSON.stringify(wanted === undefined ? {} : { language: wanted });
    expect(hubspot.calls).toContain(`page visitor@example.com ${page}`);
  });

  it.each<[string, object, object]>([
    ['a type of the default brand', { businessUnitId: '0' }, { typeId: '13' }],
    ['a type of another brand', { businessUnitId: '301' }, { typeId: '13', businessUnitId: '301' }],
    ['an internal type, which no page shows', { isInternal: true }, {}],
    [
      'an inactive type of a brand',
      { isActive: false, businessUnitId: '301' },
      { businessUnitId: '301' },
    ],
  ])('%s', async (_what, more, page) => {
    const hubspot = held({ types: [type('13', more)] });
    await ask(hubspot, { typeId: '13' });
    expect(hubspot.calls).toContain(`page visitor@example.com ${JSON.stringify(page)}`);
  });

  it.each([{}, { typeId: '13' }])(
    'the page as it is, where the types can’t be read (%j)',
    async (more) => {
      const hubspot = held({ language: 'ja', fail: { types: trouble('hubspot-failing') } });
      expect(await ask(hubspot, more)).toEqual({
        status: 'preference-link',
        link: { url: URL_SENT, language: 'ja' },
      });
      expect(hubspot.calls).toContain('page visitor@example.com {"language":"ja"}');
    },
  );

  it('no more than the contact, the types and the link', async () => {
    const hubspot = held();
    await ask(hubspot);
    expect(hubspot.calls).toEqual(['addressee', 'types', 'page visitor@example.com {}']);
    expect(hubspot.entries).toEqual([]);
    expect(hubspot.log).toEqual([]);
  });
});

describe('no link', () => {
  const { address: _address, ...addressless } = held().contact;

  it.each<[string, Partial<Held>, object, object]>([
    [
      'the contact has no address',
      { contact: addressless },
      { ...OPEN, email: '' },
      { status: 'no-link', because: 'no-address' },
    ],
    [
      'HubSpot makes none for this account',
      { makesPages: false },
      OPEN,
      { status: 'no-link', because: 'not-offered' },
    ],
    [
      'the address has just changed',
      { contact: { ...held().contact, address: 'elsewhere@example.com' } },
      OPEN,
      { status: 'bad-request', code: 'record-changed' },
    ],
    [
      'the address has just gone',
      { contact: addressless },
      OPEN,
      { status: 'bad-request', code: 'record-changed' },
    ],
    [
      'the contact was merged into another',
      { contact: { ...held().contact, id: '102' } },
      OPEN,
      { status: 'bad-request', code: 'record-changed' },
    ],
    [
      'the contact is gone',
      { fail: { read: trouble('record-not-found') } },
      OPEN,
      { status: 'trouble', code: 'record-not-found' },
    ],
    [
      'the app lacks a scope',
      { fail: { page: trouble('missing-scope', 'communication_preferences.read_write') } },
      OPEN,
      { status: 'trouble', code: 'missing-scope', scope: 'communication_preferences.read_write' },
    ],
    [
      'HubSpot fails',
      { fail: { page: trouble('hubspot-failing') } },
      OPEN,
      { status: 'trouble', code: 'hubspot-failing' },
    ],
  ])('%s', async (_what, change, open, reply) => {
    const hubspot = held(change);
    expect(await ask(hubspot, {}, open)).toMatchObject(reply);
    expect(JSON.stringify(hubspot.log)).not.toMatch(/example\.com|pages\.example/);
  });

  it.each<[string, object, string]>([
    ['a type that is none', { typeId: '99' }, 'parameters.typeId'],
    ['a type in a list', { typeId: ['11'] }, 'parameters.typeId'],
    ['another address', { email: 'elsewhere@example.com' }, 'parameters'],
    ['another contact', { contactId: '102' }, 'parameters'],
    ['a language of the page’s choice', { language: 'ja' }, 'parameters'],
  ])('%s is refused, and no link is made', async (_what, more, path) => {
    const hubspot = held();
    expect(await ask(hubspot, more)).toMatchObject({
      status: 'bad-request',
      code: 'invalid-parameters',
      paths: [path],
    });
    expect(hubspot.calls.filter((call) => call.startsWith('page'))).toEqual([]);
  });
});

describe('over an emulated HubSpot', () => {
  let desk: AttackedDesk;
  beforeAll(async () => {
    desk = await attackedDesk();
    const properties = { hs_language: 'ja' };
    desk.ask('PATCH', `/crm/v3/objects/contacts/${ANN}`, { properties });
  });
  afterAll(() => desk.close());

  it('the page is the open contact’s own, in the contact’s language', async () => {
    const reply = await desk.read({ part: 'preference-link', typeId: PRODUCT_NEWS });
    const to = encodeURIComponent(addressOf(ANN));
    expect(reply).toEqual({
      status: 'preference-link',
      link: {
        url: `https://preferences.hubspot.example/1001/manage?to=${to}&language=ja`,
        language: 'ja',
      },
    });
  });

  it('nothing of it stays: no log line, no entry, nothing on the timeline, and no change', async () => {
    const before = desk.held();
    const reply = await desk.read({ part: 'preference-link', typeId: NEWSLETTER });
    expect(JSON.stringify(reply)).toContain('preferences.hubspot.example');
    expect(desk.log).toEqual([]);
    expect(await desk.entries()).toEqual([]);
    expect(desk.held()).toEqual(before);
    const told = [await desk.read(), await desk.read({ part: 'history' })];
    expect(JSON.stringify(told)).not.toContain('preferences.hubspot.example');
  });

  it('without the scope the trouble names it', async () => {
    desk.hubspot.grant(1001, [
      'oauth',
      'crm.objects.contacts.read',
      'communication_preferences.read',
    ]);
    expect(await desk.read({ part: 'preference-link' })).toMatchObject({
      status: 'trouble',
      code: 'missing-scope',
      scope: 'communication_preferences.read_write',
    });
  });
});
