/** One way HubSpot behaves that the emulator imitates, and the place in the team's research notes it rests on. */
interface Behaviour {
  readonly says: string;
  readonly source: string;
}

/** What is documented, or reported by more than one independent source. What is open stands in `SWITCHES` and `GUESSES`. */
export const BEHAVIOURS: readonly Behaviour[] = [
  {
    says: 'The dated endpoints let an opted-out address be subscribed and answer RESUBSCRIBE_OCCURRED.',
    source: 'hubspot/apis.md §0.1, §1.3',
  },
  {
    says: 'A dated write that changes nothing answers NO_STATUS_CHANGE.',
    source: 'hubspot/apis.md §1.4',
  },
  {
    says: 'v3 refuses to subscribe an opted-out address, and one that is in already, each with its own 400.',
    source: 'hubspot/apis.md §1.4',
  },
  {
    says: 'Where privacy settings are on, v3 wants a legal basis and an explanation; dated writes pass without.',
    source: 'hubspot/apis.md §0.2, §1.4',
  },
  {
    says: 'Statuses belong to the address: a new address drops an opt-out, an old one brings it back, and an address needs no contact.',
    source: 'hubspot/apis.md §0.5, §1.4',
  },
  {
    says: 'An opt-out of everything is a status of its own, one a brand, and there is no call that takes it back.',
    source: 'hubspot/apis.md §1.2, §1.3',
  },
  {
    says: 'Opting out of everything answers with empty results unless it is asked to be verbose.',
    source: 'hubspot/apis.md §1.3',
  },
  {
    says: 'v3 names the level that decides a status, but can’t tell “unsubscribed” from “never asked”.',
    source: 'hubspot/apis.md §1.3',
  },
  {
    says: 'A definition’s id is text, a status’s subscription id a number; the request field is statusState, the answer’s is status.',
    source: 'hubspot/apis.md §1.3',
  },
  {
    says: 'Properties that a portal lacks are left out of an answer; properties never set are null; a write of an unknown one is refused.',
    source: 'hubspot/apis.md §2.5',
  },
  {
    says: 'Writing a read-only property is refused as a whole with READ_ONLY_VALUE.',
    source: 'hubspot/apis.md §4',
  },
  {
    says: 'Property history names a source type, and may name a source and a user; a write by an app never stands under a person.',
    source: 'hubspot/apis.md §2.4',
  },
  {
    says: 'A batch that finds only some of its records answers 207 with one error for all that are missing; with history at most 50.',
    source: 'hubspot/apis.md §2.4, §7',
  },
  {
    says: 'The legacy timeline is the whole portal’s, newest first, without a filter by contact; the legacy events have one.',
    source: 'hubspot/apis.md §2.1, §2.2',
  },
  {
    says: 'Event occurrences are one contact’s, name no subscription type, and carry the id of the legacy timeline’s cause.',
    source: 'hubspot/apis.md §2.3',
  },
  {
    says: 'A form tied to a type resubscribes who opted out, if its box is ticked or it rests on legitimate interest, and takes back an opt-out of everything; otherwise nothing changes.',
    source: 'hubspot/market.md §0; hubspot/apis.md §2.6; scenarios S3',
  },
  {
    says: 'A deleted contact or record is shown only where archived ones are asked for, by a search until the search knows.',
    source: 'HubSpot’s files contacts and objects; HubSpot’s guide to CRM search',
  },
  {
    says: 'A cursor names a place in a list, which leads on though the row that stood there is gone.',
    source: 'HubSpot’s files: `after`, the last successfully read resource',
  },
  {
    says: 'A checkbox takes several values, separated by semicolons; those after a leading semicolon are added.',
    source: 'hubspot/apis.md §2.5; HubSpot’s guide to properties',
  },
  {
    says: 'A submission is kept without a word of consent.',
    source: 'hubspot/apis.md §2.6',
  },
  {
    says: 'With double opt-in on, a first opt-in by form waits for the contact’s click.',
    source: 'hubspot/apis.md §3',
  },
  {
    says: 'Marketing status is set by form, person or workflow, never through the API; on at once, off at the next update date.',
    source: 'hubspot/apis.md §0.3, §4',
  },
  {
    says: 'The update date is the renewal day with monthly billing and the first of the month with annual billing.',
    source: 'hubspot/apis.md §4',
  },
  {
    says: 'A workflow acts later, not at once.',
    source: 'hubspot/apis.md §5',
  },
  {
    says: 'A privacy delete leaves nothing of the contact itself, and keeps the address from coming back by hand or by import; a form or the API may bring it back.',
    source: 'hubspot/apis.md §9',
  },
  {
    says: 'A missing scope is a 403 that lists the scopes of which one is needed.',
    source: 'hubspot/apis.md §7',
  },
  {
    says: '190 calls in ten seconds for one app (100 below Professional), five searches a second; beyond it 429 with its own body and headers.',
    source: 'hubspot/apis.md §7',
  },
  {
    says: 'On HubSpot’s free tools no app with functions can be installed; plans without marketing contacts have no marketing properties.',
    source: 'hubspot/apis.md §6; hubspot/platform.md',
  },
];
