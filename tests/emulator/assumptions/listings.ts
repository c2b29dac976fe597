import type { LISTING_SWITCHES } from '../../../sandbox/emulator/hubspot/assumptions/listings.ts';
import { NEWSLETTER, OLD_MAGAZINE } from '../../../sandbox/emulator/hubspot/portals.ts';
import { EMAIL, lab, type Row } from './row.ts';

const LINKS = '/communication-preferences/2026-09/links/generate?channel=EMAIL';

export const LISTING_ROWS = {
  untouchedTypesAreListed: {
    see: (assumptions) => {
      const { statuses, dated } = lab(assumptions);
      const before = statuses().length > 0;
      dated('UNSUBSCRIBED');
      return [before, statuses().length > 1, statuses().length > 0];
    },
    today: [true, true, true],
    others: [[false, false, true]],
  },
  inactiveTypesAreListed: {
    see: (assumptions) => {
      const { dated, stateOf } = lab(assumptions);
      dated('UNSUBSCRIBED', {}, OLD_MAGAZINE);
      return [stateOf(OLD_MAGAZINE), stateOf(NEWSLETTER)];
    },
    today: ['UNSUBSCRIBED', 'NOT_SPECIFIED'],
    others: [[undefined, 'NOT_SPECIFIED']],
  },
  timeOfUntouchedStatus: {
    see: (assumptions) => {
      const { hubspot, statusOf, dated } = lab(assumptions);
      dated('UNSUBSCRIBED', {}, OLD_MAGAZINE);
      const set = statusOf(OLD_MAGAZINE)?.['timestamp'];
      hubspot.clock.advance(1_000);
      const now = new Date(hubspot.clock.now()).toISOString();
      const untouched = statusOf(NEWSLETTER)?.['timestamp'];
      return [untouched === now, statusOf(OLD_MAGAZINE)?.['timestamp'] === set];
    },
    today: [false, true],
    others: [[true, true]],
  },
  preferenceLinks: {
    see: (assumptions) => {
      const { status, body } = lab(assumptions).ask('POST', LINKS, { subscriberIdString: EMAIL });
      return [status, typeof body['managePreferencesUrl']];
    },
    today: [200, 'string'],
    others: [
      [403, 'undefined'],
      [404, 'undefined'],
      [400, 'undefined'],
    ],
  },
} as const satisfies Record<keyof typeof LISTING_SWITCHES, Row>;
