import { describe, expect, it } from 'vitest';
import { decide } from '../../src/app/policy/decide.ts';
import { lacking } from '../../src/app/policy/decision.ts';
import { policyWith } from '../../src/app/policy/default-policy.ts';
import type { Facts } from '../../src/app/policy/facts.ts';
import { LAW_PACK_NAMES, type LawPack } from '../../src/app/policy/organisation.ts';
import { ordinary } from './ordinary.ts';
import { told, without } from './told.ts';

type Different = { readonly [F in keyof Facts]?: Facts[F] | undefined };
type Situation = readonly [situation: string, different: Different, decided: string];

const optOut = { change: 'opt-out' } as const;
const optOutOfAll = {
  change: 'opt-out-of-everything',
  typeId: undefined,
  typeExists: undefined,
} as const;
const toMarketing = { change: 'to-marketing', typeId: undefined } as const;
const toNonMarketing = {
  change: 'to-non-marketing',
  typeId: undefined,
  marketingStatus: 'marketing',
} as const;
const undo = { change: 'undo', undoTo: 'opted-in', lastOptOutBy: 'this-card' } as const;
const undoOptIn = { change: 'undo', undoTo: 'opted-out' } as const;
const toNotSpecified = { ...undo, undoTo: 'not-specified' } as const;
const withProof = { selfOptOuts: 'with-proof' } as const;

const PROOF = 'legal-basis + explanation + evidence';
const TAKEN_BACK = `allow, needs ${PROOF} (resubscription-wants-proof), as a resubscription`;
const SELF_TAKEN_BACK = `allow, needs ${PROOF} (self-opt-out-wants-proof), as a resubscription`;
const BY_CONTACT = 'deny: opted-out-by-contact -> share-preference-link';
const BY_UNKNOWN = 'deny: opted-out-by-someone-unknown -> share-preference-link';
const NOT_WHOLE = 'deny: ledger-not-whole -> ask-admin-to-check-record';
const YES = 'explicit-yes (marketing-wants-a-yes)';
const FULL = 'explicit-yes (marketing-wants-a-yes, tier-would-be-exceeded)';
const NOT_IN_PLAN = 'deny: marketing-not-in-plan -> ask-admin-about-plan';

