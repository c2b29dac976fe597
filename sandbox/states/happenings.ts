import { PORTALS } from '../emulator/hubspot/portals.ts';
import type { Fault } from '../emulator/core/failures.ts';
import type { PlayedAct } from '../stage/asked.ts';
import type { Desk, Step } from './state.ts';

export const TOKYO = 1001;
export const BERLIN = 1002;

const MINUTE = 60_000;

/** More often than any page asks. */
const ALWAYS = 1_000;
const BUSY: Fault = { kind: 'status', status: 429 };
export const FAILING: Fault = { kind: 'status', status: 500 };

/** Where this product's record of changes is read and written. */
export const RECORD = { path: '/crm/*/*/p_consent_card_entry' };
/** The same, for writing a new entry alone. */
export const NEW_ENTRY = { path: '/crm/*/*/p_consent_card_entry$', method: 'POST' };

type Where = { readonly path: string; readonly method?: string };

export function fails(where: Where, fault: Fault, times = ALWAYS) {
  return ({ hubspot }: Desk) => {
    hubspot.fail({ ...where, times, fault });
  };
}

export const isBusy = fails({ path: '/communication-preferences/' }, BUSY);

/** The app was installed without a scope. */
export function lacks(portalId: number, scope: string) {
  return ({ hubspot }: Desk) => {
    const { scopes = [] } = PORTALS.find(({ id }) => id === portalId) ?? {};
    hubspot.grant(
      portalId,
      scopes.filter((one) => one !== scope),
    );
  };
}

/** Somebody will do this in a minute; the page learns of it when it has happened, as HubSpot's does. */
export function inAMinute(portalId: number, act: PlayedAct) {
  return ({ stage }: Desk) => {
    stage.play(portalId, act, MINUTE);
  };
}

export const aMinuteLater: Step = {
  desk: ({ hubspot }) => {
    hubspot.clock.advance(MINUTE);
  },
};

/** Somebody does this, and the page does not know yet. */
export function unseen(portalId: number, act: PlayedAct): Step {
  return {
    desk: ({ hubspot }) => {
      hubspot.act(portalId, act);
    },
  };
}

/** Goes on when a call of this kind has reached HubSpot. */
export function reached(path: string): Step {
  return {
    desk: async ({ hubspot }) => {
      while (!hubspot.calls().some((call) => call.method === 'POST' && call.path.includes(path))) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
}
