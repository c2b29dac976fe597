import * as z from 'zod/mini';
import type { Form, Sources } from '../../ports.ts';
import type { HubSpotClient } from '../client.ts';
import { instantOf } from '../instant.ts';
import { Id, readAnswer } from '../read-answer.ts';
import { pathPart } from '../url-text.ts';
import { isOfAddress } from '../whose.ts';

const Paging = z.nullish(z.object({ next: z.nullish(z.object({ after: z.string() })) }));
const Boxes = z.nullish(z.array(z.object({ subscriptionTypeId: Id })));

const Forms = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      legalConsentOptions: z.nullish(
        z.object({
          communicationsCheckboxes: Boxes,
          subscriptionTypeIds: z.nullish(z.array(Id)),
        }),
      ),
    }),
  ),
});

const Submissions = z.object({
  results: z.array(
    z.object({
      conversionId: z.string(),
      submittedAt: z.number(),
      values: z.array(z.object({ name: z.string(), value: z.string() })),
      pageUrl: z.nullish(z.string()),
    }),
  ),
  paging: Paging,
});

/** `GET /marketing/v3/forms` (OpenAPI: forms v3), the first hundred; needs `forms`. */
export function forms(hubspot: HubSpotClient): Sources['forms'] {
  return async () => {
    const answer = await hubspot.request('read', {
      method: 'GET',
      path: '/marketing/v3/forms',
      query: { limit: '100' },
    });
    return readAnswer(Forms, answer).results.map(({ id, name, legalConsentOptions }): Form => ({
      id,
      name,
      boxes: [
        ...(legalConsentOptions?.communicationsCheckboxes ?? []).map(
          ({ subscriptionTypeId }) => subscriptionTypeId,
        ),
        ...(legalConsentOptions?.subscriptionTypeIds ?? []),
      ],
    }));
  };
}

/**
 * `GET /form-integrations/v1/submissions/forms/{id}`: everybody's, newest first, fifty a page, without a
 * filter by contact and without a word of consent (hubspot/apis.md §2.6). What others typed is dropped here.
 */
export function submissions(hubspot: HubSpotClient): Sources['submissions'] {
  return async (form, address, older) => {
    const answer = await hubspot.request('read', {
      method: 'GET',
      path: `/form-integrations/v1/submissions/forms/${pathPart(form.id)}`,
      query: { limit: '50', ...(older === undefined ? {} : { after: older }) },
    });
    const { results, paging } = readAnswer(Submissions, answer);
    const own = results.filter(({ values }) =>
      values.some(({ name, value }) => name === 'email' && isOfAddress(value, address)),
    );
    const last = results.at(-1);
    const next = paging?.next?.after;
    return {
      records: own.map(({ conversionId, submittedAt, pageUrl }) => ({
        id: conversionId,
        at: instantOf(submittedAt),
        formId: form.id,
        formName: form.name,
        boxes: form.boxes,
        ...(pageUrl ? { page: pageUrl } : {}),
      })),
      ...(last === undefined ? {} : { back: instantOf(last.submittedAt) }),
      ...(next === undefined ? {} : { older: next }),
    };
  };
}
