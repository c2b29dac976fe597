import type { Instant, SourceName } from '../../evidence/consent-event.ts';
import { NEEDS, type Absence, type SourceAnswer, type SourceRead } from '../../evidence/source.ts';
import type { Addresses, HubSpot } from '../../gateway/ports.ts';
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

/** Where one source goes on: HubSpot's own mark, and the window it belongs to. */
export interface Cursor {
  readonly after?: string;
  readonly before?: Instant;
}

export type Cursors = Readonly<Partial<Record<SourceName, Cursor>>>;

/** What goes wrong with one source is that source's absence and nobody else's; only errors in our own code are thrown. */
export async function asked(
  source: SourceName,
  read: () => Promise<Omit<SourceRead, 'kind' | 'source'>>,
): Promise<SourceAnswer> {
  try {
    return { kind: 'read', source, ...(await read()) };
  } catch (error) {
    if (!(error instanceof HubSpotTrouble)) throw error;
    return { kind: 'not-readable', source, because: absenceOf(source, error) };
  }
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
