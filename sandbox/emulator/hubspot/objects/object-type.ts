import type { PortalData } from '../entities.ts';
import { CONTACT_TYPE, TASK_TYPE, type StoredSchema } from './data.ts';
import { TASKS } from './tasks.ts';

/** What a call's `{objectType}` stands for. */
export type ObjectType =
  | { readonly kind: 'contact'; readonly typeId: string }
  | { readonly kind: 'custom'; readonly typeId: string; readonly schema: StoredSchema }
  /** HubSpot's own, kept in the same way. */
  | { readonly kind: 'task'; readonly typeId: string; readonly schema: StoredSchema }
  /** One of HubSpot's own types that the emulator does not have. */
  | { readonly kind: 'not-emulated' }
  | { readonly kind: 'unknown' };

const CONTACT = /^(contacts?|0-1)$/i;
const TASK = /^(tasks?|0-27)$/i;
const STANDARD =
  /^(0-\d+|compan(y|ies)|deals?|tickets?|products?|line_items?|quotes?|calls?|emails?|meetings?|notes?|invoices?|orders?|carts?|leads?|users?|services?|projects?)$/i;

/**
 * A custom object by type id, by `p<portal>_<name>` or by `p_<name>` (HubSpot's guide to custom objects); by its
 * bare name only under that assumption. An archived one is unknown.
 */
export function objectTypeNamed(data: PortalData, text: string): ObjectType {
  if (CONTACT.test(text)) return { kind: 'contact', typeId: CONTACT_TYPE };
  if (TASK.test(text)) return { kind: 'task', typeId: TASK_TYPE, schema: TASKS };
  if (STANDARD.test(text)) return { kind: 'not-emulated' };
  const schema = schemaNamed(data, text);
  return schema === undefined || schema.archivedAt !== undefined
    ? { kind: 'unknown' }
    : { kind: 'custom', typeId: schema.typeId, schema };
}

/** Archived schemas too. */
export function schemaNamed(data: PortalData, text: string): StoredSchema | undefined {
  const { schemas } = data.objects;
  if (Object.hasOwn(schemas, text)) return schemas[text];
  const wanted = text.toLowerCase();
  return Object.values(schemas).find((schema) => {
    const name = schema.name.toLowerCase();
    const names = [fullName(data, schema).toLowerCase(), `p_${name}`];
    if (data.assumptions.bareObjectNames === 'accepted') names.push(name);
    return names.includes(wanted);
  });
}

export function fullName(data: PortalData, { name }: StoredSchema): string {
  return `p${String(data.objects.portalId)}_${name}`;
}
