import * as z from 'zod/mini';
import type { Form, Sources } from '../../ports.ts';
import { unreadable, type HubSpotClient } from '../client.ts';
import { instantOf } from '../instant.ts';
import { pathPart } from '../url-text.ts';

const Paging = z.nullish(z.object({ next: z.nullish(z.object({ after: z.string() })) }));
const Boxes = z.nullish(
  z.array(z.object({ subscriptionTypeId: z.union([z.number(), z.string()]) })),
);

const Forms = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      legalConsentOptions: z.nullish(
        z.object({
          communicationsCheckboxes: Boxes,
          subscriptionTypeIds: z.nullish(z.array(z.union([z.number(), z.string()]))),
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
    const found = Forms.safeParse(answer);
    if (!found.success) throw unreadable();
    return found.data.results.map(({ id, name, legalConsentOptions }): Form => ({
      id,
      name,
      boxes: [
        ...(legalConsentOptions?.communicationsCheckboxes ?? []).map((box) =>
          String(box.subscriptionTypeId),
        ),
        ...(legalConsentOptions?.subscriptionTypeIds ?? []).map(String),
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
    const page = Submissions.safeParse(answer);
    if (!page.success) throw unreadable();
    const wanted = address.toLowerCase();
    const own = page.data.results.filter(({ values }) =>
      values.some(({ name, value }) => name === 'email' && value.trim().toLowerCase() === wanted),
    );
    const last = page.data.results.at(-1);
    const next = page.data.paging?.next?.after;
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