// prettier-ignore
const optingIn: readonly Situation[] = [
  ['S8: an ordinary opt-in', {}, 'allow'],
  ['S1: the contact opted in by a form; staff opt in again', { alreadySo: true }, 'done: already-so'],
  ['S3: opted out by link, and the box not ticked since', { lastOptOutBy: 'contact' }, BY_CONTACT],
  ['S3: opted out by link, opted in by a form with its box ticked', { alreadySo: true, lastOptOutBy: 'nobody' }, 'done: already-so'],
  ['S3: came back by a form, opted out by staff since', { lastOptOutBy: 'staff' }, TAKEN_BACK],
  ['S4: opted out by the contact', { lastOptOutBy: 'contact' }, BY_CONTACT],
  ['S4: opted out by nobody knows whom', { lastOptOutBy: 'someone-unknown' }, BY_UNKNOWN],
  ['S4: opted out by the contact, who complained too', { lastOptOutBy: 'contact', spamComplaint: true }, 'deny: opted-out-by-contact, spam-complaint -> share-preference-link'],
  ['S4: the organisation takes self-opt-outs back with proof', { ...withProof, lastOptOutBy: 'contact' }, SELF_TAKEN_BACK],
  ['S4: with proof, and by nobody knows whom', { ...withProof, lastOptOutBy: 'someone-unknown' }, SELF_TAKEN_BACK],
  ['S4: with proof, but the contact complained of spam', { ...withProof, lastOptOutBy: 'contact', spamComplaint: true }, 'deny: spam-complaint -> share-preference-link'],
  ['S4: with proof, but asked again too soon', { ...withProof, lastOptOutBy: 'contact', inCoolingOff: true }, 'deny: cooling-off -> wait, share-preference-link'],
  ['S4: the organisation’s choice could not be read', { selfOptOuts: undefined, lastOptOutBy: 'contact' }, 'unknown: selfOptOuts (opted-out-by-contact)'],
  ['S5: the contact came back on the preferences page', { lastOptOutBy: 'nobody' }, 'allow'],
  ['S5: the contact came back after a complaint', { lastOptOutBy: 'nobody', spamComplaint: false }, 'allow'],
  ['S2: opted out by a workflow', { lastOptOutBy: 'workflow' }, TAKEN_BACK],
  ['opted out by staff', { lastOptOutBy: 'staff' }, TAKEN_BACK],
  ['opted out by an import', { lastOptOutBy: 'import' }, TAKEN_BACK],
  ['opted out by an integration', { lastOptOutBy: 'integration' }, TAKEN_BACK],
  ['opted out through this card', { lastOptOutBy: 'this-card' }, TAKEN_BACK],
  ['opted out by HubSpot itself', { lastOptOutBy: 'hubspot' }, TAKEN_BACK],
  ['opted out by staff, in a portal that takes self-opt-outs back', { ...withProof, lastOptOutBy: 'staff' }, TAKEN_BACK],
  ['opted out by staff, privacy settings on', { lastOptOutBy: 'staff', privacySettings: 'on' }, `allow, needs ${PROOF} (privacy-settings-want-proof, resubscription-wants-proof), as a resubscription`],
  ['opted out by staff, asked again too soon', { lastOptOutBy: 'staff', inCoolingOff: true }, 'deny: cooling-off -> wait, share-preference-link'],
  ['opted out by staff, no record set up', { lastOptOutBy: 'staff', ledger: 'not-set-up' }, 'deny: ledger-not-set-up -> ask-admin-to-set-up'],
  ['opted out of everything, portal-wide', { optedOutOfEverything: 'portal' }, 'deny: opted-out-of-everything -> share-preference-link'],
  ['opted out of everything of the brand', { optedOutOfEverything: 'brand' }, 'deny: opted-out-of-brand -> share-preference-link'],
  ['opted out of everything by staff: still locked, HubSpot does not document what lifts it', { optedOutOfEverything: 'portal', lastOptOutBy: 'staff' }, 'deny: opted-out-of-everything -> share-preference-link'],
  ['opted out of everything, and of the type by the contact', { optedOutOfEverything: 'portal', lastOptOutBy: 'contact' }, 'deny: opted-out-by-contact, opted-out-of-everything -> share-preference-link'],
  ['opted out of everything, with-proof does not help', { ...withProof, optedOutOfEverything: 'portal' }, 'deny: opted-out-of-everything -> share-preference-link'],
  ['a complaint of spam', { spamComplaint: true }, 'deny: spam-complaint -> share-preference-link'],
  ['no e-mail address', { hasAddress: false }, 'deny: no-address -> add-address'],
  ['a contact deleted under privacy law', { contactFound: false }, 'deny: contact-not-found -> check-the-contact'],
  ['a deleted contact without an address', { contactFound: false, hasAddress: false }, 'deny: contact-not-found, no-address -> check-the-contact, add-address'],
  ['a type that is gone', { typeExists: false }, 'deny: no-such-type -> check-the-type'],
  ['an inactive type', { typeIsActive: false }, 'deny: inactive-type -> ask-admin-to-activate-type'],
  ['an internal type', { typeIsInternal: true }, 'deny: internal-type -> change-in-hubspot'],
  ['an inactive internal type', { typeIsActive: false, typeIsInternal: true }, 'deny: inactive-type, internal-type -> ask-admin-to-activate-type, change-in-hubspot'],
  ['a type the organisation locked', { typeIsLocked: true }, 'deny: locked-type -> ask-admin-for-permission'],
  ['a type of another business unit', { brandIsCovered: false }, 'deny: other-business-unit -> change-in-hubspot'],
  ['changed elsewhere since the card was drawn', { changedSinceShown: true }, 'deny: changed-elsewhere -> look-again'],
  ['changed elsewhere to what is asked for', { changedSinceShown: true, alreadySo: true }, 'done: already-so'],
  ['the contact opted out while the card was open', { changedSinceShown: true, lastOptOutBy: 'contact' }, 'deny: changed-elsewhere, opted-out-by-contact -> look-again, share-preference-link'],
  ['the acting user’s team may not', { teamMayChange: false }, 'deny: team-may-not-change, advisory -> ask-admin-for-permission'],
  ['the record is not set up', { ledger: 'not-set-up' }, 'deny: ledger-not-set-up -> ask-admin-to-set-up'],
  ['the record has two heads', { ledger: 'forked' }, NOT_WHOLE],
  ['the record does not check', { ledger: 'broken' }, NOT_WHOLE],
  ['opted out by staff, the record does not check', { lastOptOutBy: 'staff', ledger: 'broken' }, NOT_WHOLE],
  ['an opt-in takes no notice of a change that could be undone', { undoTime: 'over', changedSinceOwn: true, undoTo: 'not-specified' }, 'allow'],
  ['an opt-in needs to know nothing of an undo', { undoTime: undefined, changedSinceOwn: undefined, undoTo: undefined, notSpecifiedIsAccepted: undefined }, 'allow'],
  ['nothing of an undo is known, nor the complaint: only the complaint is missing', { undoTime: undefined, changedSinceOwn: undefined, undoTo: undefined, spamComplaint: undefined }, 'unknown: spamComplaint (spam-complaint)'],
  ['asked again within the cooling-off time', { inCoolingOff: true }, 'deny: cooling-off -> wait, share-preference-link'],
  ['S6 on: privacy settings want a legal basis', { privacySettings: 'on' }, 'allow, needs legal-basis + explanation (privacy-settings-want-proof)'],
  ['S6 off: nothing more is needed', { privacySettings: 'off' }, 'allow'],
  ['S6: whether privacy settings are on is not known: asked for all the same', { privacySettings: undefined }, 'allow, needs legal-basis + explanation (privacy-settings-want-proof)'],
  ['S6 on: already opted in, nothing is asked for', { privacySettings: 'on', alreadySo: true }, 'done: already-so'],
  ['S7: double opt-in pending', { doubleOptInPending: true }, 'allow, but double-opt-in-pending'],
  ['S7: double opt-in confirmed', { doubleOptInPending: false }, 'allow'],
  ['S7: the state of the double opt-in is not known', { doubleOptInPending: undefined }, 'allow'],
  ['a hard bounce', { hardBounced: true }, 'allow, but hard-bounced'],
  ['a quarantined address', { quarantined: true }, 'allow, but quarantined'],
  ['an address that does not exist', { noSuchAddress: true }, 'allow, but no-such-address'],
  ['an address that does not exist and bounced for another reason', { noSuchAddress: true, hardBounced: true }, 'allow, but hard-bounced, no-such-address'],
  ['an ineligible address', { ineligible: true }, 'allow, but ineligible'],
  ['whether the address is ineligible is not known', { ineligible: undefined }, 'allow'],
  ['bounced, quarantined and pending', { hardBounced: true, quarantined: true, doubleOptInPending: true }, 'allow, but double-opt-in-pending, hard-bounced, quarantined'],
  ['a hard bounce, and opted out by the contact', { hardBounced: true, lastOptOutBy: 'contact' }, BY_CONTACT],
  ['consent older than the limit', { consentIsOutdated: true }, 'allow, but consent-outdated'],
  ['consent older than the limit, still opted in', { consentIsOutdated: true, alreadySo: true }, 'done: already-so, but consent-outdated'],
  ['already so, on an inactive type', { alreadySo: true, typeIsActive: false }, 'done: already-so'],
  ['already so, after a complaint of spam', { alreadySo: true, spamComplaint: true }, 'done: already-so'],
  ['whether the contact is there is not known', { contactFound: undefined }, 'unknown: contactFound (contact-not-found)'],
  ['whether there is an address is not known', { hasAddress: undefined }, 'unknown: hasAddress (no-address, staff-may-opt-in)'],
  ['whether the type exists is not known', { typeExists: undefined }, 'unknown: typeExists (no-such-type)'],
  ['whether the type is active is not known', { typeIsActive: undefined }, 'unknown: typeIsActive (inactive-type)'],
  ['whether the type is internal is not known', { typeIsInternal: undefined }, 'unknown: typeIsInternal (internal-type)'],
  ['whether the type is locked is not known', { typeIsLocked: undefined }, 'unknown: typeIsLocked (locked-type)'],
  ['the type’s brand is not known', { brandIsCovered: undefined }, 'unknown: brandIsCovered (other-business-unit)'],
  ['the present state is not known', { alreadySo: undefined }, 'unknown: alreadySo (already-so)'],
  ['whether the state has changed is not known', { changedSinceShown: undefined }, 'unknown: changedSinceShown (changed-elsewhere)'],
  ['the opt-out of everything is not known', { optedOutOfEverything: undefined }, 'unknown: optedOutOfEverything (opted-out-of-brand, opted-out-of-everything)'],
  ['who opted out is not known to us', { lastOptOutBy: undefined }, 'unknown: lastOptOutBy (opted-out-by-contact, opted-out-by-someone-unknown)'],
  ['who opted out is not known to us, self-opt-outs with proof: proof is asked for', { ...withProof, lastOptOutBy: undefined }, `allow, needs ${PROOF} (resubscription-wants-proof, self-opt-out-wants-proof), as a resubscription`],
  ['opted out by staff, whether privacy settings are on is not known', { lastOptOutBy: 'staff', privacySettings: undefined }, `allow, needs ${PROOF} (privacy-settings-want-proof, resubscription-wants-proof), as a resubscription`],
  ['the present state and the complaint are not known', { alreadySo: undefined, spamComplaint: undefined }, 'unknown: alreadySo, spamComplaint (already-so, spam-complaint)'],
  ['whether there was a complaint is not known', { spamComplaint: undefined }, 'unknown: spamComplaint (spam-complaint)'],
  ['when the contact last said no is not known', { inCoolingOff: undefined }, 'unknown: inCoolingOff (cooling-off)'],
  ['the acting user’s team is not known', { teamMayChange: undefined }, 'unknown: teamMayChange (team-may-not-change, advisory)'],
  ['whether the record is set up is not known', { ledger: undefined }, 'unknown: ledger (ledger-not-set-up, ledger-not-whole)'],
  ['whether the address bounced is not known', { hardBounced: undefined }, 'allow'],
  ['two facts are not known', { typeIsActive: undefined, spamComplaint: undefined }, 'unknown: typeIsActive, spamComplaint (inactive-type, spam-complaint)'],
  ['an unknown fact does not soften a deny', { hasAddress: false, lastOptOutBy: undefined }, 'deny: no-address -> add-address'],
  ['S11: on an account without marketing contacts opting in works', { marketingIsOffered: false, marketingStatus: undefined }, 'allow'],
];

