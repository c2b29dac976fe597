import { open } from './question.ts';

const GUIDE = 'developers.hubspot.com, communication-preferences/guide';

/** What HubSpot lists of an address and offers to it. */
export const LISTING_SWITCHES = {
  untouchedTypesAreListed: open<boolean>(
    'Does the list of statuses name types that were never set for the address?',
    `hubspot/apis.md §1.3; ${GUIDE} (calls the list full, and shows one)`,
    true,
    false,
  ),
  inactiveTypesAreListed: open<boolean>(
    'Does the list of statuses name types that are not active?',
    `no source found; ${GUIDE} shows an inactive type among the definitions`,
    true,
    false,
  ),
  timeOfUntouchedStatus: open<'epoch' | 'moment-of-reading'>(
    'Which time stands beside a status that was never set?',
    `${GUIDE} (its example of a status that is not specified bears a time of its own day)`,
    'epoch',
    'moment-of-reading',
  ),
  preferenceLinks: open<'made' | 'forbidden' | 'not-found' | 'rejected'>(
    'Does every account make links to preference pages, and what does one answer that does not?',
    'hubspot/apis.md §1.2; developers.hubspot.com, legacy/communication-preferences/generate-url-guide (calls it beta and names no plan)',
    'made',
    'forbidden',
    'not-found',
    'rejected',
  ),
} as const;
