import type { SimplePublicObjectWithAssociations } from '@hubspot/api-client/lib/codegen/crm/contacts';
import type { PropertyVersion } from '../../evidence/property-history.ts';
import type { ContactHistory } from '../ports.ts';
import { meaningOf, REASONS, subjectOf } from './contact-properties.ts';
import { instantOf } from './instant.ts';

type Found = Pick<SimplePublicObjectWithAssociations, 'propertiesWithHistory'>;
type Version = NonNullable<Found['propertiesWithHistory']>[string][number];

/** Past values in our words, and of which subjects HubSpot told any. Newest first from HubSpot, oldest first here. */
export function historyOf(found: Found): ContactHistory {
  const histories = found.propertiesWithHistory ?? {};
  const versions: PropertyVersion[] = [];
  const told: ContactHistory['told'][number][] = [];
  for (const [property, values] of Object.entries(histories)) {
    const mayBeCut = isCut(values.length);
    const about = subjectOf(property);
    const oldest = values.at(-1);
    if (about !== undefined) {
      told.push({
        about,
        ...(mayBeCut && oldest !== undefined ? { from: instantOf(oldest.timestamp) } : {}),
      });
    }
    let before: string | undefined;
    let order = 0;
    for (const version of [...values].reverse()) {
      const at = instantOf(version.timestamp);
      order = at === before ? order + 1 : 0;
      before = at;
      const meaning = meaningOf(property, version.value, version.sourceId);
      if (meaning === undefined) continue;
      versions.push({
        ...meaning,
        at,
        ...(order === 0 ? {} : { order }),
        ...(mayBeCut ? { mayBeCut } : {}),
        property,
        // An address is shown elsewhere; here it would only leak into places that keep raw values.
        value: property === 'email' ? '' : version.value,
        source: sourceOf(version),
        ...reasonsOf(property, at, histories),
      });
    }
  }
  return { versions, told, mayBeCut: told.some(({ from }) => from !== undefined) };
}

/**
 * HubSpot is said to keep 45 versions of a contact property, or 20 (hubspot/apis.md §2.4); neither is
 * confirmed, so both say that older ones may have been dropped.
 */
export function isCut(versions: number): boolean {
  return versions === 20 || versions >= 45;
}

function sourceOf(version: Version): PropertyVersion['source'] {
  const { sourceType: type, sourceId: id, sourceLabel: label, updatedByUserId: userId } = version;
  return {
    type,
    ...(id === undefined ? {} : { id }),
    ...(label === undefined ? {} : { label }),
    ...(userId === undefined ? {} : { userId: String(userId) }),
  };
}

/** What other properties say that were set at the same instant. */
function reasonsOf(
  property: string,
  at: string,
  histories: NonNullable<Found['propertiesWithHistory']>,
): { readonly detail?: Readonly<Record<string, string>> } {
  const beside = REASONS[property];
  if (beside === undefined) return {};
  const detail = Object.fromEntries(
    Object.entries(beside).flatMap(([name, other]) => {
      const found = histories[other]?.find(({ timestamp }) => instantOf(timestamp) === at);
      return found === undefined ? [] : [[name, found.value]];
    }),
  );
  return { detail };
}