// prettier-ignore
const optingOut: readonly Situation[] = [
  ['S8: an ordinary opt-out', optOut, 'allow'],
  ['S12: opted out on the telephone', { ...optOut, lastOptOutBy: 'nobody' }, 'allow'],
  ['S6 on: an opt-out needs nothing', { ...optOut, privacySettings: 'on' }, 'allow'],
  ['already opted out', { ...optOut, alreadySo: true, lastOptOutBy: 'contact' }, 'done: already-so'],
  ['an inactive type', { ...optOut, typeIsActive: false }, 'allow'],
  ['an internal type', { ...optOut, typeIsInternal: true }, 'allow'],
  ['a locked type', { ...optOut, typeIsLocked: true }, 'allow'],
  ['a type of another business unit', { ...optOut, brandIsCovered: false }, 'allow'],
  ['changed elsewhere since the card was drawn', { ...optOut, changedSinceShown: true }, 'allow'],
  ['the acting user’s team may not opt in', { ...optOut, teamMayChange: false }, 'allow'],
  ['the record is not set up', { ...optOut, ledger: 'not-set-up' }, 'allow'],
  ['the record has two heads', { ...optOut, ledger: 'forked' }, 'allow'],
  ['the record does not check', { ...optOut, ledger: 'broken' }, 'allow'],
  ['whether the record is set up is not known', { ...optOut, ledger: undefined }, 'allow'],
  ['within the cooling-off time', { ...optOut, inCoolingOff: true }, 'allow'],
  ['opted out of everything, opt-out of one', { ...optOut, optedOutOfEverything: 'portal' }, 'allow'],
  ['after a complaint of spam', { ...optOut, spamComplaint: true }, 'allow'],
  ['a bounced address', { ...optOut, hardBounced: true }, 'allow'],
  ['an ineligible address', { ...optOut, ineligible: true }, 'allow'],
  ['no e-mail address', { ...optOut, hasAddress: false }, 'deny: no-address -> add-address'],
  ['a type that is gone', { ...optOut, typeExists: false }, 'deny: no-such-type -> check-the-type'],
  ['a deleted contact', { ...optOut, contactFound: false }, 'deny: contact-not-found -> check-the-contact'],
  ['the present state is not known', { ...optOut, alreadySo: undefined }, 'allow'],
  ['nothing but the address and the type is known', { ...without(ordinary, Object.keys(ordinary) as never), ...optOut, contactFound: true, hasAddress: true, typeExists: true }, 'allow'],
  ['nothing is known: no, and never "unknown"', { ...optOut, contactFound: undefined, hasAddress: undefined, typeExists: undefined }, 'deny: contact-not-found, no-address, no-such-type -> check-the-contact, add-address, check-the-type'],
  ['the address is known to be missing, the type is not known', { ...optOut, hasAddress: false, typeExists: undefined }, 'deny: no-address, no-such-type -> add-address, check-the-type'],
  ['the address is known to be missing, the contact is not known', { ...optOut, hasAddress: false, contactFound: undefined }, 'deny: contact-not-found, no-address -> check-the-contact, add-address'],
  ['of everything', optOutOfAll, 'allow'],
  ['of everything, already so', { ...optOutOfAll, alreadySo: true }, 'done: already-so'],
  ['of everything, where only the brand is opted out', { ...optOutOfAll, optedOutOfEverything: 'brand' }, 'allow'],
  ['of everything, no address', { ...optOutOfAll, hasAddress: false }, 'deny: no-address -> add-address'],
  ['of everything, a deleted contact', { ...optOutOfAll, contactFound: false }, 'deny: contact-not-found -> check-the-contact'],
  ['of everything, no team, no record, no settings', { ...optOutOfAll, teamMayChange: false, ledger: 'not-set-up', privacySettings: undefined }, 'allow'],
  ['of everything, whether there is an address is not known', { ...optOutOfAll, hasAddress: undefined }, 'deny: no-address -> add-address'],
];

