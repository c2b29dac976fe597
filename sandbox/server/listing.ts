import { FORMS, typesIn } from '../emulator/hubspot/forms.ts';
import { typesOf, USERS } from '../emulator/hubspot/portals.ts';
import type { HubSpotOnDesk } from '../emulator/index.ts';
import { groups } from '../scenarios/index.ts';
import type { Listing } from '../stage/view.ts';

/** What there is to choose from. Never a token. */
export function listingOf(hubspot: HubSpotOnDesk): Listing {
  const { portals } = hubspot;
  return {
    portals: portals.map((portal) => {
      const { id, name, timeZone, appId } = portal;
      return { id, name, timeZone, appId, typeIds: typesOf(portal).map((type) => type.id) };
    }),
    scenarios: [
      ...groups.question.map((scenario) => ({ ...scenario, group: 'question' as const })),
      ...groups.beside.map((scenario) => ({ ...scenario, group: 'beside' as const })),
    ],
    types: [...new Set(portals.flatMap(typesOf))].map(({ id, name, nameJa }) => ({
      id,
      name: { en: name, ja: nameJa },
    })),
    users: USERS.map(({ id, firstName, lastName }) => {
      const name = `${firstName} ${lastName}`;
      return { id, name: { en: name, ja: name } };
    }),
    forms: FORMS.map((form) => ({
      id: form.id,
      name: { en: form.name, ja: form.name },
      typeIds: typesIn(form),
      hasBoxes: form.consent.kind === 'boxes',
    })),
    workflowDelayMs: hubspot.assumptions.workflowDelayMs,
  };
}
