/**
 * A behaviour that rests on no page, file or recording of HubSpot's and has no other answer here: this product does
 * the same whatever HubSpot does. One that this product depends on is an assumption instead (`assumptions.ts`). The code
 * that guesses bears `[guess: name]`; a test holds the two lists together.
 */
interface Guess {
  readonly what: string;
  /** Why nothing in this product depends on it. */
  readonly because: string;
}

export const GUESSES = {
  computedStandsAs: {
    what: 'What HubSpot computes by itself stands under CALCULATED in property history.',
    because: 'Whatever is not known there is nobody’s word to the product, as CALCULATED is.',
  },
  unnamedSource: {
    what: 'A change that nobody is named for stands under a source type that is not in HubSpot’s list.',
    because: 'Every unknown source type reads as someone unknown.',
  },
  marketingSources: {
    what: 'The form’s, the colleague’s or the workflow’s name is the label of a version of the marketing status.',
    because: 'It is shown; nothing is decided by who set the marketing status.',
  },
  formFields: {
    what: 'A form’s versions in property history bear its id and name, and its opt-in a legal basis and the box’s label.',
    because:
      'The name and the basis are shown; that the contact acted is an assumption of its own (`contactActsAs`).',
  },
  oneChangeAnEvent: {
    what: 'Each change of a consent is an event of its own in HubSpot’s legacy endpoints.',
    because: 'Changes with one cause are told apart by their types, however they are grouped.',
  },
  requestedBy: {
    what: 'A legacy event names the user who acted for the recipient, and nobody otherwise.',
    because: 'It names a person in the timeline, and decides nothing.',
  },
  legacyWords: {
    what: 'Legacy events have a word for "not specified" and a change type for spam reports.',
    because:
      'An unknown word reads as "changed", an unknown change type is left out; neither decides.',
  },
  addressCase: {
    what: 'Letter case makes no difference to an address.',
    because:
      'The product compares addresses without it, and refuses an answer about another address.',
  },
  changedAddress: {
    what: 'An address that is replaced is not kept as a secondary one.',
    because:
      'Secondary addresses are read where HubSpot has some; the primary one’s statuses decide.',
  },
  mergeStandsAs: {
    what: 'A merge stands under MERGE_CONTACTS with the other contact’s id.',
    because: 'All of HubSpot’s merge sources read as carried over, which is nobody’s word.',
  },
  updateDateAtMidnight: {
    what: 'Contacts leave marketing at midnight of the update date in the account’s time zone.',
    because: 'The product shows the day, and reads the status anew.',
  },
  leavingIsCancelled: {
    what: 'Setting a contact as marketing again cancels its leaving, and leaving clears the schedule.',
    because: 'The product says what it reads after a change, never what should follow.',
  },
  marketingWorkflowJson: {
    what: 'The JSON of the two workflows that an admin makes by hand.',
    because:
      'Where a real one reads otherwise the product says that none was found; the organisation can name it.',
  },
  reEnrolment: {
    what: 'A workflow enrols a contact again whether it is set to or not.',
    because: 'The product counts only workflows that are set to.',
  },
  actionFields: {
    what: 'Every field of an action is a plain text, and every action is of one group.',
    because: 'The product does not read action types.',
  },
  flowRevision: {
    what: 'A workflow is replaced only by whoever names its newest revision; missing ones are left out of a batch.',
    because: 'The product changes no workflow, and looks for its own among those it gets.',
  },
  definitionDetails: {
    what: 'Purpose, preference group, default and times of a subscription type.',
    because: 'The product does not read them.',
  },
  brandOfWideStatus: {
    what: 'The account’s own opt-out of everything names brand 0; a recorded answer names none.',
    because: 'The product takes both for the account’s.',
  },
  unknownType: {
    what: 'A status of a type or brand that does not exist is refused with a plain 400.',
    because: 'The product asks only for those that HubSpot listed.',
  },
  verboseAnswer: {
    what: 'The verbose answer to an opt-out of everything lists every type of the brand.',
    because: 'The product does not ask for it.',
  },
  deletedTwice: {
    what: 'Deleting what is gone is no error, alone or in a batch.',
    because:
      'The product deletes records it has just read, and takes either answer for done or tells of trouble.',
  },
  addressShape: {
    what: 'A text with one @ between two words is an address.',
    because: 'The product takes addresses from HubSpot’s contacts, and writes none to one.',
  },
  undeclaredParameters: {
    what: 'A query parameter that HubSpot’s file does not declare is ignored.',
    because: 'The contract holds every request of the product against the file.',
  },
  removedUsers: {
    what: 'A user who was removed is not found among the users any more.',
    because: 'The product reads owners, not users.',
  },
  tokenUser: {
    what: 'A token’s user is number 1.',
    because: 'The product reads the app’s and the account’s id, and the scopes.',
  },
  orderOfChecks: {
    what: 'The scope is checked before the body is read, and the route before both.',
    because: 'A refused call writes nothing, whichever check comes first.',
  },
  unknownOwner: {
    what: 'A task for somebody who is no owner is refused, with the code of an invalid owner.',
    because: 'It decides only what an admin is told of a wrong setting.',
  },
  valueCodes: {
    what: 'The codes of refused dates and numbers.',
    because:
      'The product reads two codes of refusals: a value that is taken, and a property that is missing.',
  },
  propertyNames: {
    what: 'A new property’s name has up to 100 lower-case letters, numbers and underscores, and does not begin with hs_.',
    because: 'The product’s names are short and of that kind.',
  },
  conflictOfNames: {
    what: 'A schema or a group whose name is taken is refused as a property is.',
    because: 'The set-up looks first, and looks again after a refusal.',
  },
  caseOfUniqueValues: {
    what: 'Unique values are compared as they are written.',
    because: 'The product’s keys differ in more than letter case.',
  },
  emptyInFilters: {
    what: 'A record without a value passes no negative filter, and comes last in a sorted search.',
    because: 'The product searches by equality, for a total.',
  },
  unsortedSearch: {
    what: 'A search without a sort is in the order of ids.',
    because: 'The product reads the total alone.',
  },
  errorsInBatch: {
    what: 'A record that is not there, or without associations, is one error beside the others of a batch.',
    because: 'The product takes a missing one for not there, whether it is an error or left out.',
  },
  secondAssociation: {
    what: 'The first association type between two objects has no label, a further one has its name as label.',
    because: 'The product’s object brings one type along and no label.',
  },
  schemasInBatch: {
    what: 'Names of schemas that do not exist are left out of a batch.',
    because: 'The product reads its own schema by its name.',
  },
  defaultPages: {
    what: 'How many results a page has where nobody says.',
    because: 'The product says how many it wants, or follows the marks of the pages.',
  },
} as const satisfies Record<string, Guess>;