// prettier-ignore
const marketing: readonly Situation[] = [
  ['S9: becoming marketing always wants a yes', toMarketing, `allow, needs ${YES}, but marketing-counts-at-once`],
  ['S9: becoming non-marketing', toNonMarketing, 'allow, but marketing-ends-later'],
  ['S9: becoming marketing would exceed the tier', { ...toMarketing, tier: 'would-be-exceeded' }, `allow, needs ${FULL}, but marketing-counts-at-once`],
  ['S9: how full the tier is, is not known: the yes is asked for', { ...toMarketing, tier: undefined }, `allow, needs ${FULL}, but marketing-counts-at-once`],
  ['S9: becoming non-marketing asks for no yes', { ...toNonMarketing, tier: 'would-be-exceeded' }, 'allow, but marketing-ends-later'],
  ['S9: no workflow can apply it', { ...toMarketing, marketingWorkflow: 'none' }, 'deny: no-marketing-workflow -> ask-admin-for-workflow, change-in-hubspot'],
  ['S9: no workflow can take it away', { ...toNonMarketing, marketingWorkflow: 'none' }, 'deny: no-marketing-workflow -> ask-admin-for-workflow, change-in-hubspot'],
  ['S9: whether a workflow can apply it is not known', { ...toMarketing, marketingWorkflow: undefined }, 'unknown: marketingWorkflow (no-marketing-workflow)'],
  ['S11: marketing contacts are not part of the plan', { ...toMarketing, marketingIsOffered: false, marketingStatus: undefined, alreadySo: undefined }, NOT_IN_PLAN],
  ['S11: not part of the plan, the other way', { ...toNonMarketing, marketingIsOffered: false }, NOT_IN_PLAN],
  ['S11: whether they are part of the plan is not known', { ...toMarketing, marketingIsOffered: undefined }, 'unknown: marketingIsOffered (marketing-not-in-plan, staff-may-change-marketing)'],
  ['becoming marketing without consent to anything', { ...toMarketing, mayBeMailed: false }, 'deny: marketing-without-consent -> opt-in-first'],
  ['what the contact agreed to is not known', { ...toMarketing, mayBeMailed: undefined }, 'unknown: mayBeMailed (marketing-without-consent)'],
  ['becoming non-marketing without consent to anything', { ...toNonMarketing, mayBeMailed: false }, 'allow, but marketing-ends-later'],
  ['already marketing', { ...toMarketing, marketingStatus: 'marketing', alreadySo: true }, 'done: already-so, but marketing-counts-at-once'],
  ['already non-marketing', { ...toNonMarketing, marketingStatus: 'non-marketing', alreadySo: true }, 'done: already-so, but marketing-ends-later'],
  ['already scheduled to become non-marketing', { ...toNonMarketing, marketingStatus: 'leaving', alreadySo: true }, 'done: already-leaving, already-so, but marketing-ends-later'],
  ['scheduled to become non-marketing, kept after all', { ...toMarketing, marketingStatus: 'leaving' }, `allow, needs ${YES}, but marketing-counts-at-once`],
  ['changed elsewhere since the card was drawn', { ...toMarketing, changedSinceShown: true }, 'deny: changed-elsewhere -> look-again'],
  ['changed elsewhere, becoming non-marketing', { ...toNonMarketing, changedSinceShown: true }, 'allow, but marketing-ends-later'],
  ['the acting user’s team may not', { ...toMarketing, teamMayChange: false }, 'deny: team-may-not-change, advisory -> ask-admin-for-permission'],
  ['the record is not set up', { ...toMarketing, ledger: 'not-set-up' }, 'deny: ledger-not-set-up -> ask-admin-to-set-up'],
  ['the record is not set up, becoming non-marketing', { ...toNonMarketing, ledger: 'not-set-up' }, 'allow, but marketing-ends-later'],
  ['the record has two heads', { ...toMarketing, ledger: 'forked' }, NOT_WHOLE],
  ['the record does not check', { ...toMarketing, ledger: 'broken' }, NOT_WHOLE],
  ['whether the record is set up is not known', { ...toMarketing, ledger: undefined }, 'unknown: ledger (ledger-not-set-up, ledger-not-whole)'],
  ['the record has two heads, becoming non-marketing', { ...toNonMarketing, ledger: 'forked' }, 'allow, but marketing-ends-later'],
  ['the record does not check, becoming non-marketing', { ...toNonMarketing, ledger: 'broken' }, 'allow, but marketing-ends-later'],
  ['whether the record is set up is not known, becoming non-marketing', { ...toNonMarketing, ledger: undefined }, 'allow, but marketing-ends-later'],
  ['consent older than the limit', { ...toMarketing, consentIsOutdated: true }, `allow, needs ${YES}, but consent-outdated, marketing-counts-at-once`],
  ['a deleted contact', { ...toMarketing, contactFound: false }, 'deny: contact-not-found -> check-the-contact'],
  ['a deleted contact, the other way', { ...toNonMarketing, contactFound: false }, 'deny: contact-not-found -> check-the-contact'],
  ['opted out of everything: paid for, and nothing to send', { ...toMarketing, optedOutOfEverything: 'portal', mayBeMailed: false }, 'deny: marketing-without-consent -> opt-in-first'],
  ['the present status is not known', { ...toNonMarketing, alreadySo: undefined, marketingStatus: undefined }, 'unknown: alreadySo, marketingStatus (already-leaving, already-so)'],
  ['nobody said which change', { change: undefined }, 'unknown: change ()'],
];

const RESTORED = 'allow, as a resubscription';
const TOO_LATE = 'deny: undo-time-over -> make-a-new-change';
const CHANGED_SINCE = 'deny: changed-since-own-change -> look-again';
const NOT_ACCEPTED = 'deny: not-specified-cant-be-written -> make-a-new-change';

