import type { SourceName } from '../../evidence/consent-event.ts';
import { NEEDS, type Absence, type SourceAnswer, type SourceRead } from '../../evidence/source.ts';
import type { Addresses, HubSpot, Page } from '../../gateway/ports.ts';
import { HubSpotTrouble } from '../../gateway/trouble.ts';

/** One contact, and everything that its sources may be asked through. */
export interface Asking {
  readonly hubspot: HubSpot;
  readonly contactId: string;
  readonly typeIds: readonly string[];
  readonly addresses: Addresses;
  /** Our own app's id, where HubSpot tells it. */
  readonly appId: string | undefined;
}

/**
 * What goes wrong with one source is that source's absence and nobody else's; only errors in our own code are thrown,
 * and trouble with a source that is read again for an older page: what it has told before is not to vanish.
 */
export async function asked(
  source: SourceName,
  read: () => Promise<Omit<SourceRead, 'kind' | 'source'>>,
  marks: readonly string[] = [],
): Promise<SourceAnswer> {
  try {
    return { kind: 'read', source, ...(await read()) };
  } catch (error) {
    if (!(error instanceof HubSpotTrouble) || marks.length > 0) throw error;
    return { kind: 'not-readable', source, because: absenceOf(source, error) };
  }
}

/** The first page and those that the marks lead to, as one; all at once, since every mark is known. */
export async function pagesOf<T>(
  marks: readonly string[],
  read: (mark?: string) => Promise<Page<T>>,
): Promise<Page<T>> {
  const pages = await Promise.all([read(), ...marks.map((mark) => read(mark))]);
  return { ...pages.at(-1), records: pages.flatMap(({ records }) => records) };
}

/** HubSpot names the scope where one is missing; a refusal without one is the plan's. */
function absenceOf(source: SourceName, { code, scope }: HubSpotTrouble): Absence {
  if (code !== 'missing-scope') return { code: 'failing' };
  if (scope === undefined) return { code: 'not-permitted-by-plan' };
  return {
    code: 'missing-scope',
    scope: NEEDS[source].includes(scope) ? scope : (NEEDS[source][0] ?? scope),
  };
}
