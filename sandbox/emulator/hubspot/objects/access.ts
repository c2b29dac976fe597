import type { Call } from '../call.ts';
import { refusals, type Refusal } from '../refusals.ts';
import { isGranted } from '../scopes.ts';
import type { StoredSchema } from './data.ts';
import { objectTypeNamed, type ObjectType } from './object-type.ts';
import { objectRefusals } from './refusals.ts';

/**
 * HubSpot's OpenAPI files name the scopes of all types in one list for each path. Here a call needs those of the
 * type that it names, as HubSpot's page on scopes tells them apart; the variants for sensitive data are left out.
 */
export const SCOPES = {
  records: {
    read: { contact: ['crm.objects.contacts.read'], custom: ['crm.objects.custom.read'] },
    write: { contact: ['crm.objects.contacts.write'], custom: ['crm.objects.custom.write'] },
  },
  properties: {
    read: {
      contact: [
        'crm.schemas.contacts.read',
        'crm.objects.contacts.read',
        'crm.objects.contacts.write',
      ],
      custom: ['crm.schemas.custom.read', 'crm.objects.custom.read', 'crm.objects.custom.write'],
    },
    write: { contact: ['crm.schemas.contacts.write'], custom: ['crm.schemas.custom.write'] },
  },
} as const;

interface ByKind {
  readonly contact: readonly string[];
  readonly custom: readonly string[];
}

export function allOf({ contact, custom }: ByKind): readonly string[] {
  return [...contact, ...custom];
}

type Emulated = Extract<ObjectType, { readonly typeId: string }>;

/** The type that a path's `{objectType}` names, if the app may do this with it. */
export function typeFor(call: Call, name: string, scopes: ByKind): Emulated | Refusal {
  const type = typeOf(call, name);
  if ('status' in type) return type;
  // HubSpot's file of tasks asks for the scopes of contacts.
  const wanted = scopes[type.kind === 'custom' ? 'custom' : 'contact'];
  return isGranted(wanted, call.data.scopes) ? type : refusals.missingScope(wanted);
}

/** The same without a look at scopes. */
export function typeOf({ data, path, method }: Call, name: string): Emulated | Refusal {
  const type = objectTypeNamed(data, name);
  if (type.kind === 'unknown') return objectRefusals.unknownType(name);
  if (type.kind === 'not-emulated') return refusals.noRoute(method, path);
  return type;
}

/** The schema of a custom object, or of tasks; contacts have paths of their own. */
export function schemaFor(call: Call, name: string, scopes: ByKind): StoredSchema | Refusal {
  const type = typeFor(call, name, scopes);
  if ('status' in type) return type;
  return type.kind !== 'contact' ? type.schema : refusals.noRoute(call.method, call.path);
}
