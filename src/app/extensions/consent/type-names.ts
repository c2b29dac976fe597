import type { Glance, SubscriptionRow } from '#contract/snapshot.ts';
import type { GlanceReading } from './words/reading.ts';

/** A type's name in the reader's language where the portal has one, else as the portal calls it. */
export function nameOf(
  row: SubscriptionRow,
  { language }: Pick<GlanceReading, 'language'>,
): string {
  return row.names[language] ?? row.name;
}

/** Names by id, for sentences that only know the id; a type that is gone keeps its number. */
export function namesIn(glance: Glance, reading: Pick<GlanceReading, 'language'>) {
  return (typeId: string): string => {
    const row = glance.rows.find((found) => found.typeId === typeId);
    return row === undefined ? typeId : nameOf(row, reading);
  };
}
