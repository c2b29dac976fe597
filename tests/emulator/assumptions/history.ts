import type { HISTORY_SWITCHES } from '../../../sandbox/emulator/hubspot/assumptions/history.ts';
import { NEWSLETTER, PARTNER_LETTER } from '../../../sandbox/emulator/hubspot/portals.ts';
import { ANN, lab, OPT_OUT_PROPERTY, PORTAL, type Row } from './row.ts';

const EVERYTHING = 'hs_email_optout';

export const HISTORY_ROWS = {
  appStandsAs: {
    see: (assumptions) => {
      const { dated, newest } = lab(assumptions);
      dated('UNSUBSCRIBED');
      return newest(OPT_OUT_PROPERTY);
    },
    today: {
      value: 'true',
      sourceType: 'INTEGRATION',
      sourceId: '7002',
      sourceLabel: 'Consent Card',
    },
    others: [
      { value: 'true', sourceType: 'INTEGRATION', sourceId: '7002' },
      { value: 'true', sourceType: 'API' },
    ],
  },
  workflowStandsAs: {
    see: (assumptions) => {
      const { play, newest } = lab(assumptions);
      play({ act: 'workflow', name: 'Clean-up', typeId: NEWSLETTER, to: 'UNSUBSCRIBED' });
      return newest(OPT_OUT_PROPERTY);
    },
    today: { value: 'true', sourceType: 'AUTOMATION_PLATFORM', sourceLabel: 'Clean-up' },
    others: [
      { value: 'true', sourceType: 'WORKFLOWS' },
      { value: 'true', sourceType: 'INTERNAL_PROCESSING' },
    ],
  },
  colleagueStandsAs: {
    see: (assumptions) => {
      const { play, newest } = lab(assumptions);
      play({ act: 'colleague', userId: 47, typeId: NEWSLETTER, to: 'UNSUBSCRIBED' });
      return newest(OPT_OUT_PROPERTY);
    },
    today: { value: 'true', sourceType: 'CRM_UI', sourceId: 'userId:47', updatedByUserId: 47 },
    others: [
      { value: 'true', sourceType: 'CRM_UI' },
      { value: 'true', sourceType: 'COMMUNICATOR' },
    ],
  },
  importStandsAs: {
    see: (assumptions) => {
      const { play, newest } = lab(assumptions);
      play({ act: 'import', name: 'Fair.csv', typeId: NEWSLETTER, to: 'UNSUBSCRIBED' });
      return newest(OPT_OUT_PROPERTY);
    },
    today: { value: 'true', sourceType: 'IMPORT', sourceLabel: 'Fair.csv' },
    others: [
      { value: 'true', sourceType: 'IMPORT' },
      { value: 'true', sourceType: 'BATCH_UPDATE' },
    ],
  },
  carriedOverStatusStandsAs: {
    see: (assumptions) => {
      const { play, newest } = lab(assumptions);
      play({ act: 'contact-link', typeId: NEWSLETTER });
      play({ act: 'change-address', to: 'other@example.com', userId: 47 });
      return newest(OPT_OUT_PROPERTY);
    },
    today: { value: '', sourceType: 'CALCULATED' },
    others: [{ value: '', sourceType: 'CRM_UI', sourceId: 'userId:47', updatedByUserId: 47 }],
  },
  legacySources: {
    see: (assumptions) => {
      const { play, legacySources } = lab(assumptions);
      const change = { typeId: NEWSLETTER, to: 'UNSUBSCRIBED' } as const;
      play({ act: 'contact-link', typeId: NEWSLETTER });
      play({ act: 'integration', appId: 9, name: 'Sync', ...change });
      play({ act: 'workflow', name: 'Clean-up', ...change });
      play({ act: 'import', name: 'Fair.csv', ...change });
      play({ act: 'colleague', userId: 47, ...change });
      play({ act: 'unnamed', ...change });
      return legacySources();
    },
    today: [
      'SOURCE_RECIPIENT',
      'SOURCE_PUBLIC_API',
      'SOURCE_HUBSPOT_CUSTOMER',
      'SOURCE_HUBSPOT_CUSTOMER',
      'SOURCE_HUBSPOT_CUSTOMER',
      'SOURCE_UNKNOWN',
    ],
    others: [
      [
        'SOURCE_RECIPIENT',
        'SOURCE_PUBLIC_API',
        'SOURCE_WORKFLOW',
        'SOURCE_IMPORT',
        'SOURCE_PORTAL_USER',
        'SOURCE_OTHER',
      ],
      ['SOURCE_RECIPIENT', ...Array<string>(5).fill('SOURCE_HUBSPOT_CUSTOMER')],
    ],
  },
  statusTextOfApp: {
    see: (assumptions) => {
      const { play, dated, statusOf } = lab(assumptions);
      dated('SUBSCRIBED');
      const ours = statusOf(NEWSLETTER)?.['source'];
      const change = { typeId: NEWSLETTER, to: 'UNSUBSCRIBED' } as const;
      play({ act: 'integration', appId: 9, name: 'Sync', ...change });
      return [ours, statusOf(NEWSLETTER)?.['source']];
    },
    today: ['Public status API', 'Public status API'],
    others: [['Public status API, App ID:7002', 'Public status API, App ID:9']],
  },
  unchangedValueIsVersion: {
    see: (assumptions) => {
      const { play, hubspot } = lab(assumptions);
      for (let nth = 0; nth < 3; nth += 1) play({ act: 'contact-link', typeId: NEWSLETTER });
      return hubspot.contact(PORTAL, ANN)?.history[OPT_OUT_PROPERTY]?.length;
    },
    today: 3,
    others: [1],
  },
  mirroredValues: {
    see: (assumptions) => {
      const { dated, hubspot } = lab(assumptions);
      for (const state of ['UNSUBSCRIBED', 'SUBSCRIBED', 'NOT_SPECIFIED']) dated(state);
      return hubspot.contact(PORTAL, ANN)?.history[OPT_OUT_PROPERTY]?.map(({ value }) => value);
    },
    today: ['true', 'false', ''],
    others: [
      ['true', 'false', 'false'],
      ['true', '', ''],
    ],
  },
  optOutOfEverythingIsMirrored: {
    see: (assumptions) => {
      const { play, newest } = lab(assumptions);
      play({ act: 'contact-link-everything' });
      return newest(EVERYTHING);
    },
    today: { value: 'true', sourceType: 'EMAIL' },
    others: ['no version'],
  },
  liftedOptOutOfEverythingReads: {
    see: (assumptions) => {
      const { play, newest } = lab({ ...assumptions, ownReturnLiftsOptOutOfEverything: true });
      play({ act: 'contact-link-everything' });
      play({ act: 'contact-preferences', typeId: NEWSLETTER, to: 'SUBSCRIBED' });
      return newest(EVERYTHING);
    },
    today: { value: '', sourceType: 'EMAIL' },
    others: [{ value: 'false', sourceType: 'EMAIL' }],
  },
  brandOptOutSetsProperty: {
    see: (assumptions) => {
      const { play, newest } = lab({ ...assumptions, ownReturnLiftsOptOutOfEverything: true });
      play({ act: 'contact-link-everything', brand: 301 });
      const out = newest(EVERYTHING);
      play({ act: 'contact-preferences', typeId: PARTNER_LETTER, to: 'SUBSCRIBED' });
      return [out, newest(EVERYTHING)];
    },
    today: ['no version', 'no version'],
    others: [
      [
        { value: 'true', sourceType: 'EMAIL' },
        { value: '', sourceType: 'EMAIL' },
      ],
    ],
  },
  complaintQuarantines: {
    see: (assumptions) => {
      const { play, hubspot } = lab(assumptions);
      play({ act: 'spam-complaint', typeId: NEWSLETTER });
      const { properties = {} } = hubspot.contact(PORTAL, ANN) ?? {};
      return [properties['hs_email_quarantined'], properties['hs_email_quarantined_reason']];
    },
    today: ['true', 'RECIPIENT_COMPLAINT'],
    others: [[undefined, undefined]],
  },
} as const satisfies Record<keyof typeof HISTORY_SWITCHES, Row>;
