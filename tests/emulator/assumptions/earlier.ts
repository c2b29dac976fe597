import type { SwitchName } from '../../../sandbox/emulator/hubspot/assumptions.ts';
import { SEMINAR_FORM, TRIAL_FORM } from '../../../sandbox/emulator/hubspot/forms.ts';
import { NEWSLETTER, ONE_TO_ONE, PRODUCT_NEWS } from '../../../sandbox/emulator/hubspot/portals.ts';
import { deskWithEntries, ENTRY, OBJECTS, SCHEMAS, V3, desk } from '../desk.ts';
import { ANN, EMAIL, lab, OPT_OUT_PROPERTY, PORTAL, type Row } from './row.ts';
import type { HISTORY_ROWS } from './history.ts';
import type { LISTING_ROWS } from './listings.ts';
import type { OPT_OUT_ROWS } from './opt-outs.ts';

type Others = keyof typeof OPT_OUT_ROWS | keyof typeof LISTING_ROWS | keyof typeof HISTORY_ROWS;

const CONTACT = `/crm/objects/2026-09/contacts/${ANN}`;
/** Privacy settings are off there. */
const TOKYO = 1001;
const SECOND = 1_000;

/** The others: of consents, of contacts, of records, of limits. */
export const EARLIER_ROWS: Record<Exclude<SwitchName, Others>, Row> = {
  optOutPropertyMirrorsStatus: {
    see: (assumptions) => {
      const { dated, newest } = lab(assumptions);
      dated('UNSUBSCRIBED');
      return typeof newest(OPT_OUT_PROPERTY);
    },
    today: 'object',
    others: ['string'],
  },
  complaintStopsDatedOptIn: {
    see: (assumptions) => {
      const { play, dated } = lab(assumptions);
      play({ act: 'spam-complaint', typeId: NEWSLETTER });
      return dated('SUBSCRIBED').status;
    },
    today: 200,
    others: [400],
  },
  notSpecifiedCanBeWritten: {
    see: (assumptions) => {
      const { dated, stateOf } = lab(assumptions);
      dated('UNSUBSCRIBED');
      return [dated('NOT_SPECIFIED').status, stateOf(NEWSLETTER)];
    },
    today: [200, 'NOT_SPECIFIED'],
    others: [[400, 'UNSUBSCRIBED']],
  },
  internalTypesTakeWrites: {
    see: (assumptions) => lab(assumptions).dated('UNSUBSCRIBED', {}, ONE_TO_ONE).status,
    today: 200,
    others: [400],
  },
  v3RefusesSecondOptOut: {
    see: (assumptions) => {
      const { v3 } = lab(assumptions);
      return [v3('unsubscribe').status, v3('unsubscribe').status];
    },
    today: [200, 400],
    others: [[200, 200]],
  },
  formOptsInWithPrivacySettingsOff: {
    see: (assumptions) => {
      const { play, stateOf } = lab(assumptions, TOKYO);
      play({ act: 'contact-form', typeId: NEWSLETTER, ticked: true });
      return stateOf(NEWSLETTER);
    },
    today: 'NOT_SPECIFIED',
    others: ['SUBSCRIBED'],
  },
  preferencesCheckAddresses: {
    see: (assumptions) =>
      lab(assumptions).ask(
        'GET',
        '/communication-preferences/2026-09/statuses/nobody?channel=EMAIL',
      ).status,
    today: 400,
    others: [200],
  },
  interestFormsNeedNoWord: {
    see: (assumptions) => {
      const { ask, stateOf } = lab(assumptions);
      const path = `/submissions/v3/integration/submit/${String(PORTAL)}/${TRIAL_FORM}`;
      ask('POST', path, { fields: [{ name: 'email', value: EMAIL }] });
      return stateOf(PRODUCT_NEWS);
    },
    today: 'NOT_SPECIFIED',
    others: ['SUBSCRIBED'],
  },
  complaintOptsOut: {
    see: (assumptions) => {
      const { play, stateOf } = lab(assumptions);
      play({ act: 'spam-complaint', typeId: NEWSLETTER });
      return stateOf(NEWSLETTER);
    },
    today: 'UNSUBSCRIBED',
    others: ['NOT_SPECIFIED'],
  },
  contactActsAs: {
    see: (assumptions) => {
      const { play, newest } = lab(assumptions);
      play({ act: 'contact-link', typeId: NEWSLETTER });
      const link = newest(OPT_OUT_PROPERTY);
      play({ act: 'contact-form', typeId: NEWSLETTER, ticked: true });
      return [link, newest(OPT_OUT_PROPERTY)];
    },
    today: [
      { value: 'true', sourceType: 'EMAIL' },
      {
        value: 'false',
        sourceType: 'FORM',
        sourceId: SEMINAR_FORM,
        sourceLabel: 'Seminar registration',
      },
    ],
    others: [
      [
        { value: 'true', sourceType: 'OTHER' },
        {
          value: 'false',
          sourceType: 'FORM',
          sourceId: SEMINAR_FORM,
          sourceLabel: 'Seminar registration',
        },
      ],
    ],
  },
  statusTexts: {
    see: (assumptions) => {
      const { play, statusOf } = lab(assumptions);
      play({ act: 'contact-link', typeId: NEWSLETTER });
      const link = statusOf(NEWSLETTER)?.['source'];
      play({ act: 'colleague', userId: 47, typeId: NEWSLETTER, to: 'SUBSCRIBED' });
      return [link, statusOf(NEWSLETTER)?.['source']];
    },
    today: ['Email preferences link', 'HubSpot user'],
    others: [['Not specified', 'Not specified']],
  },
  tokenTellsApp: {
    see: (assumptions) =>
      lab(assumptions).ask('POST', '/oauth/v2/private-apps/get/access-token-info', {
        tokenKey: `pat-sandbox-${String(PORTAL)}`,
      }).status,
    today: 200,
    others: [404],
  },
  versionsKept: {
    see: (assumptions) => {
      const { play, call } = lab(assumptions);
      const source = { sourceType: 'CRM_UI' };
      for (let nth = 0; nth < 50; nth += 1) {
        play({ act: 'property', name: 'jobtitle', value: String(nth), source });
      }
      const { body } = call('GET', `${CONTACT}?propertiesWithHistory=jobtitle`);
      return (body['propertiesWithHistory'] as { jobtitle: readonly object[] }).jobtitle.length;
    },
    today: 45,
    others: [20],
  },
  statusReadLagMs: {
    see: (assumptions) => {
      const { dated, stateOf, hubspot } = lab(assumptions);
      dated('SUBSCRIBED');
      dated('UNSUBSCRIBED');
      const atOnce = stateOf(NEWSLETTER);
      hubspot.clock.advance(300);
      return [atOnce, stateOf(NEWSLETTER)];
    },
    today: ['UNSUBSCRIBED', 'UNSUBSCRIBED'],
    others: [['SUBSCRIBED', 'UNSUBSCRIBED']],
  },
  readOnlyAnswer: {
    see: (assumptions) => {
      const properties = { hs_marketable_status: 'true' };
      const { status, body } = lab(assumptions).ask('PATCH', CONTACT, { properties });
      return [status, (body['errors'] as readonly { code: string }[] | undefined)?.[0]?.code];
    },
    today: [400, 'READ_ONLY_VALUE'],
    others: [[400, undefined]],
  },
  mergedIdsLeadOn: {
    see: (assumptions) => {
      const { play, ask } = lab(assumptions);
      play({ act: 'create', properties: { email: 'twin@example.com' } }, '902');
      play({ act: 'merge', otherId: '902' });
      return ask('GET', '/crm/objects/2026-09/contacts/902').body['id'];
    },
    today: ANN,
    others: [undefined],
  },
  associationsAfterMerge: {
    see: (assumptions) => {
      const { ask, type, put } = deskWithEntries(assumptions);
      const id = String(put('1:1').body['id']);
      ask('PUT', `${OBJECTS}/${type}/${id}/associations/default/contacts/101`);
      const merge = { primaryObjectId: '102', objectIdToMerge: '101' };
      ask('POST', `${OBJECTS}/contacts/merge`, merge);
      const { body } = ask('GET', `/crm/v4/objects/${type}/${id}/associations/contacts`);
      return (body['results'] as readonly { toObjectId: string }[]).map((one) => one.toObjectId);
    },
    today: ['102'],
    others: [['101']],
  },
  associationsOfUnknownTypes: {
    see: (assumptions) =>
      desk(assumptions).ask('GET', `${OBJECTS}/contacts/101?associations=shoes`).status,
    today: 400,
    others: [200],
  },
  uniqueValuesUnderRace: {
    see: (assumptions) => {
      const { put } = deskWithEntries(assumptions);
      return [put('1:1').status, put('1:1').status];
    },
    today: [201, 400],
    others: [[201, 201]],
  },
  raceWindowMs: {
    see: (assumptions) => {
      const { hubspot, put } = deskWithEntries(assumptions);
      put('1:1');
      hubspot.clock.advance(3 * SECOND);
      return put('1:1').status;
    },
    today: 400,
    others: [201],
  },
  readsAfterWrite: {
    see: (assumptions) => {
      const { hubspot, put, byKey } = deskWithEntries(assumptions);
      put('1:1');
      const atOnce = byKey('1:1').status;
      hubspot.clock.advance(5 * SECOND);
      return [atOnce, byKey('1:1').status];
    },
    today: [200, 200],
    others: [[404, 200]],
  },
  readDelayMs: {
    see: (assumptions) => {
      const { hubspot, put, byKey } = deskWithEntries(assumptions);
      put('1:1');
      hubspot.clock.advance(5 * SECOND);
      return byKey('1:1').status;
    },
    today: 200,
    others: [404],
  },
  searchLagMs: {
    see: (assumptions) => {
      const { hubspot, put, search } = deskWithEntries(assumptions);
      put('1:1');
      hubspot.clock.advance(60 * SECOND);
      return search({ filterGroups: [] }).body['total'];
    },
    today: 1,
    others: [0],
  },
  keysOfArchivedRecords: {
    see: (assumptions) => {
      const { put, archive } = deskWithEntries(assumptions);
      archive(String(put('1:1').body['id']));
      return put('1:1').status;
    },
    today: 201,
    others: [400],
  },
  createWithArchivedKey: {
    see: (assumptions) => {
      const { put, archive } = deskWithEntries(assumptions);
      const first = String(put('1:1').body['id']);
      archive(first);
      return String(put('1:1').body['id']) === first;
    },
    today: false,
    others: [true],
  },
  readByDoubledKey: {
    see: (assumptions) => {
      const { hubspot, put, byKey } = deskWithEntries({
        ...assumptions,
        uniqueValuesUnderRace: 'racing',
      });
      const ids = [put('1:1'), put('1:1')].map(({ body }) => String(body['id']));
      hubspot.clock.advance(SECOND);
      return ids.indexOf(String(byKey('1:1').body['id']));
    },
    today: 0,
    others: [1],
  },
  v3EnforcesRequiredProperties: {
    see: (assumptions) => {
      const { ask, type } = deskWithEntries(assumptions);
      return [V3, OBJECTS].map(
        (from) => ask('POST', `${from}/${type}`, { properties: { note: 'x' } }).status,
      );
    },
    today: [400, 400],
    others: [[201, 400]],
  },
  bareObjectNames: {
    see: (assumptions) => {
      const { ask } = desk(assumptions);
      ask('POST', SCHEMAS, ENTRY);
      return ask('GET', `${SCHEMAS}/${ENTRY.name}`).status;
    },
    today: 404,
    others: [200],
  },
  ownAssociationCategory: {
    see: (assumptions) => {
      const { ask, type, associationTypeId } = deskWithEntries(assumptions);
      return (['USER_DEFINED', 'HUBSPOT_DEFINED'] as const).map((associationCategory, nth) => {
        const types = [{ associationCategory, associationTypeId }];
        return ask('POST', `${OBJECTS}/${type}`, {
          properties: { position: `1:${String(nth)}` },
          associations: [{ to: { id: '101' }, types }],
        }).status;
      });
    },
    today: [201, 400],
    others: [[400, 201]],
  },
  workflowDelayMs: {
    see: (assumptions) => {
      const { hubspot, ask } = lab(assumptions);
      hubspot.act(PORTAL, { act: 'marketing-workflows', to: 'on' });
      const properties = { consent_card_marketing_request: 'set_marketing:x' };
      ask('PATCH', CONTACT, { properties });
      hubspot.clock.advance(60 * SECOND);
      return hubspot.contact(PORTAL, ANN)?.properties['hs_marketable_status'];
    },
    today: 'true',
    others: [undefined],
  },
  refusedCallsCount: {
    see: (assumptions) => {
      const { hubspot, call } = lab(assumptions);
      hubspot.limitCalls(100);
      for (let nth = 0; nth < 150; nth += 1) call('GET', CONTACT);
      hubspot.clock.advance(5 * SECOND);
      call('GET', CONTACT);
      hubspot.clock.advance(5 * SECOND);
      const answers = Array.from({ length: 100 }, () => call('GET', CONTACT).status);
      return answers.filter((status) => status === 429).length > 0;
    },
    today: false,
    others: [true],
  },
  retryAfter: {
    see: (assumptions) => {
      const { hubspot, call } = lab(assumptions);
      hubspot.limitCalls(100);
      const answers = Array.from({ length: 101 }, () => call('GET', CONTACT));
      return answers.at(-1)?.headers['retry-after'];
    },
    today: '10',
    others: ['10000'],
  },
  usersWithoutSeatAreOwners: {
    see: (assumptions) =>
      lab(assumptions).ask('GET', '/crm/owners/2026-09/49?idProperty=userId').status,
    today: 404,
    others: [200],
  },
};
