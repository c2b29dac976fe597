import type { Edition } from '../../emulator/hubspot/editions.ts';
import type { LegalBasis } from '../../emulator/hubspot/legal-basis.ts';
import type { PlayedAct } from '../../stage/asked.ts';
import type { StageView } from '../../stage/view.ts';

/** What a person can fill in; each part uses some of it. */
export interface Values {
  readonly typeId: string;
  readonly to: 'SUBSCRIBED' | 'UNSUBSCRIBED' | 'NOT_SPECIFIED';
  readonly formId: string;
  /** A form on legitimate interest. */
  readonly interestFormId: string;
  readonly ticked: boolean;
  readonly userId: number;
  readonly name: string;
  readonly legalBasis: '' | LegalBasis;
  readonly explanation: string;
  readonly stage: Extract<PlayedAct, { act: 'double-opt-in' }>['stage'];
  readonly bounce: Extract<PlayedAct, { act: 'hard-bounce' }>['reason'];
  readonly marketing: 'marketing' | 'non-marketing';
  readonly address: string;
  readonly edition: Edition;
  readonly onOff: 'on' | 'off';
  readonly term: 'annual' | 'monthly';
  readonly renewalDay: number;
  readonly when: 'later' | 'now';
}

export type FieldName = keyof Values;

/** One thing that somebody may do, the fields it needs and the act that comes of it. */
export interface Part {
  readonly fields: readonly FieldName[];
  readonly act: (values: Values, contactId: string) => PlayedAct;
  readonly needs?: keyof StageView['has'];
}

const oneType = ({ typeId, to }: Values, contactId: string) => ({ contactId, typeId, to });
const ground = ({ legalBasis, explanation }: Values) => ({
  ...(legalBasis === '' ? {} : { legalBasis }),
  ...(explanation.trim() === '' ? {} : { explanation }),
});
const GROUND = ['legalBasis', 'explanation'] as const;

