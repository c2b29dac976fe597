import * as z from 'zod';
import type { Failure } from '../emulator/core/failures.ts';
import type { Act } from '../emulator/hubspot/acts.ts';
import { LEGAL_BASES } from '../emulator/generated/names.ts';
import { EDITIONS, type Edition } from '../emulator/hubspot/editions.ts';
import { FORMS, type Form } from '../emulator/hubspot/forms.ts';
import { PORTALS, typesOf, USERS } from '../emulator/hubspot/portals.ts';
import { scenarios } from '../scenarios/index.ts';

/** What the page may ask of the stage; everything else is refused with the names of the fields. */

/** Acts that a person plays. Contacts come and go, and workflows are made, by scenarios and through HubSpot's API. */
export type PlayedAct = Exclude<Act, { readonly act: NotPlayed }>;
type NotPlayed = 'create' | 'delete' | 'privacy-delete' | 'merge' | 'property' | 'flow';

const DAY_MS = 86_400_000;

const oneOf = (values: readonly string[]) =>
  z.string().refine((value) => values.includes(value), { error: 'not one of those there are' });
const idOf = (ids: readonly number[]) =>
  z.number().refine((id) => ids.includes(id), { error: 'not one of those there are' });

const contactId = z.string().regex(/^\d{1,12}$/);
const typeId = oneOf(PORTALS.flatMap(typesOf).map(({ id }) => id));
const formIdWith = (kind: Form['consent']['kind']) =>
  oneOf(FORMS.filter(({ consent }) => consent.kind === kind).map(({ id }) => id));
const userId = idOf(USERS.map(({ id }) => id));
const to = z.enum(['SUBSCRIBED', 'UNSUBSCRIBED', 'NOT_SPECIFIED']);
const name = z.string().trim().min(1).max(200);
const onOff = z.enum(['on', 'off']);
const ground = {
  legalBasis: z.enum(LEGAL_BASES).exactOptional(),
  explanation: z.string().trim().min(1).max(1_000).exactOptional(),
};
const oneType = { contactId, typeId, to };

export const ActShape: z.ZodType<PlayedAct> = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('contact-link'), contactId, typeId }),
  z.strictObject({ act: z.literal('contact-link-everything'), contactId }),
  z.strictObject({ act: z.literal('contact-preferences'), ...oneType }),
  z.strictObject({ act: z.literal('contact-resubscription-mail'), contactId, typeId }),
  z.strictObject({
    act: z.literal('contact-form'),
    contactId,
    typeId,
    ticked: z.boolean(),
    formId: formIdWith('boxes').exactOptional(),
  }),
  z.strictObject({
    act: z.literal('contact-interest-form'),
    contactId,
    formId: formIdWith('legitimate-interest'),
  }),
  z.strictObject({ act: z.literal('spam-complaint'), contactId, typeId }),
  z.strictObject({
    act: z.literal('hard-bounce'),
    contactId,
    reason: z.enum(['MAILBOX_FULL', 'POLICY', 'UNKNOWN_USER']),
  }),
  z.strictObject({
    act: z.literal('double-opt-in'),
    contactId,
    stage: z.enum(['pending', 'mail-sent', 'confirmed']),
  }),
  z.strictObject({ act: z.literal('colleague'), userId, ...oneType, ...ground }),
  z.strictObject({ act: z.literal('colleague-everything'), contactId, userId }),
  z.strictObject({ act: z.literal('workflow'), name, ...oneType, ...ground }),
  z.strictObject({ act: z.literal('import'), name, ...oneType, ...ground }),
  z.strictObject({
    act: z.literal('integration'),
    appId: z.number().int().min(1).max(1e9),
    name,
    ...oneType,
    ...ground,
  }),
  z.strictObject({ act: z.literal('unnamed'), ...oneType }),
  z.strictObject({
    act: z.literal('marketing-status'),
    contactId,
    to: z.enum(['marketing', 'non-marketing']),
    by: z.enum(['FORM_SUBMISSION', 'USER_SET', 'WORKFLOW']),
    name,
  }),
  z.strictObject({
    act: z.literal('change-address'),
    contactId,
    to: z.email().max(254),
    userId,
  }),
  z.strictObject({
    act: z.literal('edition'),
    to: z.enum(Object.keys(EDITIONS) as Edition[]),
  }),
  z.strictObject({ act: z.literal('privacy-settings'), to: onOff }),
  z.strictObject({ act: z.literal('portal-double-opt-in'), to: onOff }),
  z.strictObject({ act: z.literal('marketing-workflows'), to: onOff }),
  z.strictObject({
    act: z.literal('billing'),
    to: z.discriminatedUnion('term', [
      z.strictObject({
        term: z.literal('monthly'),
        renewalDay: z.number().int().min(1).max(31),
      }),
      z.strictObject({ term: z.literal('annual') }),
    ]),
  }),
]);

const portalId = idOf(PORTALS.map(({ id }) => id));
const scenario = oneOf(scenarios.map(({ id }) => id));

export const AskedAct = z.strictObject({
  portalId,
  act: ActShape,
  /** Milliseconds until it happens; absent: as HubSpot would, a workflow later and all else at once. */
  inMs: z.number().int().min(0).max(DAY_MS).exactOptional(),
});

const steps = z.number().int().min(1).max(100);
export const AskedOpening = z.strictObject({ scenario, steps: steps.exactOptional() });
export const AskedTelling = z.strictObject({ scenario, steps });

const write = z.enum(['lost', 'done']);
export const AskedFailure: z.ZodType<Failure> = z.strictObject({
  path: z.string().startsWith('/').max(300),
  method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']).exactOptional(),
  times: z.number().int().min(1).max(1_000),
  fault: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('status'),
      status: z.union([404, 429, 500, 502, 503, 504].map((code) => z.literal(code))),
    }),
    z.strictObject({ kind: z.literal('malformed') }),
    z.strictObject({ kind: z.literal('slow'), ms: z.number().int().min(1).max(60_000) }),
    z.strictObject({ kind: z.literal('cut'), write }),
    z.strictObject({ kind: z.literal('silent'), write }),
  ]),
}) as z.ZodType<Failure>;

export const AskedLimit = z.strictObject({
  callsPerTenSeconds: z.union([z.literal('off'), z.literal(100), z.literal(190)]),
});

/** Forward only: what has happened can't be taken back by a clock. */
export const AskedDate = z.union([
  z.strictObject({ days: z.number().int().min(1).max(400) }),
  z.strictObject({ to: z.literal('next-update-date'), portalId }),
]);
export type AskedDate = z.infer<typeof AskedDate>;

export const FUNCTIONS = ['read-consent', 'change-consent', 'setup-portal'] as const;
export type FunctionUid = (typeof FUNCTIONS)[number];

export const AskedFunction = z.strictObject({
  uid: z.enum(FUNCTIONS),
  is: z.enum(['there', 'held', 'not-installed']),
});
export type AskedFunction = z.infer<typeof AskedFunction>;
export type FunctionIs = AskedFunction['is'];

export const Nothing = z.strictObject({}).optional();
