import type { HubSpotOnDesk } from '../emulator/index.ts';
import { EDITIONS } from '../emulator/hubspot/editions.ts';
import { typesOf } from '../emulator/hubspot/portals.ts';
import type { PlayedAct } from './asked.ts';
import type { NotPlayable } from './view.ts';

/** What may be done to a contact that has no address. */
const NEEDS_NO_ADDRESS: readonly PlayedAct['act'][] = [
  'change-address',
  'double-opt-in',
  'marketing-status',
];

/** What stands in the way of an act; asked before it is played, or put off to a time when nobody is there to be told. */
export function hindrance(
  hubspot: HubSpotOnDesk,
  portalId: number,
  act: PlayedAct,
): NotPlayable | undefined {
  if (!('contactId' in act)) return undefined;
  const contact = hubspot.contact(portalId, act.contactId);
  if (contact === undefined) return 'no-such-contact';
  const hasAddress = (contact.properties['email'] ?? '') !== '';
  if (!hasAddress && !NEEDS_NO_ADDRESS.includes(act.act)) return 'no-address';
  if ('typeId' in act && !hasType(hubspot, portalId, act.typeId)) return 'no-such-type';
  const has = EDITIONS[hubspot.settings(portalId).edition];
  if (isByWorkflow(act) && !has.workflows) return 'no-workflows';
  if (act.act === 'marketing-status' && !has.marketingContacts) return 'no-marketing-contacts';
  return undefined;
}

/** A brand's types are only in the portals that have the brand. */
function hasType({ portals }: HubSpotOnDesk, portalId: number, typeId: string): boolean {
  const portal = portals.find(({ id }) => id === portalId);
  return portal !== undefined && typesOf(portal).some(({ id }) => id === typeId);
}

/** Workflows never act at once. */
export function isByWorkflow(act: PlayedAct): boolean {
  return act.act === 'workflow' || (act.act === 'marketing-status' && act.by === 'WORKFLOW');
}
