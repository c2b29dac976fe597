import { FORMS } from '../emulator/hubspot/forms.ts';
import { TYPES, USERS } from '../emulator/hubspot/portals.ts';
import type { HubSpotOnDesk } from '../emulator/index.ts';
import { groups } from '../scenarios/index.ts';
import type { Listing } from '../stage/view.ts';

/** What there is to choose from. Never a token. */
export function listingOf(hubspot: HubSpotOnDesk): Listing {
  return {
    portals: hubspot.portals.map(({ id, name, timeZone, appId }) => ({
      id,
      name,
      timeZone,
      appId,
    })),
    scenarios: [
      ...groups.question.map((scenario) => ({ ...scenario, group: 'question' as const })),
      ...groups.beside.map((scenario) => ({ ...scenario, group: 'beside' as const })),
    ],
    types: TYPES.map(({ id, name, nameJa }) => ({ id, name: { en: name, ja: nameJa } })),
    users: USERS.map(({ id, firstName, lastName }) => {
      const name = `${firstName} ${lastName}`;
      return { id, name: { en: name, ja: name } };
    }),
    forms: FORMS.map(({ id, name, boxes }) => ({
      id,
      name: { en: name, ja: name },
      typeIds: boxes.map(({ typeId }) => typeId),
    })),
    workflowDelayMs: hubspot.assumptions.workflowDelayMs,
  };
}
