import {
  fine,
  changeByApp,
  contactPaths,
  listIn,
  made,
  stringsIn,
  type Call,
  type Result,
  type Route,
} from '../call.ts';
import { create } from '../acts.ts';
import { contactValues } from '../contact-values.ts';
import { takeOverConsents } from '../consents.ts';
import { nextId, setProperty } from '../contacts.ts';
import type { StoredContact } from '../entities.ts';
import { archivedContacts, contactNamed, liveContacts } from '../find-contacts.ts';
import { envelope, sentContact, sentMissing } from '../formatters.ts';
import { CONTACT_TYPE } from '../objects/data.ts';
import { isObject, textIn } from '../objects/given.ts';
import { associationsGiven } from '../objects/given-associations.ts';
import { link } from '../objects/links.ts';
import { MOST_INPUTS, MOST_WITH_HISTORY, tooManyToRead } from '../objects/reading-limits.ts';
import { objectRefusals } from '../objects/refusals.ts';
import { sentAssociations } from '../objects/sent-record.ts';
import { pageById, pageIn, sentPaging } from '../paging.ts';
import { refusals, type Refusal } from '../refusals.ts';
import { IS_ARCHIVED, LIST_OF_RECORDS, ONE_RECORD, WRITTEN_RECORD } from './record-parameters.ts';

const CONTACT = contactPaths('/{contactId}');
const READ = ['crm.objects.contacts.read'];
const WRITE = ['crm.objects.contacts.write'];

/** Contacts: v3 and dated paths answer alike (OpenAPI files contacts v3 and 2026-09). */
export const CONTACTS: readonly Route[] = [
  { method: 'GET', ...contactPaths(''), scopes: READ, query: LIST_OF_RECORDS, answer: list },
  { method: 'POST', ...contactPaths(''), scopes: WRITE, answer: add },
  { method: 'GET', ...CONTACT, scopes: READ, query: ONE_RECORD, answer: read },
  { method: 'PATCH', ...CONTACT, scopes: WRITE, query: WRITTEN_RECORD, answer: patch },
  {
    method: 'POST',
    ...contactPaths('/batch/read'),
    scopes: READ,
    query: IS_ARCHIVED,
    answer: batchRead,
  },
];

function list(call: Call): Result {
  const { data, query } = call;
  const isWithHistory = listIn(query, 'propertiesWithHistory').length > 0;
  const asked = pageIn(query, { usual: 10, most: isWithHistory ? MOST_WITH_HISTORY : MOST_INPUTS });
  if ('status' in asked) return asked;
  const among = query.get('archived') === 'true' ? archivedContacts(data) : liveContacts(data);
  const page = pageById(among, ({ id }) => id, asked);
  if ('status' in page) return page;
  const results: object[] = [];
  for (const contact of page.items) {
    const sent = sentAsAsked(call, contact);
    if ('status' in sent) return sent;
    results.push(sent.sent);
  }
  return fine({ results, ...sentPaging(page) });
}

/** The API may bring back an erased address (hubspot/apis.md §9). */
function add(call: Call): Result {
  const { data, body, now } = call;
  const given = body['properties'];
  if (!isObject(given)) return refusals.unreadable();
  const read = contactValues(data, given);
  if ('refusal' in read) return read.refusal;
  const links = associationsGiven(data, CONTACT_TYPE, body['associations']);
  if ('status' in links) return links;
  const contactId = String(90_000_000_000 + nextId(data));
  const properties = Object.fromEntries(read.values);
  const contact = create(data, { contactId, properties, by: changeByApp(call).source }, now);
  for (const { to, types } of links) link(data, { typeId: CONTACT_TYPE, id: contactId }, to, types);
  return made(sentContact(data, contact, Object.keys(properties), []));
}

function read(call: Call, [id = '']: readonly string[]): Result {
  const { data, query } = call;
  const isArchived = query.get('archived') === 'true';
  const contact = contactNamed(data, id, query.get('idProperty'), isArchived);
  if (contact === undefined) return refusals.notFound();
  if ('status' in contact) return contact;
  const sent = sentAsAsked(call, contact);
  return 'status' in sent ? sent : fine(sent.sent);
}

function patch(call: Call, [id = '']: readonly string[]): Result {
  const { data, body, query, now } = call;
  const contact = contactNamed(data, id, query.get('idProperty'));
  if (contact === undefined) return refusals.notFound();
  if ('status' in contact) return contact;
  const given = body['properties'];
  if (!isObject(given)) return refusals.unreadable();
  const read = contactValues(data, given, contact);
  if ('refusal' in read) return read.refusal;
  const { source } = changeByApp(call);
  for (const [name, text] of read.values) setProperty(data, contact, name, text, source, now);
  if (read.values.has('email')) takeOverConsents(data, contact, source, now);
  return fine(sentContact(data, contact, [...read.values.keys()], []));
}

/** Ids that are not found make the answer 207 with one error for all of them, not a refusal. */
function batchRead({ data, body, query, now }: Call): Result {
  const properties = stringsIn(body['properties']);
  const withHistory = stringsIn(body['propertiesWithHistory']);
  const ids = idsIn(body['inputs']);
  if (properties === undefined || withHistory === undefined || ids === undefined) {
    return refusals.unreadable();
  }
  const tooMany = tooManyToRead(ids, withHistory);
  if (tooMany !== undefined) return tooMany;
  const idProperty = textIn(body, 'idProperty') ?? null;
  const isArchived = query.get('archived') === 'true';
  const found = new Set<StoredContact>();
  const missing: string[] = [];
  for (const id of new Set(ids)) {
    const contact = contactNamed(data, id, idProperty, isArchived);
    if (contact === undefined) missing.push(id);
    else if ('status' in contact) return contact;
    else found.add(contact);
  }
  const answer = envelope(
    [...found].map((contact) => sentContact(data, contact, properties, withHistory)),
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

/** With the properties, the history and the associations that the query names. */
function sentAsAsked(
  { data, query }: Call,
  contact: StoredContact,
): { readonly sent: object } | Refusal {
  const { associations, unknown } = sentAssociations(
    data,
    { typeId: CONTACT_TYPE, id: contact.id },
    listIn(query, 'associations'),
  );
  if (unknown !== undefined) return objectRefusals.unknownType(unknown);
  const properties = listIn(query, 'properties');
  const sent = sentContact(data, contact, properties, listIn(query, 'propertiesWithHistory'));
  return { sent: associations === undefined ? sent : { ...sent, associations } };
}
