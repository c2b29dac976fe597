import type { PropertyCreate } from '../../generated/names.ts';
import { refusals, type Refusal } from '../refusals.ts';
import type { StoredOption, StoredProperty } from './data.ts';
import { isObject, textIn } from './given.ts';
import { objectRefusals } from './refusals.ts';

type Given = Readonly<Record<string, unknown>>;

/** Lower-case letters, numbers and underscores, a letter first; `hs_` is HubSpot's own. [guess: propertyNames] */
const NAME = /^(?!hs_|constructor$)[a-z][a-z0-9_]{0,99}$/;

/** Which fields go with which types (HubSpot's guide to properties and the OpenAPI file's lists). */
const FIELDS: Readonly<Record<PropertyCreate['type'], readonly PropertyCreate['fieldType'][]>> = {
  bool: ['booleancheckbox', 'calculation_equation'],
  date: ['date'],
  datetime: ['date'],
  enumeration: ['booleancheckbox', 'checkbox', 'radio', 'select', 'calculation_equation'],
  number: ['number', 'calculation_equation'],
  phone_number: ['phonenumber'],
  string: ['file', 'text', 'textarea', 'html', 'phonenumber', 'calculation_equation'],
};

/** A new property as it will be stored. Without a group it goes into the one given (only schemas may leave it out). */
export function newProperty(
  given: unknown,
  into: {
    readonly group?: string;
    readonly now: number;
    readonly isGroup: (name: string) => boolean;
  },
): StoredProperty | Refusal {
  if (!isObject(given)) return objectRefusals.bad('a property is not an object');
  const wanted = [
    'name',
    'label',
    'type',
    'fieldType',
    ...(into.group === undefined ? ['groupName'] : []),
  ];
  const missing = wanted.filter((field) => (textIn(given, field) ?? '') === '');
  if (missing.length > 0) return objectRefusals.fieldsMissing(missing);
  const name = textIn(given, 'name') ?? '';
  if (!NAME.test(name)) return objectRefusals.bad(`${name} is not a valid name of a property`);
  if ((given['dataSensitivity'] ?? 'non_sensitive') !== 'non_sensitive') {
    return refusals.noValue('dataSensitivity', given['dataSensitivity']);
  }
  const made: StoredProperty = {
    ...changesIn(given, into.now),
    name,
    label: textIn(given, 'label') ?? name,
    type: textIn(given, 'type') ?? '',
    fieldType: textIn(given, 'fieldType') ?? '',
    groupName: textIn(given, 'groupName') ?? into.group ?? '',
    description: textIn(given, 'description') ?? '',
    displayOrder: numberIn(given, 'displayOrder') ?? -1,
    hidden: given['hidden'] === true,
    formField: given['formField'] === true,
    hasUniqueValue: given['hasUniqueValue'] === true,
    options: optionsIn(given) ?? [],
    externalOptions: given['externalOptions'] === true,
    createdAt: into.now,
    updatedAt: into.now,
  };
  return troubleIn(made, given, into.isGroup) ?? made;
}

const TEXTS = [
  'label',
  'type',
  'fieldType',
  'groupName',
  'description',
  'calculationFormula',
  'referencedObjectType',
];
const FLAGS = ['hidden', 'formField', 'showCurrencySymbol'];

/** What a request says of a property, as far as it can be changed. */
export function changesIn(given: Given, now: number): Partial<StoredProperty> {
  const texts = TEXTS.flatMap((field) => {
    const text = textIn(given, field);
    return text === undefined ? [] : [[field, text] as const];
  });
  const flags = FLAGS.flatMap((field) => {
    const flag = given[field];
    return typeof flag === 'boolean' ? [[field, flag] as const] : [];
  });
  const displayOrder = numberIn(given, 'displayOrder');
  const options = optionsIn(given);
  return {
    ...(Object.fromEntries([...texts, ...flags]) as Partial<StoredProperty>),
    ...(displayOrder === undefined ? {} : { displayOrder }),
    ...(options === undefined ? {} : { options }),
    updatedAt: now,
  };
}

export function troubleIn(
  { name, type, fieldType, groupName, options }: StoredProperty,
  given: Given,
  isKnownGroup: (name: string) => boolean,
): Refusal | undefined {
  const fields: readonly string[] | undefined = isType(type) ? FIELDS[type] : undefined;
  if (fields === undefined) return objectRefusals.bad(`${type} is not a type of property`);
  if (!fields.includes(fieldType)) {
    return objectRefusals.bad(`fieldType ${fieldType} does not go with type ${type}`);
  }
  if (!isKnownGroup(groupName)) return objectRefusals.bad(`group ${groupName} does not exist`);
  if (given['options'] !== undefined && optionsIn(given) === undefined) {
    return objectRefusals.bad('an option needs label, value, displayOrder and hidden');
  }
  if (type === 'enumeration' && options.length === 0) {
    return objectRefusals.bad(`${name} needs options`);
  }
  const values = options.map(({ value }) => value);
  if (new Set(values).size < values.length)
    return objectRefusals.bad(`${name} has an option twice`);
  const isYesNo = [...values].sort().join() === 'false,true';
  return type === 'bool' && !isYesNo
    ? objectRefusals.badValue(
        name,
        'INVALID_BOOLEAN_OPTION',
        `${name} needs the options true and false`,
      )
    : undefined;
}

/** v3 asks for less of an option than the dated version; here label and value are enough. */
function optionsIn(given: Given): StoredOption[] | undefined {
  const options = given['options'];
  if (!Array.isArray(options)) return undefined;
  const read = options.map((option: unknown, at): StoredOption | undefined => {
    if (!isObject(option)) return undefined;
    const [label, value] = [textIn(option, 'label'), textIn(option, 'value')];
    if (label === undefined || value === undefined || label === '' || value === '') {
      return undefined;
    }
    const description = textIn(option, 'description');
    return {
      label,
      value,
      displayOrder: numberIn(option, 'displayOrder') ?? at,
      hidden: option['hidden'] === true,
      ...(description === undefined ? {} : { description }),
    };
  });
  return read.every((option) => option !== undefined) ? read : undefined;
}

function numberIn(given: Given, field: string): number | undefined {
  const value = given[field];
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
}

function isType(name: string): name is PropertyCreate['type'] {
  return Object.hasOwn(FIELDS, name);
}
