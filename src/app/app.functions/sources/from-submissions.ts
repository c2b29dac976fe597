import type { ConsentEvent } from '../../evidence/consent-event.ts';
import { eventsFromSubmissions } from '../../evidence/form-submissions.ts';
import type { SourceAnswer } from '../../evidence/source.ts';
import { asked, type Asking } from './asking.ts';

/** Each form is a call of its own, over everybody's submissions. */
const MOST_FORMS = 10;

/**
 * The newest submissions of the forms that the contact is known to have used, else of the first forms there
 * are. Beyond one page of a busy form it finds nothing, so it never claims to be complete.
 */
export function fromSubmissions(
  { hubspot }: Asking,
  address: string,
  known: readonly ConsentEvent[],
): Promise<SourceAnswer> {
  return asked('form-submissions', async () => {
    const forms = await hubspot.sources.forms();
    const used = new Set(known.flatMap(({ about }) => (about.kind === 'form' ? [about.form] : [])));
    const likely = forms.filter(({ id }) => used.has(id));
    const chosen = (likely.length > 0 ? likely : forms).slice(0, MOST_FORMS);
    const pages = await Promise.all(
      chosen.map((form) => hubspot.sources.submissions(form, address)),
    );
    return {
      events: eventsFromSubmissions(pages.flatMap(({ records }) => records)),
      covers: [],
      mayBeCut:
        chosen.length < (likely.length > 0 ? likely : forms).length ||
        pages.some(({ older }) => older !== undefined),
    };
  });
}
