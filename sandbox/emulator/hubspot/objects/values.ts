import type { Refusal } from '../refusals.ts';
import type { Definition } from './definitions.ts';
import { objectRefusals } from './refusals.ts';

type Read = { readonly text: string } | { readonly refusal: Refusal };

const LONGEST = 65_536;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A value as it is stored: texts as they come, a day as `YYYY-MM-DD`, a time as an instant in UTC, boxes of a
 * checkbox separated by semicolons. Boxes that begin with a semicolon are added to those that are ticked already,
 * `before`. Empty clears the property. Kinds, boxes and the length are of HubSpot's guides to properties and custom
 * objects; the codes are those that public integrations report, `INVALID_DATE` after their pattern.
 * [guess: valueCodes]
 */
export function valueFor(definition: Definition, value: unknown, before?: string): Read {
  const text = asText(value);
  const { name, type } = definition;
  const bad = (code: string, message: string): Read => ({
    refusal: objectRefusals.badValue(name, code, message),
  });
  if (text === '') return { text };
  switch (type) {
    case 'number':
      return Number.isFinite(Number(text)) && text.trim() !== ''
        ? { text }
        : bad('INVALID_LONG', `${text} was not a valid long.`);
    case 'bool':
    case 'enumeration': {
      const allowed = definition.options.map((option) => option.value);
      const boxes = chosen(definition, text);
      const wrong = boxes.find((one) => !allowed.includes(one));
      const kept = text.startsWith(';') ? chosen(definition, before ?? '') : [];
      return wrong === undefined
        ? { text: [...new Set([...kept, ...boxes])].join(';') }
        : bad(
            'INVALID_OPTION',
            `${wrong} was not one of the allowed options: [${allowed.join(', ')}]`,
          );
    }
    case 'date': {
      const at = instant(text);
      return at === undefined || at % 86_400_000 !== 0
        ? bad('INVALID_DATE', `${text} was not a valid date.`)
        : { text: new Date(at).toISOString().slice(0, 10) };
    }
    case 'datetime': {
      const at = instant(text);
      return at === undefined
        ? bad('INVALID_DATE', `${text} was not a valid date.`)
        : { text: new Date(at).toISOString() };
    }
    default:
      return text.length <= LONGEST
        ? { text }
        : bad('PROPERTY_VALUE_TOO_LONG', `${name} is longer than ${String(LONGEST)} characters.`);
  }
}

/** Milliseconds since the epoch as a number in text, or ISO 8601. */
export function instant(text: string): number | undefined {
  const at = /^-?\d+$/.test(text)
    ? Number(text)
    : Date.parse(DAY.test(text) ? `${text}T00:00:00Z` : text);
  return Number.isNaN(at) || Math.abs(at) > 8.64e15 ? undefined : at;
}

/** Only a checkbox takes several values. */
function chosen({ fieldType }: Definition, text: string): string[] {
  return fieldType === 'checkbox' ? text.split(';').filter((one) => one !== '') : [text];
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
}
