import {
  fine,
  changeByApp,
  contactPaths,
  listIn,
  stringsIn,
  type Call,
  type Result,
  type Route,
} from '../call.ts';
import { takeOverConsents } from '../consents.ts';
import { contactIn, contactsAt, setProperty } from '../contacts.ts';
import { envelope, sentContact, sentMissing } from '../formatters.ts';
import { CONTACT_TYPE } from '../objects/data.ts';
import { contactProperty } from '../objects/definitions.ts';
import { objectRefusals } from '../objects/refusals.ts';
import { sentAssociations } from '../objects/sent-record.ts';
import { valueFor } from '../objects/values.ts';
import { refusals } from '../refusals.ts';

const CONTACT = contactPaths('/{contactId}');
const BATCH_READ = contactPaths('/batch/read');

/** HubSpot's limits of a batch; with history a third party's quotation (hubspot/apis.md §2.4). */
const MOST = { plain: 100, withHistory: 50 };

/** Contacts: v3 and dated paths answer alike (OpenAPI files contacts v3 and 2026-09). */
export const CONTACTS: readonly Route[] = [
  { method: 'GET', ...CONTACT, scopes: ['crm.objects.contacts.read'], answer: read },
  { method: 'PATCH', ...CONTACT, scopes: ['crm.objects.contacts.write'], answer: patch },
  { method: 'POST', ...BATCH_READ, scopes: ['crm.objects.contacts.read'], answer: batchRead },
];

function read({ data, query }: Call, [id = '']: readonly string[]): Result {
  const contact =
    query.get('idProperty') === 'email' ? contactsAt(data, id)[0] : contactIn(data, id);
  if (contact === undefined) return refusals.notFound();
  const { associations, unknown } = sentAssociations(
    data,
    { typeId: CONTACT_TYPE, id },
    listIn(query, 'associations'),
  );
  if (unknown !== undefined) return objectRefusals.unknownType(unknown);
  return fine({
    ...sentContact(
      data,
      contact,
      listIn(query, 'properties'),
      listIn(query, 'propertiesWithHistory'),
    ),
    ...(associations === undefined ? {} : { associations }),
  });
}

/** All or nothing: one property that can't be written refuses the rest too. */
function patch(call: Call, [id = '']: readonly string[]): Result {
  const { data, body, now } = call;
  const contact = contactIn(data, id);
  if (contact === undefined) return refusals.notFound();
  const given = body['properties'];
  if (typeof given !== 'object' || given === null) return refusals.unreadable();
  const changes: [name: string, text: string][] = [];
  for (const [name, value] of Object.entries(given as Record<string, unknown>)) {
    const definition = contactProperty(data, name);
    if (definition === undefined) return refusals.noSuchProperty(name);
    if (definition.isReadOnly) {
      const isPlain =
        name.startsWith('hs_marketable_') && data.assumptions.readOnlyAnswer === 'plain';
      return isPlain ? refusals.notSettable(name) : refusals.readOnly(name);
    }
    const read = valueFor(definition, value);
    if ('refusal' in read) return read.refusal;
    const other = name === 'email' ? contactsAt(data, read.text)[0] : undefined;
    if (other !== undefined && other !== contact && read.text !== '') {
      return refusals.addressTaken(other.id);
    }
    changes.push([name, read.text]);
  }
  const { source } = changeByApp(call);
  for (const [name, text] of changes) setProperty(data, contact, name, text, source, now);
  if (changes.some(([name]) => name === 'email')) {
    takeOverConsents(data, contact, source, now);
  }
  return fine(
    sentContact(
      data,
      contact,
      changes.map(([name]) => name),
      [],
    ),
  );
}

/** Ids that are not found make the answer 207 with one error for all of them, not a refusal. */
function batchRead({ data, body, now }: Call): Result {
  const properties = stringsIn(body['properties']);
  const withHistory = stringsIn(body['propertiesWithHistory']);
  const ids = idsIn(body['inputs']);
  if (properties === undefined || withHistory === undefined || ids === undefined) {
    return refusals.unreadable();
  }
  if (withHistory.length > 0 && ids.length > MOST.withHistory) {
    return refusals.invalid(
      'The maximum number of inputs supported in a batch request for property histories is 50',
    );
  }
  if (ids.length > MOST.plain) return refusals.invalid('The maximum number of inputs is 100');
  const found = [...new Set(ids)].flatMap((id) => contactIn(data, id) ?? []);
  const missing = ids.filter((id) => contactIn(data, id) === undefined);
  const answer = envelope(
    found.map((contact) => sentContact(data, contact, properties, withHistory)),
    now,
  );
  return missing.length === 0
    ? fine(answer)
    : { status: 207, body: { ...answer, numErrors: 1, errors: [sentMissing(missing)] } };
}

function idsIn(inputs: unknown): string[] | undefined {
  if (!Array.isArray(inputs)) return undefined;
  const ids = inputs.map((input: unknown) => (input as { id?: unknown } | null)?.id);
  return ids.every((id) => typeof id === 'string') ? ids : undefined;
}
