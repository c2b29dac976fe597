import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { router } from '../../sandbox/emulator/core/router.ts';

/** A schema as the generated files keep it: OpenAPI 3.0, facts only. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: Schema;
}

/** What HubSpot says of one method at one path. */
export interface Operation {
  /** The OpenAPI file, or `fixtures` where HubSpot has none. */
  readonly family: string;
  readonly method: string;
  readonly path: string;
  /** Any one is enough; those needed together stand in one text, separated by a space. */
  readonly scopes: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly body?: { readonly required: boolean; readonly schema: Schema };
  /** By status, and `default` for every other; `null` is an answer without a body. */
  readonly responses: Readonly<Record<string, Schema | null>>;
}

interface Facts {
  readonly operations: Readonly<Record<string, Omit<Operation, 'family' | 'method' | 'path'>>>;
  readonly schemas: Readonly<Record<string, Schema>>;
}

const FOLDER = path.join(import.meta.dirname, '../../sandbox/emulator/generated/contract');

/** The facts of each family's OpenAPI file, by the file's name. */
export const FAMILIES: ReadonlyMap<string, Facts> = new Map(
  readdirSync(FOLDER).map((file) => [
    path.basename(file, '.json'),
    JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Facts,
  ]),
);

const FINDERS = [...FAMILIES].map(([family, { operations }]) => ({
  family,
  find: router(
    Object.entries(operations).map(([key, facts]): Operation => {
      const [method = '', at = ''] = key.split(' ');
      return { family, method, path: at, ...facts };
    }),
  ),
}));

/**
 * What HubSpot's files say of a call; `undefined` where no file has its path. Several files have paths that
 * fit any object: contacts have their own, all else is a custom object's.
 */
export function specFor(method: string, at: string): Operation | undefined {
  const found = FINDERS.flatMap(({ find }) => find(method, at)?.route ?? []);
  const own = /\/(contacts|0-1)(\/|$)/.test(at) ? /^contacts-/ : /^custom-objects-/;
  return found.find(({ family }) => own.test(family)) ?? found[0];
}