// prettier-ignore
const undoing: readonly Situation[] = [
  ['an opt-out made here by mistake: opted in again, on the earlier basis', undo, RESTORED],
  ['an opt-out made here, privacy settings on: no proof is asked for, the earlier basis holds', { ...undo, privacySettings: 'on' }, RESTORED],
  ['an opt-out made here, HubSpot names nobody behind any other', { ...undo, lastOptOutBy: 'nobody' }, RESTORED],
  ['an opt-in made here of whom staff had opted out', undoOptIn, 'allow'],
  ['an opt-in made here of whom nothing was specified', { ...toNotSpecified, lastOptOutBy: 'nobody' }, RESTORED],
  ['an opt-out made here of whom nothing was specified', toNotSpecified, RESTORED],
  ['not specified, and HubSpot is not known to accept it', { ...toNotSpecified, notSpecifiedIsAccepted: false }, NOT_ACCEPTED],
  ['not specified, and nobody knows whether HubSpot accepts it', { ...toNotSpecified, notSpecifiedIsAccepted: undefined }, 'unknown: notSpecifiedIsAccepted (not-specified-cant-be-written)'],
  ['not specified, not accepted and too late', { ...toNotSpecified, notSpecifiedIsAccepted: false, undoTime: 'over' }, 'deny: not-specified-cant-be-written, undo-time-over -> make-a-new-change'],
  ['what HubSpot accepts has no say in opting in again', { ...undo, notSpecifiedIsAccepted: undefined }, RESTORED],
  ['what HubSpot accepts has no say in opting out again', { ...undoOptIn, notSpecifiedIsAccepted: undefined }, 'allow'],
  ['an opt-out, after more than ten minutes', { ...undo, undoTime: 'over' }, TOO_LATE],
  ['an opt-in, after more than ten minutes', { ...undoOptIn, undoTime: 'over' }, TOO_LATE],
  ['not specified, after more than ten minutes', { ...toNotSpecified, undoTime: 'over' }, TOO_LATE],
  ['an opt-out, changed again since', { ...undo, changedSinceOwn: true }, CHANGED_SINCE],
  ['an opt-in, changed again since', { ...undoOptIn, changedSinceOwn: true }, CHANGED_SINCE],
  ['not specified, changed again since', { ...toNotSpecified, changedSinceOwn: true }, CHANGED_SINCE],
  ['too late, and changed again since', { ...undo, undoTime: 'over', changedSinceOwn: true }, 'deny: changed-since-own-change, undo-time-over -> look-again, make-a-new-change'],
  ['the earlier state is back already', { ...undo, alreadySo: true }, 'done: already-so'],
  ['the contact came back by themselves', { ...undo, alreadySo: true, changedSinceOwn: true, lastOptOutBy: 'nobody' }, 'done: already-so'],
  ['the contact opted out after our opt-in: nothing to take back', { ...undoOptIn, alreadySo: true, lastOptOutBy: 'contact' }, 'done: already-so'],
  ['S4: the contact opted out too', { ...undo, lastOptOutBy: 'contact' }, BY_CONTACT],
  ['S4: the contact opted out too, and the organisation takes proof: an undo has none', { ...undo, ...withProof, lastOptOutBy: 'contact' }, BY_CONTACT],
  ['S4: the contact opted out too, what the organisation takes is not known', { ...undo, selfOptOuts: undefined, lastOptOutBy: 'contact' }, BY_CONTACT],
  ['S4: the contact opted out after our opt-out', { ...undo, lastOptOutBy: 'contact', changedSinceOwn: true }, 'deny: changed-since-own-change, opted-out-by-contact -> look-again, share-preference-link'],
  ['S4: someone unknown opted out too', { ...undo, ...withProof, lastOptOutBy: 'someone-unknown' }, BY_UNKNOWN],
  ['S4: not specified, and the contact opted out', { ...toNotSpecified, ...withProof, lastOptOutBy: 'contact' }, BY_CONTACT],
  ['S4: not specified, and someone unknown opted out', { ...toNotSpecified, lastOptOutBy: 'someone-unknown' }, BY_UNKNOWN],
  ['S4: opted out again, as the contact wants', { ...undoOptIn, lastOptOutBy: 'contact' }, 'allow'],
  ['S2: a workflow had opted out before', { ...undo, lastOptOutBy: 'workflow' }, RESTORED],
  ['opted out of everything since', { ...undo, optedOutOfEverything: 'portal' }, 'deny: opted-out-of-everything -> share-preference-link'],
  ['opted out of everything of the brand', { ...undo, optedOutOfEverything: 'brand' }, 'deny: opted-out-of-brand -> share-preference-link'],
  ['not specified, opted out of everything since', { ...toNotSpecified, optedOutOfEverything: 'portal' }, 'deny: opted-out-of-everything -> share-preference-link'],
  ['not specified, opted out of everything of the brand', { ...toNotSpecified, optedOutOfEverything: 'brand' }, 'deny: opted-out-of-brand -> share-preference-link'],
  ['a complaint of spam', { ...undo, spamComplaint: true }, 'deny: spam-complaint -> share-preference-link'],
  ['not specified, after a complaint of spam', { ...toNotSpecified, spamComplaint: true }, 'deny: spam-complaint -> share-preference-link'],
  ['the contact said no within the cooling-off time', { ...undo, inCoolingOff: true }, 'deny: cooling-off -> wait, share-preference-link'],
  ['an inactive type', { ...undo, typeIsActive: false }, 'deny: inactive-type -> ask-admin-to-activate-type'],
  ['an internal type', { ...undo, typeIsInternal: true }, 'deny: internal-type -> change-in-hubspot'],
  ['a locked type', { ...undo, typeIsLocked: true }, 'deny: locked-type -> ask-admin-for-permission'],
  ['a type of another business unit', { ...undo, brandIsCovered: false }, 'deny: other-business-unit -> change-in-hubspot'],
  ['the acting user’s team may not opt in', { ...undo, teamMayChange: false }, 'deny: team-may-not-change, advisory -> ask-admin-for-permission'],
  ['the record is not set up', { ...undo, ledger: 'not-set-up' }, 'deny: ledger-not-set-up -> ask-admin-to-set-up'],
  ['the record has two heads', { ...undo, ledger: 'forked' }, NOT_WHOLE],
  ['the record does not check', { ...undo, ledger: 'broken' }, NOT_WHOLE],
  ['what a card was shown has no say: what changed since our own change has', { ...undo, changedSinceShown: true }, RESTORED],
  ['not specified: locks of the type, the team and the record are about opting in', { ...toNotSpecified, typeIsActive: false, typeIsInternal: true, typeIsLocked: true, brandIsCovered: false, teamMayChange: false, inCoolingOff: true, ledger: 'broken' }, RESTORED],
  ['opted out again: no lock is about that', { ...undoOptIn, typeIsActive: false, typeIsInternal: true, typeIsLocked: true, brandIsCovered: false, teamMayChange: false, inCoolingOff: true, ledger: 'broken', spamComplaint: true, optedOutOfEverything: 'portal', lastOptOutBy: 'contact' }, 'allow'],
  ['opted out again: nothing of that need be known', { ...without(ordinary, Object.keys(ordinary) as never), ...undoOptIn, contactFound: true, hasAddress: true, typeExists: true, alreadySo: false, undoTime: 'runs', changedSinceOwn: false }, 'allow'],
  ['no e-mail address', { ...undo, hasAddress: false }, 'deny: no-address -> add-address'],
  ['a deleted contact', { ...undo, contactFound: false }, 'deny: contact-not-found -> check-the-contact'],
  ['a type that is gone', { ...undo, typeExists: false }, 'deny: no-such-type -> check-the-type'],
  ['opted out again, no e-mail address', { ...undoOptIn, hasAddress: false }, 'deny: no-address -> add-address'],
  ['opted out again, a deleted contact', { ...undoOptIn, contactFound: false }, 'deny: contact-not-found -> check-the-contact'],
  ['opted out again, a type that is gone', { ...undoOptIn, typeExists: false }, 'deny: no-such-type -> check-the-type'],
  ['what would come back is not known', { ...undo, undoTo: undefined, notSpecifiedIsAccepted: false }, 'unknown: undoTo (not-specified-cant-be-written, staff-may-restore, staff-may-undo)'],
  ['what would come back is not known, and HubSpot accepts all of it', { ...undo, undoTo: undefined }, 'unknown: undoTo (staff-may-restore, staff-may-undo)'],
  ['what would come back is not known, and the contact opted out', { ...undo, undoTo: undefined, lastOptOutBy: 'contact' }, 'unknown: undoTo (opted-out-by-contact, staff-may-restore, staff-may-undo)'],
  ['when the change was made is not known', { ...undo, undoTime: undefined }, 'unknown: undoTime (undo-time-over)'],
  ['when the change was made is not known, opted out again', { ...undoOptIn, undoTime: undefined }, 'unknown: undoTime (undo-time-over)'],
  ['whether anything changed since is not known', { ...undo, changedSinceOwn: undefined }, 'unknown: changedSinceOwn (changed-since-own-change)'],
  ['whether anything changed since is not known, opted out again', { ...undoOptIn, changedSinceOwn: undefined }, 'unknown: changedSinceOwn (changed-since-own-change)'],
  ['the present state is not known', { ...undo, alreadySo: undefined }, 'unknown: alreadySo (already-so)'],
  ['who opted out is not known to us', { ...undo, lastOptOutBy: undefined }, 'unknown: lastOptOutBy (opted-out-by-contact, opted-out-by-someone-unknown)'],
  ['who opted out is not known to us, not specified', { ...toNotSpecified, lastOptOutBy: undefined }, 'unknown: lastOptOutBy (opted-out-by-contact, opted-out-by-someone-unknown)'],
  ['the opt-out of everything is not known', { ...undo, optedOutOfEverything: undefined }, 'unknown: optedOutOfEverything (opted-out-of-brand, opted-out-of-everything)'],
  ['whether there was a complaint is not known', { ...undo, spamComplaint: undefined }, 'unknown: spamComplaint (spam-complaint)'],
  ['when the contact last said no is not known', { ...undo, inCoolingOff: undefined }, 'unknown: inCoolingOff (cooling-off)'],
  ['whether the type is active is not known', { ...undo, typeIsActive: undefined }, 'unknown: typeIsActive (inactive-type)'],
  ['whether the type is internal is not known', { ...undo, typeIsInternal: undefined }, 'unknown: typeIsInternal (internal-type)'],
  ['whether the type is locked is not known', { ...undo, typeIsLocked: undefined }, 'unknown: typeIsLocked (locked-type)'],
  ['the type’s brand is not known', { ...undo, brandIsCovered: undefined }, 'unknown: brandIsCovered (other-business-unit)'],
  ['the acting user’s team is not known', { ...undo, teamMayChange: undefined }, 'unknown: teamMayChange (team-may-not-change, advisory)'],
  ['whether the record is set up is not known', { ...undo, ledger: undefined }, 'unknown: ledger (ledger-not-set-up, ledger-not-whole)'],
  ['whether there is an address is not known', { ...undo, hasAddress: undefined }, 'unknown: hasAddress (no-address)'],
  ['whether the contact is there is not known', { ...undo, contactFound: undefined }, 'unknown: contactFound (contact-not-found)'],
  ['whether the type exists is not known', { ...undo, typeExists: undefined }, 'unknown: typeExists (no-such-type)'],
];

