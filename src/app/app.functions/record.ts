import type { BadRequest } from '../contract/reply.ts';
import { OpenRecord } from '../contract/requests.ts';
import { badRequest } from './troubles.ts';
import type { World } from './world.ts';

type OpenRecordFound =
  | { readonly kind: 'open'; readonly id: string; readonly address: string | undefined }
  | { readonly kind: 'bad'; readonly reply: BadRequest };

/**
 * The open record as HubSpot itself read it for this call. The card's parameters have no place for an id
 * or an address, so a forged request can name no other contact.
 */
export function openRecord(
  propertiesToSend: unknown,
  world: Pick<World, 'correlationId' | 'log'>,
): OpenRecordFound {
  const parsed = OpenRecord.safeParse(propertiesToSend);
  if (!parsed.success) {
    if (parsed.error.issues.every(isAboutText)) {
      const reply = badRequest('invalid-parameters', ['propertiesToSend.email'], world);
      return { kind: 'bad', reply };
    }
    return { kind: 'bad', reply: badRequest('record-missing', ['propertiesToSend'], world) };
  }
  const address = parsed.data.email?.trim();
  return {
    kind: 'open',
    id: parsed.data.hs_object_id,
    address: address === '' ? undefined : address,
  };
}

/** The address is there, and holds what is no character. */
function isAboutText({ code, path }: { readonly code?: string; readonly path: PropertyKey[] }) {
  return path[0] === 'email' && code === 'invalid_format';
}
