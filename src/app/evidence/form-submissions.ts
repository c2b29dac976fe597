import type { ConsentEvent, Instant } from './consent-event.ts';
import { eventOf } from './event-of.ts';

/** A form that this contact's address was typed into. HubSpot keeps no word of consent with it (hubspot/apis.md §2.6). */
export interface SubmissionRecord {
  readonly id: string;
  readonly at: Instant;
  readonly formId: string;
  readonly formName?: string;
  /** The subscription types that the form has a box for today. */
  readonly boxes: readonly string[];
  readonly page?: string;
}

/** Evidence, not status: whether a box was ticked is not in it. */
export function eventsFromSubmissions(records: readonly SubmissionRecord[]): ConsentEvent[] {
  return records.map(({ id, at, formId, formName, boxes, page }) =>
    eventOf({ kind: 'form', form: formId }, 'submitted', {
      source: 'form-submissions',
      record: id,
      at,
      actor: {
        kind: 'contact',
        by: 'form',
        ...(formName === undefined ? {} : { name: formName }),
      },
      raw: {
        formId,
        ...(formName === undefined ? {} : { form: formName }),
        boxes: boxes.join(','),
        ...(page === undefined ? {} : { page }),
      },
    }),
  );
}
