import { calls } from './call.ts';

export const ACCOUNT_CALLS = [
  ...calls('GET', '/account-info/2026-09/details', [['tells about the account', 200]]),
  ...calls('POST', '/oauth/v2/private-apps/get/access-token-info', [
    ['tells whose token it is', 200, { body: { tokenKey: 'pat-sandbox-1001' } }],
    ['refuses another’s token', 400, { body: { tokenKey: 'pat-sandbox-9' } }],
  ]),
  ...calls('GET', '/crm/owners/2026-09', [
    ['lists owners', 200],
    ['lists former owners', 200, { path: '?archived=true&limit=10' }],
  ]),
  ...calls('GET', '/crm/owners/2026-09/', [
    ['reads an owner', 200, { path: '9047' }],
    ['reads the owner that a user is', 200, { path: '47?idProperty=userId&archived=false' }],
    ['does not find a user without a seat', 404, { path: '49?idProperty=userId' }],
  ]),
];
