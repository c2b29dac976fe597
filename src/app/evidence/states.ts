import type { Change, Subject } from './consent-event.ts';

/** What held of a subject. `unclear`: a value that this product does not know. */
export type State =
  | 'opted-in'
  | 'opted-out'
  | 'not-specified'
  | 'not-opted-out'
  | 'marketing'
  | 'non-marketing'
  | 'not-set'
  | 'leaving'
  | 'not-leaving'
  | 'not-required'
  | 'pending'
  | 'confirmed'
  | 'marked-confirmed'
  | 'blocked'
  | 'clear'
  | 'recorded'
  | 'none'
  | 'unclear';

/** The state that a change leaves behind; nothing where the subject has no states. */
export function stateAfter({ kind }: Subject, change: Change): State | undefined {
  if (kind === 'form' || kind === 'contact' || kind === 'some-subscription') return undefined;
  switch (change) {
    case 'opted-in':
      return kind === 'everything' ? 'not-opted-out' : 'opted-in';
    case 'opted-out':
      return 'opted-out';
    case 'cleared':
    case 'unblocked':
      return initialState({ kind } as Subject);
    case 'set-marketing':
      return 'marketing';
    case 'set-non-marketing':
      return 'non-marketing';
    case 'leaving-marketing':
      return 'leaving';
    case 'staying-marketing':
      return 'not-leaving';
    case 'double-opt-in-pending':
      return 'pending';
    case 'double-opt-in-confirmed':
      return 'confirmed';
    case 'double-opt-in-marked-confirmed':
      return 'marked-confirmed';
    case 'blocked':
      return 'blocked';
    case 'basis-recorded':
      return 'recorded';
    case 'submitted':
    case 'merged':
    case 'address-changed':
    case 'changed':
      return 'unclear';
  }
}

/** What holds before anything was ever set. */
export function initialState({ kind }: Subject): State | undefined {
  switch (kind) {
    case 'subscription':
      return 'not-specified';
    case 'everything':
      return 'not-opted-out';
    case 'marketing-status':
      return 'not-set';
    case 'marketing-schedule':
      return 'not-leaving';
    case 'double-opt-in':
      return 'not-required';
    case 'deliverability':
      return 'clear';
    case 'legal-basis':
      return 'none';
    case 'some-subscription':
    case 'form':
    case 'contact':
      return undefined;
  }
}
