import { EDITIONS } from './editions.ts';
import type { Portal, PortalData } from './entities.ts';
import { PORTALS } from './portals.ts';

const BY_TOKEN: ReadonlyMap<string, Portal> = new Map(
  PORTALS.map((portal) => [`Bearer ${portal.token}`, portal]),
);

/** The one door without a token: a form on a web page. The portal stands in its path. */
const PUBLIC_FORM = /^\/submissions\/v3\/integration\/submit\/(\d+)\//;

/**
 * The portal a call is about. Where the plan has no app functions the app is not installed, and its token
 * is nobody's.
 */
export function portalOf(
  authorization: string | undefined,
  path: string,
  dataOf: (portalId: number) => PortalData,
): Portal | undefined {
  const asPage = PUBLIC_FORM.exec(path)?.[1];
  if (asPage !== undefined) return PORTALS.find(({ id }) => id === Number(asPage));
  const portal = BY_TOKEN.get(authorization ?? '');
  if (portal === undefined) return undefined;
  return EDITIONS[dataOf(portal.id).settings.edition].functions ? portal : undefined;
}