// prettier-ignore
const laws: readonly [pack: LawPack, ...Situation][] = [
  ['eu-gdpr', 'an ordinary opt-in', {}, 'allow, needs legal-basis + explanation (eu-consent-must-be-shown), but eu-consent-may-be-withdrawn'],
  ['eu-gdpr', 'an opt-out needs nothing', optOut, 'allow'],
  ['eu-gdpr', 'opted out by the contact', { lastOptOutBy: 'contact' }, BY_CONTACT],
  ['japan-anti-spam', 'an ordinary opt-in', {}, 'allow, needs legal-basis + explanation (japan-consent-record)'],
  ['japan-anti-spam', 'with proof after a refusal', { ...withProof, lastOptOutBy: 'contact' }, `allow, needs ${PROOF} (japan-consent-record, japan-refusal, self-opt-out-wants-proof), as a resubscription`],
  ['japan-anti-spam', 'opted out by staff is no refusal', { lastOptOutBy: 'staff' }, `allow, needs ${PROOF} (japan-consent-record, resubscription-wants-proof), as a resubscription`],
  ['canada-casl', 'an ordinary opt-in', {}, 'allow, needs legal-basis + explanation (canada-burden-of-proof)'],
  ['canada-casl', 'an opt-out', optOut, 'allow, but canada-unsubscribe'],
  ['canada-casl', 'an opt-out of everything', optOutOfAll, 'allow, but canada-unsubscribe'],
  ['us-can-spam', 'an ordinary opt-in', {}, 'allow'],
  ['us-can-spam', 'with proof after an opt-out', { ...withProof, lastOptOutBy: 'someone-unknown' }, 'allow, needs legal-basis + explanation + evidence (self-opt-out-wants-proof, us-consent-after-opt-out), as a resubscription'],
  ['us-can-spam', 'an opt-out', optOut, 'allow, but us-opt-out'],
  ['us-can-spam', 'an opt-out of everything', optOutOfAll, 'allow, but us-opt-out'],
];

