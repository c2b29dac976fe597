import { calls } from './call.ts';

const FORM = 'f0000000-0000-4000-8000-000000000001';
const NO_FORM = 'f0000000-0000-4000-8000-000000000009';

const SUBMISSION = {
  fields: [
    { objectTypeId: '0-1', name: 'email', value: 'visitor@example.com' },
    { name: 'firstname', value: 'Visitor' },
  ],
  legalConsentOptions: {
    consent: {
      consentToProcess: true,
      text: 'You may keep what I enter.',
      communications: [{ value: true, subscriptionTypeId: 502, text: 'Send me invitations' }],
    },
  },
};

const INTEREST = {
  fields: [{ name: 'email', value: 'visitor@example.com' }],
  legalConsentOptions: {
    legitimateInterest: {
      value: true,
      subscriptionTypeId: 502,
      legalBasis: 'CUSTOMER',
      text: 'You are our customer',
    },
  },
};

const OPTIONAL = {
  ...SUBMISSION,
  submittedAt: '1795478400000',
  context: { pageUri: 'https://www.example.com/' },
  skipValidation: false,
};

const submitting = [
  ['takes a submission with its box ticked', 200, { path: FORM, body: SUBMISSION }],
  ['takes a submission under legitimate interest', 200, { path: FORM, body: INTEREST }],
  ['does not find the form', 404, { path: NO_FORM, body: SUBMISSION }],
  [
    'refuses what is no address',
    400,
    { path: FORM, body: { fields: [{ name: 'email', value: 'nobody' }] } },
  ],
] as const;

export const FORM_CALLS = [
  ...calls('GET', '/marketing/v3/forms', [['lists forms', 200]]),
  ...calls('GET', '/marketing/v3/forms/', [
    ['reads a form', 200, { path: FORM }],
    ['does not find a form', 404, { path: NO_FORM }],
  ]),
  ...calls('POST', '/submissions/v3/integration/submit/1001/', submitting),
  ...calls('POST', '/submissions/v3/integration/secure/submit/1001/', submitting),
  ...['submit', 'secure/submit'].flatMap((way) =>
    calls('POST', `/submissions/v3/integration/${way}/1002/${FORM}`, [
      ['opts in where privacy settings are on', 200, { body: OPTIONAL, portalId: 1002 }],
      ['opts in under legitimate interest', 200, { body: INTEREST, portalId: 1002 }],
    ]),
  ),
  ...calls('GET', '/form-integrations/v1/submissions/forms/', [
    [
      'reads submissions page by page',
      200,
      {
        path: `${FORM}?limit=1`,
        before: [1, 2].map(() => ({
          method: 'POST',
          path: `/submissions/v3/integration/submit/1001/${FORM}`,
          body: SUBMISSION,
        })),
      },
    ],
    ['does not find a form', 404, { path: NO_FORM }],
  ]),
];
