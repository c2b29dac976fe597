import type { Scenario } from '../../scenarios/scenario.ts';
import { play, type Act } from './acts.ts';
import type { Assumptions } from './assumptions.ts';
import { catchUp } from './due.ts';
import { updateDateAfter } from './editions.ts';
import type { Portal, PortalData } from './entities.ts';
import { lookAgain } from './indexes.ts';
import { noObjects } from './objects/data.ts';
import { forgetRecordsOf } from './objects/links.ts';
import { typesOf } from './portals.ts';
import { setUp } from './set-up.ts';

/** A portal in which nothing has happened. */
function emptyPortal(portal: Portal, assumptions: Assumptions, from: number): PortalData {
  const { brands, scopes, settings, timeZone } = portal;
  return {
    settings,
    types: typesOf(portal),
    brands,
    scopes,
    assumptions,
    lastId: 0,
    events: [],
    contacts: {},
    addresses: {},
    merged: {},
    erased: [],
    submissions: [],
    flows: [],
    due: [],
    objects: noObjects(portal.id),
    nextUpdateAt: updateDateAfter(settings.billing, timeZone, from),
  };
}

/** Sets a portal up as far as it is, and plays its scenarios up to now, all acts in the order of time. */
export function seededPortal(
  portal: Portal,
  scenarios: readonly Scenario[],
  assumptions: Assumptions,
  now: number,
): PortalData {
  const acts = scenarios
    .filter(({ portalId }) => portalId === portal.id)
    .flatMap((scenario) => scenario.acts)
    .map(({ at, act }) => ({ at: Date.parse(at), act }))
    .sort((a, b) => a.at - b.at);
  const data = emptyPortal(portal, assumptions, acts[0]?.at ?? now);
  setUp(data, portal.setUp, acts[0]?.at ?? now);
  const [first] = acts;
  if (first !== undefined) for (const act of portal.prepared) play(data, act, first.at);
  playAll(data, portal, acts, now);
  return data;
}

/** Tells one scenario's contact anew, as far as the given step; everything else in the portal stays as it is. */
export function retell(
  live: PortalData,
  portal: Portal,
  { contactId, acts }: Scenario,
  steps: number,
  now: number,
): void {
  const told = acts.slice(0, steps).map(({ at, act }) => ({ at: Date.parse(at), act }));
  const fresh = emptyPortal(portal, live.assumptions, told[0]?.at ?? now);
  fresh.lastId = live.lastId;
  fresh.flows.push(...live.flows.map((flow) => ({ ...flow })));
  playAll(fresh, portal, told, now);
  forget(live, contactId);
  Object.assign(live.contacts, fresh.contacts);
  Object.assign(live.addresses, fresh.addresses);
  live.events.push(...fresh.events);
  live.events.sort((a, b) => a.at - b.at);
  live.due.push(...fresh.due);
  live.due.sort((a, b) => a.at - b.at);
  live.submissions.push(...fresh.submissions);
  live.settings = fresh.settings;
  live.nextUpdateAt = fresh.nextUpdateAt;
  live.lastId = fresh.lastId;
  lookAgain(live);
}

function playAll(
  data: PortalData,
  { timeZone }: Portal,
  acts: readonly { readonly at: number; readonly act: Act }[],
  now: number,
): void {
  for (const { at, act } of acts) {
    catchUp(data, timeZone, at);
    play(data, act, at);
  }
  catchUp(data, timeZone, now);
}

/** Takes a contact out with everything that is on record for it, and for any address it ever had. */
function forget(data: PortalData, contactId: string): void {
  const contact = data.contacts[contactId];
  const addresses = new Set(
    (contact?.history['email'] ?? []).map(({ value }) => value.toLowerCase()),
  );
  delete data.contacts[contactId];
  forgetRecordsOf(data, contactId);
  for (const address of addresses) delete data.addresses[address];
  keep(data.events, ({ address }) => !addresses.has(address.toLowerCase()));
  keep(
    data.submissions,
    ({ values }) =>
      !values.some(({ name, value }) => name === 'email' && addresses.has(value.toLowerCase())),
  );
  keep(data.due, ({ what }) =>
    what.kind === 'flow'
      ? what.contactId !== contactId
      : !('contactId' in what.act) || what.act.contactId !== contactId,
  );
}

function keep<T>(list: T[], isKept: (one: T) => boolean): void {
  list.splice(0, list.length, ...list.filter(isKept));
}
