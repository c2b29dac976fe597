import { DOCUMENTED_TEXTS } from './assumptions.ts';
import type { LegacySources, StandsAs } from './assumptions/history.ts';
import type { PortalData, Source } from './entities.ts';

/** The side that changes a consent, whatever HubSpot's histories call it. */
export type By = keyof LegacySources | 'hubspot';

type Held = Pick<PortalData, 'assumptions'>;

/** A write by an app stands under the app, never under the person who clicked (hubspot/apis.md §2.4). */
export function byApp({ assumptions }: Held, appId: number, name: string): Source {
  return standsAs(assumptions.appStandsAs, String(appId), name);
}

export function byWorkflow({ assumptions }: Held, name: string, id?: string): Source {
  return standsAs(assumptions.workflowStandsAs, id, name);
}

export function byImport({ assumptions }: Held, name: string): Source {
  return standsAs(assumptions.importStandsAs, undefined, name);
}

/** `userId:…` is how a real history names a user (a third party's copy, hubspot/apis.md §2.4). */
export function byColleague({ assumptions }: Held, userId: number): Source {
  const source = standsAs(assumptions.colleagueStandsAs, `userId:${String(userId)}`);
  return source.sourceId === undefined ? source : { ...source, updatedByUserId: userId };
}

/** What HubSpot computes by itself; the name is one of its 113 (hubspot/apis.md §2.4). [guess: computedStandsAs] */
export function byHubSpot(): Source {
  return { sourceType: 'CALCULATED' };
}

/** The free text of a status that an app set. */
export function textOfApp({ assumptions }: Held, appId: number): string {
  return assumptions.statusTextOfApp === 'bare'
    ? DOCUMENTED_TEXTS.api
    : `${DOCUMENTED_TEXTS.api}, App ID:${String(appId)}`;
}

function standsAs({ sourceType, hasId, hasLabel }: StandsAs, id?: string, label?: string): Source {
  return {
    sourceType,
    ...(hasId && id !== undefined ? { sourceId: id } : {}),
    ...(hasLabel && label !== undefined ? { sourceLabel: label } : {}),
  };
}
