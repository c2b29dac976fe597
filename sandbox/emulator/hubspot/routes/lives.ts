import { contactPaths, fine, nothing, type Call, type Result, type Route } from '../call.ts';
import { contactIn } from '../contacts.ts';
import { contactNamed } from '../find-contacts.ts';
import { sentContact } from '../formatters.ts';
import { archive, erase, merge } from '../lives.ts';
import { textIn } from '../objects/given.ts';
import { refusals } from '../refusals.ts';

const WRITE = ['crm.objects.contacts.write'];

/** How contacts go and become one (OpenAPI files contacts v3 and 2026-09). */
export const LIVES: readonly Route[] = [
  { method: 'DELETE', ...contactPaths('/{contactId}'), scopes: WRITE, answer: remove },
  { method: 'POST', ...contactPaths('/gdpr-delete'), scopes: WRITE, answer: privacyDelete },
  { method: 'POST', ...contactPaths('/merge'), scopes: WRITE, answer: mergeTwo },
];

/** Deleting what is not there is no error. [guess: deletedTwice] */
function remove({ data, now }: Call, [id = '']: readonly string[]): Result {
  const contact = contactIn(data, id);
  if (contact !== undefined) archive(data, contact, now);
  return nothing();
}

function privacyDelete({ data, body }: Call): Result {
  const { objectId } = body;
  if (typeof objectId !== 'string' || objectId === '') return refusals.unreadable();
  const idProperty = textIn(body, 'idProperty') ?? null;
  const contact = contactNamed(data, objectId, idProperty);
  if (contact !== undefined && 'status' in contact) return contact;
  if (contact !== undefined) erase(data, contact);
  else if (idProperty === 'email') data.erased.push(objectId.toLowerCase());
  else return refusals.notFound();
  return nothing();
}

function mergeTwo({ data, body, now }: Call): Result {
  const primary = contactIn(data, String(body['primaryObjectId']));
  const other = contactIn(data, String(body['objectIdToMerge']));
  if (primary === undefined || other === undefined) return refusals.notFound();
  if (primary === other) return refusals.invalid('a contact can’t be merged with itself');
  merge(data, primary, other, now);
  return fine(sentContact(data, primary, [], []));
}