/** Who acts, and what they may do. Each part stands under an id that both languages have words for. */
export const ROLES = {
  contact: {
    footerLink: {
      fields: ['typeId'],
      act: ({ typeId }, contactId) => ({ act: 'contact-link', contactId, typeId }),
    },
    footerLinkEverything: {
      fields: [],
      act: (_, contactId) => ({ act: 'contact-link-everything', contactId }),
    },
    preferencesPage: {
      fields: ['typeId', 'to'],
      act: (values, contactId) => ({ act: 'contact-preferences', ...oneType(values, contactId) }),
    },
    resubscriptionMail: {
      fields: ['typeId'],
      act: ({ typeId }, contactId) => ({ act: 'contact-resubscription-mail', contactId, typeId }),
    },
    form: {
      fields: ['formId', 'typeId', 'ticked'],
      act: ({ formId, typeId, ticked }, contactId) => ({
        act: 'contact-form',
        contactId,
        typeId,
        ticked,
        formId,
      }),
    },
    interestForm: {
      fields: ['interestFormId'],
      act: ({ interestFormId: formId }, contactId) => ({
        act: 'contact-interest-form',
        contactId,
        formId,
      }),
    },
    doubleOptIn: {
      fields: ['stage'],
      act: ({ stage }, contactId) => ({ act: 'double-opt-in', contactId, stage }),
    },
    spamComplaint: {
      fields: ['typeId'],
      act: ({ typeId }, contactId) => ({ act: 'spam-complaint', contactId, typeId }),
    },
    hardBounce: {
      fields: ['bounce'],
      act: ({ bounce }, contactId) => ({ act: 'hard-bounce', contactId, reason: bounce }),
    },
  },
  workflow: {
    workflowSets: {
      fields: ['name', 'typeId', 'to', 'when'],
      needs: 'workflows',
      act: (values, contactId) => ({
        act: 'workflow',
        name: values.name,
        ...oneType(values, contactId),
      }),
    },
    workflowMarketing: {
      fields: ['name', 'marketing', 'when'],
      needs: 'workflows',
      act: ({ name, marketing }, contactId) => ({
        act: 'marketing-status',
        contactId,
        to: marketing,
        by: 'WORKFLOW',
        name,
      }),
    },
  },
  colleague: {
    colleagueSets: {
      fields: ['userId', 'typeId', 'to', ...GROUND],
      act: (values, contactId) => ({
        act: 'colleague',
        userId: values.userId,
        ...oneType(values, contactId),
        ...ground(values),
      }),
    },
    colleagueEverything: {
      fields: ['userId'],
      act: ({ userId }, contactId) => ({ act: 'colleague-everything', contactId, userId }),
    },
    colleagueMarketing: {
      fields: ['marketing'],
      needs: 'marketingContacts',
      act: ({ marketing }, contactId) => ({
        act: 'marketing-status',
        contactId,
        to: marketing,
        by: 'USER_SET',
        name: 'HubSpot',
      }),
    },
    changeAddress: {
      fields: ['address', 'userId'],
      act: ({ address, userId }, contactId) => ({
        act: 'change-address',
        contactId,
        to: address,
        userId,
      }),
    },
  },
  import: {
    importSets: {
      fields: ['name', 'typeId', 'to', ...GROUND],
      act: (values, contactId) => ({
        act: 'import',
        name: values.name,
        ...oneType(values, contactId),
        ...ground(values),
      }),
    },
  },
  integration: {
    integrationSets: {
      fields: ['name', 'typeId', 'to', ...GROUND],
      act: (values, contactId) => ({
        act: 'integration',
        appId: OTHER_APP,
        name: values.name,
        ...oneType(values, contactId),
        ...ground(values),
      }),
    },
    unnamedSets: {
      fields: ['typeId', 'to'],
      act: (values, contactId) => ({ act: 'unnamed', ...oneType(values, contactId) }),
    },
  },
  portal: {
    edition: {
      fields: ['edition'],
      act: ({ edition }) => ({ act: 'edition', to: edition }),
    },
    privacySettings: {
      fields: ['onOff'],
      act: ({ onOff }) => ({ act: 'privacy-settings', to: onOff }),
    },
    portalDoubleOptIn: {
      fields: ['onOff'],
      act: ({ onOff }) => ({ act: 'portal-double-opt-in', to: onOff }),
    },
    marketingWorkflows: {
      fields: ['onOff'],
      needs: 'workflows',
      act: ({ onOff }) => ({ act: 'marketing-workflows', to: onOff }),
    },
    billing: {
      fields: ['term', 'renewalDay'],
      act: ({ term, renewalDay }) => ({
        act: 'billing',
        to: term === 'annual' ? { term } : { term, renewalDay },
      }),
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Part>>>>;

/** An app that is not this one. */
const OTHER_APP = 4711;

export type Role = keyof typeof ROLES;
type PartsOf<R extends Role> = keyof (typeof ROLES)[R];
export type PartId = { [R in Role]: PartsOf<R> }[Role];

export function partsOf(role: Role): readonly (readonly [PartId, Part])[] {
  return Object.entries(ROLES[role]) as unknown as readonly (readonly [PartId, Part])[];
}

/** What stands in the fields at first. */
export function firstValues(role: Role, contactId: string): Values {
  return {
    typeId: '501',
    to: role === 'workflow' ? 'UNSUBSCRIBED' : 'SUBSCRIBED',
    formId: '',
    interestFormId: '',
    ticked: true,
    userId: 47,
    name: NAMES[role] ?? '',
    legalBasis: '',
    explanation: '',
    stage: 'confirmed',
    bounce: 'UNKNOWN_USER',
    marketing: 'non-marketing',
    address: `contact-${contactId}.new@example.com`,
    edition: 'marketing-enterprise',
    onOff: 'on',
    term: 'monthly',
    renewalDay: 15,
    when: 'later',
  };
}

const NAMES: Partial<Record<Role, string>> = {
  workflow: 'Clean-up',
  import: 'Trade fair list',
  integration: 'Web shop',
};
