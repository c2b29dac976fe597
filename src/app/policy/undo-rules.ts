import type { Rule } from './rule.ts';
import { API_FILES, CHOICE } from './sources.ts';

const OWN_ERROR =
  'This product: a change made here may be taken back for ten minutes, as correction of own error';

/**
 * The rules on taking back a change of this product. Its ground is our own recorded change and no proof is asked
 * for, so whatever keeps a contact from being opted in keeps an undo from doing it: those rules apply to both.
 */
export const UNDO_RULES: readonly Rule[] = [
  {
    id: 'undo-time-over',
    effect: 'deny',
    authority: 'organisation',
    applies: { to: ['undo'] },
    when: { fact: 'undoTime', is: 'over' },
    remedies: ['make-a-new-change'],
    checkedOn: '2026-11-24',
    source: OWN_ERROR,
  },
  {
    id: 'changed-since-own-change',
    effect: 'deny',
    authority: 'organisation',
    applies: { to: ['undo'] },
    when: { fact: 'changedSinceOwn', is: true },
    remedies: ['look-again'],
    checkedOn: '2026-11-24',
    source: `${OWN_ERROR}, and never what the contact or anyone else did since`,
  },
  {
    id: 'not-specified-cant-be-written',
    effect: 'deny',
    authority: 'hubspot',
    applies: { to: ['undo'], undoTo: ['not-specified'] },
    when: { fact: 'notSpecifiedIsAccepted', is: false },
    remedies: ['make-a-new-change'],
    checkedOn: '2026-11-24',
    source: `"NOT_SPECIFIED" is among the values of "statusState", and no page says that it may be written: ${API_FILES} (communication preferences 2026-09); ${CHOICE('notSpecified')}`,
  },
  {
    id: 'staff-may-undo',
    effect: 'allow',
    authority: 'organisation',
    applies: { to: ['undo'], undoTo: ['opted-out'] },
    checkedOn: '2026-11-24',
    source: OWN_ERROR,
  },
  {
    id: 'staff-may-restore',
    effect: 'allow',
    authority: 'organisation',
    applies: { to: ['undo'], undoTo: ['opted-in', 'not-specified'] },
    write: 'resubscription',
    checkedOn: '2026-11-24',
    source: `${OWN_ERROR}; HubSpot does not guard the write that sets an earlier state: ${API_FILES} (communication preferences 2026-09)`,
  },
];
