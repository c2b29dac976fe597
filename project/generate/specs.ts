import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** HubSpot's OpenAPI files of the families that the sandbox emulates, without `.json`. */
export const FAMILIES = [
  'account-info-2026-09',
  'associations-2026-09',
  'automation-2026-09-beta',
  'communication-preferences-2026-09',
  'communication-preferences-v3',
  'contacts-2026-09',
  'contacts-v3',
  'custom-objects-2026-09',
  'events-2026-09',
  'forms-v3',
  'objects-v3',
  'owners-2026-09',
  'properties-2026-09',
  'schemas-2026-09',
  'schemas-v3',
  'user-provisioning-2026-03',
] as const;

export type Family = (typeof FAMILIES)[number];

/** As much of an OpenAPI file as is read here. */
export interface Spec {
  readonly paths: Readonly<Record<string, Readonly<Record<string, SpecOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, SpecSchema>>;
    readonly responses: Readonly<Record<string, SpecAnswer>>;
  };
}

export interface SpecOperation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: SpecSchema;
  }[];
  readonly requestBody?: SpecAnswer & { readonly required?: boolean };
  readonly responses: Readonly<Record<string, SpecAnswer>>;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
}

export interface SpecAnswer {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: SpecSchema }>>;
}

export interface SpecSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SpecSchema>>;
  readonly additionalProperties?: SpecSchema | boolean;
  readonly items?: SpecSchema;
  readonly oneOf?: readonly SpecSchema[];
}

export type Specs = Readonly<Record<Family, Spec>>;

/** The files of a folder; `undefined` where there is no such folder. Throws where a file is missing from it. */
export function specsIn(folder: string): Specs | undefined {
  if (!existsSync(folder)) return undefined;
  const read = (family: string) =>
    JSON.parse(readFileSync(path.join(folder, `${family}.json`), 'utf8')) as Spec;
  return Object.fromEntries(FAMILIES.map((family) => [family, read(family)])) as unknown as Specs;
}
