import fc from 'fast-check';
import type { Act } from '../../sandbox/emulator/hubspot/acts.ts';
import { NEWSLETTER, PRODUCT_NEWS, SEMINARS } from '../../sandbox/emulator/hubspot/portals.ts';

export const BERLIN = 1002;
export const CONTACT = '900';
const OTHER = '901';
const TYPES = [NEWSLETTER, SEMINARS, PRODUCT_NEWS] as const;

export interface Step {
  /** Milliseconds after the step before. */
  readonly after: number;
  readonly act: Act;
}

const typeId = fc.constantFrom(...TYPES);
const to = fc.constantFrom('SUBSCRIBED' as const, 'UNSUBSCRIBED' as const);
const anyState = fc.constantFrom(
  'SUBSCRIBED' as const,
  'UNSUBSCRIBED' as const,
  'NOT_SPECIFIED' as const,
);
const contactId = fc.constant(CONTACT);
const calculated = { sourceType: 'CALCULATED' };

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constant('contact-link' as const), contactId, typeId }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('contact-form' as const),
      contactId,
      typeId: fc.constantFrom(NEWSLETTER, SEMINARS),
      ticked: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('contact-preferences' as const),
      contactId,
      typeId,
      to,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('contact-resubscription-mail' as const),
      contactId,
      typeId,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant('contact-link-everything' as const), contactId }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('colleague' as const),
      contactId,
      typeId,
      to: anyState,
      userId: fc.constantFrom(47, 48, 49),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('workflow' as const),
      contactId,
      typeId,
      to,
      name: fc.constantFrom('Win-back', 'Clean-up'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('import' as const),
      contactId,
      typeId,
      to,
      name: fc.constant('List of 2026'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('integration' as const),
      contactId,
      typeId,
      to: anyState,
      appId: fc.constantFrom(7002, 8123),
      name: fc.constant('Webinar tool'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant('unnamed' as const), contactId, typeId, to: anyState }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('marketing-status' as const),
      contactId,
      to: fc.constantFrom('marketing' as const, 'non-marketing' as const),
      by: fc.constantFrom('FORM_SUBMISSION' as const, 'USER_SET' as const, 'WORKFLOW' as const),
      name: fc.constant('Quiet year'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('double-opt-in' as const),
      contactId,
      stage: fc.constantFrom('pending' as const, 'mail-sent' as const, 'confirmed' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('hard-bounce' as const),
      contactId,
      reason: fc.constantFrom('MAILBOX_FULL' as const, 'UNKNOWN_USER' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('spam-complaint' as const), contactId, typeId }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('property' as const),
      contactId,
      name: fc.constantFrom('hs_email_quarantined', 'hs_email_bad_address'),
      value: fc.constantFrom('true', 'false'),
      source: fc.constant(calculated),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('property' as const),
      contactId,
      name: fc.constant('hs_legal_basis'),
      value: fc.constantFrom('', 'Performance of a contract', 'Freely given consent from contact'),
      source: fc.constant({ sourceType: 'CRM_UI', sourceId: 'userId:47' }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('change-address' as const),
      contactId,
      to: fc.constantFrom('first@example.com', 'second@example.com', 'third@example.com'),
      userId: fc.constant(47),
    }),
  },
);

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Bursts of seconds, hours of work, quiet months. */
const after = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 2 * MINUTE }) },
  { weight: 4, arbitrary: fc.integer({ min: MINUTE, max: 5 * DAY }) },
  { weight: 1, arbitrary: fc.integer({ min: DAY, max: 90 * DAY }) },
);

/** A life: created, things happen, and in some another contact with a past of its own is merged into this one. */
export const histories: fc.Arbitrary<readonly Step[]> = fc
  .record({
    steps: fc.array(fc.record({ after, act }), { minLength: 3, maxLength: 25 }),
    merges: fc.option(fc.nat(20), { freq: 5 }),
    doubleOptIn: fc.boolean(),
    storm: fc.option(fc.integer({ min: 19, max: 60 }), { freq: 12 }),
  })
  .map(({ steps, merges, doubleOptIn, storm }) => {
    const told: Step[] = [
      {
        after: 0,
        act: { act: 'portal-double-opt-in', to: doubleOptIn ? 'on' : 'off' },
      },
      {
        after: 0,
        act: { act: 'create', contactId: CONTACT, properties: { email: 'first@example.com' } },
      },
      ...steps,
      // More changes of one type than HubSpot keeps versions of its property.
      ...Array.from({ length: storm ?? 0 }, (_, nth): Step => ({
        after: 3_600_000,
        act: {
          act: 'contact-preferences',
          contactId: CONTACT,
          typeId: NEWSLETTER,
          to: nth % 2 === 0 ? 'SUBSCRIBED' : 'UNSUBSCRIBED',
        },
      })),
    ];
    if (merges !== null) {
      const other: Step[] = [
        {
          after: 1_000,
          act: { act: 'create', contactId: OTHER, properties: { email: 'other@example.com' } },
        },
        { after: 1_000, act: { act: 'contact-link', contactId: OTHER, typeId: NEWSLETTER } },
        {
          after: 1_000,
          act: { act: 'contact-preferences', contactId: OTHER, typeId: SEMINARS, to: 'SUBSCRIBED' },
        },
        { after: DAY, act: { act: 'merge', contactId: CONTACT, otherId: OTHER } },
      ];
      told.splice(Math.min(2 + merges, told.length), 0, ...other);
    }
    return told;
  });