const policy = policyWith([]);

function decided(different: Different, packs: readonly LawPack[] = []): string {
  const used = packs.length === 0 ? policy : policyWith(packs);
  return told(decide(used, without({ ...ordinary, ...different })));
}

describe('opting in', () => {
  it.each(optingIn)('%s', (_situation, different, expected) => {
    expect(decided(different)).toBe(expected);
  });
});

describe('opting out', () => {
  it.each(optingOut)('%s', (_situation, different, expected) => {
    expect(decided(different)).toBe(expected);
  });
});

describe('marketing status', () => {
  it.each(marketing)('%s', (_situation, different, expected) => {
    expect(decided(different)).toBe(expected);
  });
});

describe('undoing a change made here', () => {
  it.each(undoing)('%s', (_situation, different, expected) => {
    expect(decided(different)).toBe(expected);
  });

  it('asks nothing more where every law is switched on', () => {
    for (const different of [undo, toNotSpecified]) {
      expect(decided(different, LAW_PACK_NAMES)).toBe(RESTORED);
    }
    expect(decided(undoOptIn, LAW_PACK_NAMES)).toBe('allow');
  });
});

describe('law, as the organisation switched it on', () => {
  it.each(laws)('%s: %s', (pack, _situation, different, expected) => {
    expect(decided(different, [pack])).toBe(expected);
  });

  it('is silent unless switched on, and names itself in the policy’s version', () => {
    expect(policy.rules.filter(({ authority }) => authority === 'law')).toEqual([]);
    expect(policy.version).toBe('2026-11-28.1');
    const all = policyWith([...LAW_PACK_NAMES].reverse());
    expect(all.version).toBe('2026-11-28.1+eu-gdpr+japan-anti-spam+canada-casl+us-can-spam');
    expect(all.rules.filter(({ authority }) => authority === 'law')).toHaveLength(8);
  });

  it('says article or section and official address of each rule', () => {
    for (const { source } of policyWith(LAW_PACK_NAMES).rules.filter(
      ({ authority }) => authority === 'law',
    )) {
      expect(source).toMatch(
        /(Article \d|第3条第\d項|section 13|subsection 11\(3\)|7704\(a\)\(4\)).*: https:\/\/(eur-lex\.europa\.eu|laws\.e-gov\.go\.jp|laws-lois\.justice\.gc\.ca|www\.govinfo\.gov)\//,
      );
    }
  });
});

describe('the table above', () => {
  const all = [
    ...optingIn,
    ...optingOut,
    ...marketing,
    ...undoing,
    ...laws.map(([, ...one]) => one),
  ];

  it('has at least 120 situations, no two of one name in one part', () => {
    expect(all.length).toBeGreaterThanOrEqual(120);
    for (const part of [optingIn, optingOut, marketing, undoing]) {
      expect(new Set(part.map(([situation]) => situation)).size).toBe(part.length);
    }
  });

  it('reaches every rule of the default policy and of every law', () => {
    const allowedBy = [...optingIn, ...optingOut, ...marketing, ...undoing].flatMap(
      ([, different]) => {
        const decision = decide(policy, without({ ...ordinary, ...different }));
        return decision.kind === 'allow' ? decision.because.map(({ rule }) => rule) : [];
      },
    );
    const reached = `${all.map(([, , expected]) => expected).join(' ')} ${allowedBy.join(' ')}`;
    for (const { id } of policyWith(LAW_PACK_NAMES).rules) expect(reached).toContain(id);
  });

  it('has the situations the product exists for; S10 is in the table of verdicts', () => {
    const told = all.map(([situation]) => situation).join('\n');
    for (const one of [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12]) {
      expect(told).toMatch(new RegExp(`^S${String(one)}\\b`, 'm'));
    }
  });
});

describe('a reason', () => {
  it('names rule, authority, and the event that set it off with its time', () => {
    const grounds = {
      lastOptOutBy: { event: 'subscription:11@x', at: '2026-07-03T05:05:00.000Z' },
    };
    expect(decide(policy, { ...ordinary, lastOptOutBy: 'contact', grounds })).toEqual({
      kind: 'deny',
      because: [
        {
          rule: 'opted-out-by-contact',
          authority: 'organisation',
          event: 'subscription:11@x',
          since: '2026-07-03T05:05:00.000Z',
        },
      ],
      remedies: ['share-preference-link'],
    });
  });

  it('names the event of whichever of its facts has one', () => {
    const grounds = { selfOptOuts: { event: 'x', at: '2026-07-03T05:05:00.000Z' } };
    expect(decide(policy, { ...ordinary, lastOptOutBy: 'contact', grounds })).toMatchObject({
      because: [{ rule: 'opted-out-by-contact', event: 'x' }],
    });
  });

  it('names no event where none is known, or where it set off another fact', () => {
    const grounds = { spamComplaint: { event: 'x', at: '2026-07-03T05:05:00.000Z' } };
    expect(decide(policy, { ...ordinary, hasAddress: false, grounds })).toMatchObject({
      because: [{ rule: 'no-address', authority: 'hubspot' }],
    });
    expect(decide(policy, { ...ordinary, hasAddress: false, grounds })).not.toHaveProperty(
      'because.0.event',
    );
  });

  it('says so where it rests on what the page claims', () => {
    expect(decide(policy, { ...ordinary, teamMayChange: false })).toEqual({
      kind: 'deny',
      because: [{ rule: 'team-may-not-change', authority: 'organisation', advisory: true }],
      remedies: ['ask-admin-for-permission'],
    });
  });

  it('comes with an allowed change too', () => {
    expect(decide(policy, { ...ordinary, hardBounced: true })).toStrictEqual({
      kind: 'allow',
      because: [{ rule: 'staff-may-opt-in', authority: 'organisation' }],
      requires: [],
      requiredBy: [],
      write: 'ordinary',
      notes: [{ rule: 'hard-bounced', authority: 'hubspot' }],
    });
  });
});

