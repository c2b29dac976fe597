import type { PortalSettings } from './editions.ts';
import type { Portal, SubscriptionType, User } from './entities.ts';

/** The scopes the app asks for, as HubSpot would grant them on install. */
const SCOPES = [
  'crm.objects.contacts.read',
  'crm.objects.contacts.write',
  'crm.objects.custom.read',
  'crm.objects.custom.write',
  'crm.objects.owners.read',
  'crm.schemas.contacts.write',
  'crm.schemas.custom.write',
  'communication_preferences.read_write',
  'oauth',
];

const PARTNER_BRAND = 301;

const SETTINGS: PortalSettings = {
  edition: 'marketing-enterprise',
  privacySettings: 'on',
  doubleOptIn: 'off',
  billing: { term: 'annual' },
};

/** The app may not see the workflows here: the organisation says that they are active. */
const READY_FOR_MARKETING: Portal['prepared'] = [{ act: 'marketing-workflows', to: 'on' }];

export const PORTALS: readonly Portal[] = [
  {
    id: 1001,
    name: 'Sandbox Tokyo',
    timeZone: 'Asia/Tokyo',
    token: 'pat-sandbox-1001',
    appId: 7001,
    scopes: SCOPES,
    brands: [],
    settings: { ...SETTINGS, privacySettings: 'off' },
    setUp: 'whole',
    prepared: READY_FOR_MARKETING,
  },
  {
    id: 1002,
    name: 'Sandbox Berlin',
    timeZone: 'Europe/Berlin',
    token: 'pat-sandbox-1002',
    appId: 7002,
    scopes: [...SCOPES, 'automation'],
    brands: [PARTNER_BRAND],
    settings: SETTINGS,
    setUp: 'whole',
    // The workflows are missing, and the app could see them.
    prepared: [],
  },
  {
    id: 1003,
    name: 'Sandbox Osaka',
    timeZone: 'Asia/Tokyo',
    token: 'pat-sandbox-1003',
    appId: 7003,
    scopes: SCOPES,
    brands: [],
    settings: { ...SETTINGS, edition: 'sales-enterprise' },
    setUp: 'whole',
    prepared: [],
  },
  {
    id: 1004,
    name: 'Sandbox London',
    timeZone: 'Europe/London',
    token: 'pat-sandbox-1004',
    appId: 7004,
    scopes: SCOPES,
    brands: [],
    settings: { ...SETTINGS, edition: 'free' },
    setUp: 'none',
    prepared: [],
  },
  {
    id: 1005,
    name: 'Sandbox Nagoya',
    timeZone: 'Asia/Tokyo',
    token: 'pat-sandbox-1005',
    appId: 7005,
    scopes: SCOPES,
    brands: [],
    settings: SETTINGS,
    setUp: 'half',
    prepared: [],
  },
  {
    id: 1006,
    name: 'Sandbox Kyoto',
    timeZone: 'Asia/Tokyo',
    token: 'pat-sandbox-1006',
    appId: 7006,
    scopes: SCOPES,
    brands: [],
    settings: SETTINGS,
    setUp: 'none',
    prepared: [],
  },
];

export const NEWSLETTER = '501';
export const SEMINARS = '502';
export const PRODUCT_NEWS = '503';
export const ONE_TO_ONE = '504';
export const OLD_MAGAZINE = '505';
export const PARTNER_LETTER = '506';

const TYPES: readonly SubscriptionType[] = [
  type(NEWSLETTER, 'Newsletter', 'ニュースレター'),
  type(SEMINARS, 'Seminar invitations', 'セミナーのご案内'),
  type(PRODUCT_NEWS, 'Product news', '製品情報'),
  { ...type(ONE_TO_ONE, 'One-to-one', '1対1のEメール'), isInternal: true },
  { ...type(OLD_MAGAZINE, 'Print magazine (retired)', '会報誌（終了）'), isActive: false },
  { ...type(PARTNER_LETTER, 'Partner letter', 'パートナー通信'), brand: PARTNER_BRAND },
];

/** The types of a portal: those of its default brand and of the brands it has. */
export function typesOf({ brands }: Portal): readonly SubscriptionType[] {
  return TYPES.filter(({ brand }) => brand === 0 || brands.includes(brand));
}

export const USERS: readonly User[] = [
  user(47, 'Sales', 'Representative', 'active'),
  user(48, 'Former', 'Colleague', 'archived'),
  user(49, 'Marketing', 'Without Seat', 'none'),
];

/** User ids of those for whom it is the first team, and of those for whom it is another one. */
export const TEAMS: readonly {
  readonly id: string;
  readonly name: string;
  readonly userIds: readonly number[];
  readonly secondaryUserIds: readonly number[];
}[] = [
  { id: '801', name: 'Sales', userIds: [47], secondaryUserIds: [49] },
  { id: '802', name: 'Marketing', userIds: [49], secondaryUserIds: [] },
];

export const ROLES = [
  { id: '901', name: 'Sales', requiresBillingWrite: false },
  { id: '902', name: 'Marketing', requiresBillingWrite: false },
];

function user(id: number, firstName: string, lastName: string, owner: User['owner']): User {
  return { id, firstName, lastName, owner, email: `user-${String(id)}@example.com` };
}

function type(id: string, name: string, nameJa: string): SubscriptionType {
  return { id, name, nameJa, description: name, isActive: true, isInternal: false, brand: 0 };
}
