import type { Message, Plural } from '#words/messages.ts';

/** A message with its places filled; a place that nobody fills stays as it is, for a test to find. */
export function fill(message: Message, values: Readonly<Record<string, string>>): string {
  return message.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

/** The message for so many, by the language's own rules. */
export function pluralIn(language: string): (plural: Plural, count: number) => Message {
  const rules = new Intl.PluralRules(language);
  return (plural, count) => plural[rules.select(count)] ?? plural.other;
}
