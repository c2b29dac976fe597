import { create } from '../acts.ts';
import {
  changeByApp,
  contactPaths,
  fine,
  listIn,
  type Call,
  type Result,
  type Route,
} from '../call.ts';
import { contactIn, contactsAt, nextId } from '../contacts.ts';
import { sentContact } from '../formatters.ts';
import { archive, erase, merge } from '../lives.ts';
import { contactProperty } from '../objects/definitions.ts';
import { refusals } from '../refusals.ts';

const READ = ['crm.objects.contacts.read'];
const WRITE = ['crm.objects.contacts.write'];

/** How contacts come, go and become one (OpenAPI files contacts v3 and 2026-09). */
export const LIVES: readonly Route[] = [
  { method: 'GET', ...contactPaths(''), scopes: READ, answer: list },
  { method: 'POST', ...contactPaths(''), scopes: WRITE, answer: add },
  { method: 'DELETE', ...contactPaths('/{contactId}'), scopes: WRITE, answer: remove },
  { method: 'POST', ...contactPaths('/gdpr-delete'), scopes: WRITE, answer: privacyDelete },
  { method: 'POST', ...contactPaths('/merge'), scopes: WRITE, answer: mergeTwo },
];

const NOTHING: Result = { status: 204, body: undefined };
const MOST = 100;

function list({ data, query }: Call): Result {
  const limit = Number(query.get('limit') ?? 10);
  if (!(limit >= 1 && limit <= MOST)) return refusals.invalid('limit must be 1 to 100');
  const after = query.get('after');
  const ids = Object.keys(data.contacts).filter((id) => contactIn(data, id)?.id === id);
  const from = after === null ? 0 : ids.indexOf(after) + 1;
  const page = ids.slice(from, from + limit);
  const last = page.at(-1);
  const properties = listIn(query, 'properties');
  const history = listIn(query, 'propertiesWithHistory');
  return fine({
    results: page.flatMap((id) => {
      const contact = contactIn(data, id);
      return contact === undefined ? [] : [sentContact(data, contact, properties, history)];
    }),
    ...(last !== undefined && from + limit < ids.length
      ? { paging: { next: { after: last } } }
      : {}),
  });
}

/** The API may bring back an erased address (hubspot/apis.md §9). [guess: createdUnchecked] */
function add(call: Call): Result {
  const { data, body, now } = call;
  const given = body['properties'];
  if (typeof given !== 'object' || given === null) return refusals.unreadable();
  const properties = Object.fromEntries(
    Object.entries(given as Record<string, unknown>).map(([name, value]) => [name, String(value)]),
  );
  for (const name of Object.keys(properties)) {
    const definition = contactProperty(data, name);
    if (definition === undefined) return refusals.noSuchProperty(name);
    if (definition.isReadOnly) return refusals.readOnly(name);
  }
  const address = properties['email'] ?? '';
  const other = address === '' ? undefined : contactsAt(data, address)[0];
  if (other !== undefined) return refusals.addressTaken(other.id);
  const contactId = String(90_000_000_000 + nextId(data));
  const by = changeByApp(call).source;
  const contact = create(data, { contactId, properties, by }, now);
  return { status: 201, body: sentContact(data, contact, Object.keys(properties), []) };
}

/** Deleting what is not there is no error. [guess: deletedTwice] */
function remove({ data, now }: Call, [id = '']: readonly string[]): Result {
  const contact = contactIn(data, id);
  if (contact !== undefined) archive(data, contact, now);
  return NOTHING;
}

function privacyDelete({ data, body }: Call): Result {
  const { objectId, idProperty } = body;
  if (typeof objectId !== 'string') return refusals.unreadable();
  const contact =
    idProperty === 'email' ? contactsAt(data, objectId)[0] : contactIn(data, objectId);
  if (contact !== undefined) erase(data, contact);
  else if (idProperty === 'email') data.erased.push(objectId.toLowerCase());
  else return refusals.notFound();
  return NOTHING;
}

function mergeTwo({ data, body, now }: Call): Result {
  const primary = contactIn(data, String(body['primaryObjectId']));
  const other = contactIn(data, String(body['objectIdToMerge']));
  if (primary === undefined || other === undefined) return refusals.notFound();
  if (primary === other) return refusals.invalid('a contact can’t be merged with itself');
  merge(data, primary, other, now);
  return fine(sentContact(data, primary, [], []));
}
