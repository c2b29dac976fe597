import { isAddress } from './address.ts';
import { contactsAt, valueOf } from './contacts.ts';
import type { PortalData, StoredContact } from './entities.ts';
import { liveContacts } from './find-contacts.ts';
import { contactProperty } from './objects/definitions.ts';
import { objectRefusals } from './objects/refusals.ts';
import { valueFor } from './objects/values.ts';
import { refusals, type Refusal } from './refusals.ts';

/**
 * What a call writes to a contact, as it will be stored (OpenAPI files contacts v3 and 2026-09); `to` is absent where
 * a contact is made. All or nothing: one property that can't be written refuses the rest too.
 */
export function contactValues(
  data: PortalData,
  given: Readonly<Record<string, unknown>>,
  to?: StoredContact,
): { readonly values: ReadonlyMap<string, string> } | { readonly refusal: Refusal } {
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(given)) {
    const definition = contactProperty(data, name);
    if (definition === undefined) return { refusal: refusals.noSuchProperty(name) };
    if (definition.isReadOnly) {
      const isPlain =
        name.startsWith('hs_marketable_') && data.assumptions.readOnlyAnswer === 'plain';
      return { refusal: isPlain ? refusals.notSettable(name) : refusals.readOnly(name) };
    }
    const before = to === undefined ? undefined : valueOf(to, name);
    const read = valueFor(definition, value, before);
    if ('refusal' in read) return read;
    const refusal = read.text === '' ? undefined : taken(data, name, read.text, to);
    if (refusal !== undefined) return { refusal };
    values.set(name, read.text);
  }
  return { values };
}

/** Why a contact can't have this value: an address that is none, or a unique value of another contact. */
function taken(
  data: PortalData,
  name: string,
  text: string,
  to: StoredContact | undefined,
): Refusal | undefined {
  if (name === 'email') {
    if (!isAddress(text)) return refusals.notAnAddress(name);
    const [other] = contactsAt(data, text);
    return other === undefined || other === to ? undefined : refusals.addressTaken(other.id);
  }
  if (contactProperty(data, name)?.hasUniqueValue !== true) return undefined;
  const other = liveContacts(data).find((one) => one !== to && valueOf(one, name) === text);
  return other === undefined ? undefined : objectRefusals.valueTaken(name, other.id);
}
