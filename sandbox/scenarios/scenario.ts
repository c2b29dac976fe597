import type { Failure } from '../emulator/core/failures.ts';
import type { Act } from '../emulator/hubspot/acts.ts';

/** A situation one can open from the list: a contact and what has happened to it, at given instants. */
export interface Scenario {
  readonly id: string;
  readonly portalId: number;
  readonly contactId: string;
  readonly title: Readonly<Record<'en' | 'ja', string>>;
  readonly story: Readonly<Record<'en' | 'ja', string>>;
  /** What happened, in the order of time. One can tell it again step by step. */
  readonly acts: readonly Step[];
  /** What will go wrong with the next calls once the situation is opened. */
  readonly failures?: readonly Failure[];
}

interface Step {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly act: Act;
}

/** A contact of a scenario with the things that most of them have: an address of its own and marketing status. */
export function contact(
  contactId: string,
  name: { readonly firstname: string; readonly lastname: string },
  properties: Readonly<Record<string, string>> = {},
): Step {
  const { firstname, lastname } = name;
  return {
    at: '2026-03-02T01:00:00.000Z',
    act: {
      act: 'create',
      contactId,
      properties: {
        email: `contact-${contactId}@example.com`,
        firstname,
        lastname,
        hs_marketable_status: 'true',
        hs_marketable_reason_type: 'FORM_SUBMISSION',
        hs_marketable_reason_id: 'Seminar registration',
        ...properties,
      },
    },
  };
}