describe('asking for approval', () => {
  const named: Different = { approver: 'named' };
  const remedies = (different: Different) => {
    const decision = decide(policy, without({ ...ordinary, ...different }));
    return decision.kind === 'deny' ? decision.remedies : decision.kind;
  };
  const marketing: Different = { ...toMarketing, ...named };

  it.each<[string, Different, boolean]>([
    ['opted out by the contact', { ...named, lastOptOutBy: 'contact' }, true],
    ['opted out, not known by whom', { ...named, lastOptOutBy: 'someone-unknown' }, true],
    ['asked too lately', { ...named, inCoolingOff: true }, true],
    ['not the team', { ...named, teamMayChange: false }, true],
    ['a locked type', { ...named, typeIsLocked: true }, true],
    ['marketing without consent', { ...marketing, mayBeMailed: false }, true],
    ['marketing, not the team', { ...marketing, teamMayChange: false }, true],
    [
      'two rules, both to be answered for',
      { ...named, lastOptOutBy: 'contact', inCoolingOff: true },
      true,
    ],
    ['nobody is named', { lastOptOutBy: 'contact' }, false],
    [
      'whether somebody is named is not known',
      { approver: undefined, lastOptOutBy: 'contact' },
      false,
    ],
    [
      'opted out of everything, which is the contact’s own',
      { ...named, optedOutOfEverything: 'portal' },
      false,
    ],
    ['reported as spam', { ...named, spamComplaint: true }, false],
    ['another brand', { ...named, brandIsCovered: false }, false],
    ['HubSpot’s limit alone', { ...named, typeIsActive: false }, false],
    [
      'HubSpot’s limit beside the team',
      { ...named, teamMayChange: false, typeIsActive: false },
      false,
    ],
    ['no record beside the team', { ...named, teamMayChange: false, ledger: 'not-set-up' }, false],
    [
      'no workflow beside no consent',
      { ...marketing, mayBeMailed: false, marketingWorkflow: 'none' },
      false,
    ],
    ['an undo', { ...undo, ...named, lastOptOutBy: 'contact' }, false],
    ['an opt-out that can’t be', { ...named, change: 'opt-out', hasAddress: false }, false],
  ])('%s: %s', (_what, different, isOffered) => {
    expect(remedies(different)).toBeInstanceOf(Array);
    expect(remedies(different).includes('ask-for-approval')).toBe(isOffered);
  });

  it('takes no other step away', () => {
    expect(remedies({ ...named, lastOptOutBy: 'contact', typeIsActive: false })).toEqual([
      'ask-admin-to-activate-type',
      'share-preference-link',
    ]);
  });

  it('unlocks nothing by itself, and is on rules of the organisation alone', () => {
    const rules = policy.rules.filter(
      (rule) =>
        rule.effect === 'deny' &&
        rule.remedies.some(
          (step) => typeof step !== 'string' && step.remedy === 'ask-for-approval',
        ),
    );
    for (const { authority } of rules) expect(authority).toBe('organisation');
    expect(rules.map(({ id }) => id).sort()).toEqual([...ANSWERED_FOR].sort());
  });
});

const ANSWERED_FOR = [
  'opted-out-of-everything',
  'opted-out-of-brand',
  'locked-type',
  'opted-out-by-contact',
  'opted-out-by-someone-unknown',
  'cooling-off',
  'team-may-not-change',
  'marketing-without-consent',
];

describe('what is still lacking', () => {
  const needs = ['legal-basis', 'explanation', 'evidence', 'explicit-yes'] as const;

  it.each([
    [{}, needs],
    [{ 'legal-basis': 'CONSENT_WITH_NOTICE', explanation: undefined }, needs.slice(1)],
    [{ explanation: 'x', evidence: 'y', 'explicit-yes': false }, ['legal-basis', 'explicit-yes']],
    [{ 'legal-basis': 'x', explanation: 'x', evidence: 'y', 'explicit-yes': true }, []],
  ])('%j', (given, lacks) => {
    expect(lacking(needs, given)).toEqual(lacks);
  });

  it('is nothing where nothing is required', () => {
    expect(lacking([], {})).toEqual([]);
  });

  it('nobody said which change: nothing else is told', () => {
    expect(decide(policy, {})).toStrictEqual({ kind: 'unknown', missing: ['change'], because: [] });
  });
});

describe('whose rule it is', () => {
  it.each<[Different, string]>([
    [{ hasAddress: false }, 'hubspot'],
    [{ contactFound: false }, 'hubspot'],
    [{ typeExists: false }, 'hubspot'],
    [{ typeIsActive: false }, 'hubspot'],
    [{ typeIsInternal: true }, 'hubspot'],
    [{ optedOutOfEverything: 'portal' }, 'organisation'],
    [{ optedOutOfEverything: 'brand' }, 'organisation'],
    [{ lastOptOutBy: 'contact' }, 'organisation'],
    [{ lastOptOutBy: 'someone-unknown' }, 'organisation'],
    [{ spamComplaint: true }, 'organisation'],
    [{ ...toMarketing, marketingIsOffered: false }, 'hubspot'],
    [{ ...toMarketing, marketingWorkflow: 'none' }, 'hubspot'],
    [{ ...toMarketing, mayBeMailed: false }, 'organisation'],
    [{ ledger: 'broken' }, 'organisation'],
    [{ ...undo, undoTime: 'over' }, 'organisation'],
    [{ ...undo, changedSinceOwn: true }, 'organisation'],
    [{ ...toNotSpecified, notSpecifiedIsAccepted: false }, 'hubspot'],
    [undo, 'organisation'],
    [undoOptIn, 'organisation'],
  ])('%j: %s', (different, authority) => {
    expect(decide(policy, without({ ...ordinary, ...different }))).toMatchObject({
      because: [{ authority }],
    });
  });
});
