import type { LegalGround } from '../../gateway/ports.ts';
import type { RecordedChange, RecordedSubject, Standing } from '../../ledger/statement.ts';
import type { Facts } from '../../policy/facts.ts';
import type { Requirement, Write } from '../../policy/rule.ts';

/**
 * What became of one write. `no-change`: HubSpot says that it was so before. `overtaken`: it was not tried, since
 * things changed after the decision.
 */
export type Written = 'accepted' | 'no-change' | 'refused' | 'overtaken' | 'not-known';

/** One wish, made ready to be decided, recorded, carried out and checked. */
export interface Plan {
  readonly facts: Facts;
  readonly subject: RecordedSubject;
  readonly change: RecordedChange;
  readonly goal: Standing['state'];
  /** It lets mail in, so it does not go without its record. */
  readonly isWayIn: boolean;
  readonly given: Readonly<Partial<Record<Requirement, string | boolean | undefined>>>;
  /** What goes to HubSpot and into the record with it. */
  readonly ground: LegalGround;
  /** The request that is taken back. */
  readonly undoes?: string;
  /** HubSpot applies it later, by the portal's workflow. */
  readonly isRequest?: true;
  /** One attempt. Throws `HubSpotTrouble` where it is certain that nothing was written. */
  readonly write: (how: Write) => Promise<Written>;
}
