import { create } from '../acts.ts';
import { isAddress } from '../address.ts';
import { fine, listIn, type Call, type Result, type Route } from '../call.ts';
import { contactsAt, nextId } from '../contacts.ts';
import { sentForm } from '../form-formatters.ts';
import { sentSubmission } from '../formatters.ts';
import {
  FORMS,
  formWithId,
  optInsOf,
  submitForm,
  typesIn,
  type Form,
  type FormOptIn,
} from '../forms.ts';
import { pageByPlace, pageByTime, pageIn, sentPaging } from '../paging.ts';
import { refusals } from '../refusals.ts';
import { PAGED } from './record-parameters.ts';

const READ = ['forms'];

/** Forms (OpenAPI file forms v3), and the older pages on submissions, which have no OpenAPI file. */
export const FORM_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/marketing/v3/forms',
    scopes: READ,
    query: {
      ...PAGED,
      archived: 'flag',
      formTypes: ['hubspot', 'captured', 'flow', 'blog_comment', 'all'],
    },
    answer: list,
  },
  {
    method: 'GET',
    path: '/marketing/v3/forms/{formId}',
    scopes: READ,
    query: { archived: 'flag' },
    answer: one,
  },
  {
    method: 'GET',
    path: '/form-integrations/v1/submissions/forms/{formId}',
    scopes: READ,
    query: PAGED,
    answer: submissions,
  },
  {
    method: 'POST',
    path: '/submissions/v3/integration/submit/{portalId}/{formId}',
    scopes: [],
    answer: submit,
  },
  {
    method: 'POST',
    path: '/submissions/v3/integration/secure/submit/{portalId}/{formId}',
    scopes: READ,
    answer: submit,
  },
];

/** All forms are HubSpot's own kind, and none is archived: HubSpot's calls that make or change one are not emulated. */
function list({ data, query }: Call): Result {
  const asked = pageIn(query, { usual: 20 });
  if ('status' in asked) return asked;
  const types = listIn(query, 'formTypes');
  const isAsked = types.length === 0 || types.some((type) => type === 'hubspot' || type === 'all');
  const page = pageByPlace(isAsked && !asksForArchived(query) ? FORMS : [], asked);
  if ('status' in page) return page;
  return fine({ results: page.items.map((form) => sentForm(form, data)), ...sentPaging(page) });
}

function one({ data, query }: Call, [id = '']: readonly string[]): Result {
  const form = asksForArchived(query) ? undefined : formWithId(id);
  return form === undefined ? refusals.notFound() : fine(sentForm(form, data));
}

function asksForArchived(query: URLSearchParams): boolean {
  return query.get('archived') === 'true';
}

/** Newest first, 50 a page at most; no word of consent, no filter by contact (hubspot/apis.md §2.6). */
function submissions({ data, query }: Call, [id = '']: readonly string[]): Result {
  if (formWithId(id) === undefined) return refusals.noSuchForm();
  const asked = pageIn(query, { usual: 20, most: 50 });
  if ('status' in asked) return asked;
  const found = data.submissions.filter(({ formId }) => formId === id);
  const page = pageByTime(found, asked);
  if ('status' in page) return page;
  return fine({ results: page.items.map(sentSubmission), ...sentPaging(page) });
}

interface Field {
  readonly name: string;
  readonly value: string;
}

/** A visitor presses the button. An address that is new becomes a contact. [guess: addressShape] */
function submit(call: Call, [portalId, id = '']: readonly string[]): Result {
  const { portal, data, body, now } = call;
  const form = formWithId(id);
  if (Number(portalId) !== portal.id || form === undefined) return refusals.noSuchForm();
  const { fields } = body;
  if (!Array.isArray(fields) || !fields.every(isField)) return refusals.unreadable();
  const address = fields.find(({ name }) => name === 'email')?.value ?? '';
  if (!isAddress(address)) return refusals.invalid('email is not an address');
  const contact =
    contactsAt(data, address)[0] ??
    create(
      data,
      {
        contactId: String(90_000_000_000 + nextId(data)),
        properties: { email: address },
        by: {
          sourceType: data.assumptions.contactActsAs.form,
          sourceId: form.id,
          sourceLabel: form.name,
        },
      },
      now,
    );
  submitForm(data, contact, {
    form,
    optIns: optInsGiven(call, form),
    values: fields.map(({ name, value }) => ({ name, value })),
    at: now,
  });
  return fine({ inlineMessage: 'Thanks for submitting the form.' });
}

function isField(field: unknown): field is Field {
  const { name, value } = (field ?? {}) as { name?: unknown; value?: unknown };
  return typeof name === 'string' && typeof value === 'string';
}

interface ConsentGiven {
  readonly consent?: {
    readonly consentToProcess?: boolean;
    readonly communications?: readonly {
      readonly value?: boolean;
      readonly subscriptionTypeId?: number | string;
    }[];
  };
  readonly legitimateInterest?: {
    readonly value?: boolean;
    readonly subscriptionTypeId?: number | string;
    readonly legalBasis?: 'CUSTOMER' | 'LEAD';
    readonly text?: string;
  };
}

/** What the submission itself says of consent; of a form on legitimate interest see `interestFormsNeedNoWord`. */
function optInsGiven({ body, data }: Call, form: Form): FormOptIn[] {
  const options = body['legalConsentOptions'];
  if (options === undefined && data.assumptions.interestFormsNeedNoWord) return optInsOf(form, []);
  const { consent, legitimateInterest: interest } = (options ?? {}) as ConsentGiven;
  const ticked = (consent?.communications ?? [])
    .filter(({ value }) => value === true)
    .map(({ subscriptionTypeId }) => String(subscriptionTypeId));
  const ofBoxes = form.consent.kind === 'boxes' ? optInsOf(form, ticked) : [];
  const typeId = String(interest?.subscriptionTypeId);
  if (interest?.value !== true || !typesIn(form).includes(typeId)) return ofBoxes;
  const legalBasis =
    interest.legalBasis === 'CUSTOMER' ? 'LEGITIMATE_INTEREST_CLIENT' : 'LEGITIMATE_INTEREST_PQL';
  return [...ofBoxes, { typeId, legalBasis, explanation: interest.text ?? '' }];
}
