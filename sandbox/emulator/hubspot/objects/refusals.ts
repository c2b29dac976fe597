import { badProperty, refusal, type Refusal } from '../refusals.ts';

/**
 * Refusals of schemas, records, properties and associations. Where no page of HubSpot's or report of a public
 * integration shows a sentence, the sentence is the emulator's own; category and code are what counts.
 */
export const objectRefusals = {
  /** Sentence and status as public integrations report them; they saw no category, the OpenAPI file wants one. */
  unknownType: (name: string) =>
    refusal(400, 'VALIDATION_ERROR', `Unable to infer object type from: ${name}`),
  fieldsMissing: (fields: readonly string[]) =>
    refusal(
      400,
      'VALIDATION_ERROR',
      `Invalid input JSON on line 1, column 1: Some required fields were not set: [${fields.join(', ')}]`,
    ),
  /** As two public integrations report it. */
  requiredMissing: (object: string, properties: readonly string[]) =>
    refusal(
      400,
      'VALIDATION_ERROR',
      `Error creating ${object}. Some required properties were not set.`,
      { context: { properties } },
    ),
  requiredCleared: (property: string) =>
    badProperty(property, 'REQUIRED_FIELD', `"${property}" is required and can't be empty`),
  /** Status 400 and the code as public integrations report them; which record has the value is not in the code. */
  valueTaken: (property: string, otherId: string) =>
    badProperty(property, 'CONFLICTING_UNIQUE_VALUE', `${otherId} already has that value.`),
  notUnique: (property: string) =>
    refusal(400, 'VALIDATION_ERROR', `${property} is not a unique property of this object`),
  badValue: (property: string, code: string, message: string) =>
    badProperty(property, code, message),
  noAssociation: (from: string, id: string, to: string) =>
    refusal(404, 'OBJECT_NOT_FOUND', `No ${to} is associated with ${from} ${id}.`),
  tooMany: (what: string, most: number) =>
    refusal(400, 'VALIDATION_ERROR', `The maximum number of ${what} is ${String(most)}`),
  bad: (message: string, subCategory?: string) =>
    refusal(400, 'VALIDATION_ERROR', message, subCategory === undefined ? {} : { subCategory }),
  /** Status, category and subcategory of a property as a public integration saw them in live runs. */
  propertyExists: (name: string) =>
    refusal(409, 'OBJECT_ALREADY_EXISTS', `A property named '${name}' already exists.`, {
      subCategory: 'Properties.PROPERTY_WITH_NAME_EXISTS',
    }),
  /** Of schemas and groups the same as of a property. [guess: conflictOfNames] */
  exists: (what: string, name: string) =>
    refusal(409, 'OBJECT_ALREADY_EXISTS', `${what} named '${name}' already exists.`),
} satisfies Record<string, (...given: never[]) => Refusal>;
