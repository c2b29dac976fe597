import { create } from '../acts.ts';
import { fine, type Call, type Result, type Route } from '../call.ts';
import { setStatus } from '../consents.ts';
import { contactsAt, nextId } from '../contacts.ts';
import { sentForm } from '../form-formatters.ts';
import { sentSubmission } from '../formatters.ts';
import { FORMS, formWithId, submitForm, type Form } from '../forms.ts';
import { refusals } from '../refusals.ts';

const READ = ['forms'];

/** Forms (OpenAPI file forms v3), and the older pages on submissions, which have no OpenAPI file. */
export const FORM_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/marketing/v3/forms',
    scopes: READ,
    answer: () => fine({ results: FORMS.map(sentForm) }),
  },
  { method: 'GET', path: '/marketing/v3/forms/{formId}', scopes: READ, answer: one },
  {
    method: 'GET',
    path: '/form-integrations/v1/submissions/forms/{formId}',
    scopes: READ,
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

function one(_call: Call, [id = '']: readonly string[]): Result {
  const form = formWithId(id);
  return form === undefined ? refusals.notFound() : fine(sentForm(form));
}

/** Newest first, 50 a page at most; no word of consent, no filter by contact (hubspot/apis.md §2.6). */
function submissions({ data, query }: Call, [id = '']: readonly string[]): Result {
  if (formWithId(id) === undefined) return refusals.noSuchForm();
  const limit = Number(query.get('limit') ?? 20);
  const from = Number(query.get('after') ?? 0);
  if (!(limit >= 1 && limit <= 50) || !Number.isInteger(from)) return refusals.unreadable();
  const found = data.submissions.filter(({ formId }) => formId === id).reverse();
  const next = from + limit;
  return fine({
    results: found.slice(from, next).map(sentSubmission),
    ...(next < found.length ? { paging: { next: { after: String(next) } } } : {}),
  });
}

interface Field {
  readonly name: string;
  readonly value: string;
}

/** A visitor presses the button. An address that is new becomes a contact. [guess: submittedAddress] */
function submit(call: Call, [portalId, id = '']: readonly string[]): Result {
  const { portal, data, body, now } = call;
  const form = formWithId(id);
  if (Number(portalId) !== portal.id || form === undefined) return refusals.noSuchForm();
  const { fields } = body;
  if (!Array.isArray(fields) || !fields.every(isField)) return refusals.unreadable();
  const address = fields.find(({ name }) => name === 'email')?.value ?? '';
  if (!/^[^@\s]+@[^@\s]+$/.test(address)) return refusals.invalid('email is not an address');
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
    tickedTypeIds: tickedIn(body['legalConsentOptions'], form),
    values: fields.map(({ name, value }) => ({ name, value })),
    at: now,
  });
  subscribeByInterest(call, address, form);
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

function tickedIn(options: unknown, { boxes }: Form): string[] {
  const communications = (options as ConsentGiven | undefined)?.consent?.communications ?? [];
  return communications
    .filter(({ value }) => value === true)
    .map(({ subscriptionTypeId }) => String(subscriptionTypeId))
    .filter((typeId) => boxes.some((box) => box.typeId === typeId));
}

/** A form under legitimate interest opts in without any box, since 2024-10-31 again too (scenario S3). */
function subscribeByInterest({ data, body, now }: Call, address: string, form: Form): void {
  const { legitimateInterest: interest } = (body['legalConsentOptions'] ?? {}) as ConsentGiven;
  const typeId = String(interest?.subscriptionTypeId);
  if (interest?.value !== true || data.settings.privacySettings === 'off') return;
  if (!form.boxes.some((box) => box.typeId === typeId)) return;
  const { contactActsAs, statusTexts } = data.assumptions;
  setStatus(data, address, typeId, 'SUBSCRIBED', {
    source: { sourceType: contactActsAs.form, sourceId: form.id, sourceLabel: form.name },
    by: 'contact',
    text: statusTexts.form,
    at: now,
    legalBasis:
      interest.legalBasis === 'CUSTOMER' ? 'LEGITIMATE_INTEREST_CLIENT' : 'LEGITIMATE_INTEREST_PQL',
    ...(interest.text === undefined ? {} : { explanation: interest.text }),
  });
}
