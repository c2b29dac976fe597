import type { ReadReply } from '../contract/reply.ts';
import type { SubscriptionType } from '../gateway/ports.ts';
import { RecordChanged } from './gather.ts';
import { isSameAddress } from '../gateway/same-address.ts';
import { partReader } from './reading-part.ts';
import { badParameters } from './troubles.ts';
import type { World } from './world.ts';

/**
 * The open contact's own preference page, in the contact's language. Nothing of it is logged, recorded or kept: whoever
 * has the link can change what the contact subscribes to. Where the subscription types can't be read the link leads to
 * the page as it is without them. Throws `HubSpotTrouble` and `RecordChanged`.
 */
export async function preferenceLink(
  record: { readonly id: string; readonly address: string | undefined },
  { typeId }: { readonly typeId?: string | undefined },
  world: World,
): Promise<ReadReply> {
  const { contacts, consents } = world.hubspot;
  const part = partReader(world);
  const [contact, definitions] = await Promise.all([
    contacts.addressee(record.id),
    part('subscription-types', consents.types()),
  ]);
  if (contact.id !== record.id || !isSameAddress(contact.address, record.address)) {
    throw new RecordChanged();
  }
  if (contact.address === undefined) return { status: 'no-link', because: 'no-address' };
  // Without the definitions the page is the account's own, which shows every brand.
  const types = definitions ?? [];
  const type = types.find(({ id }) => id === typeId);
  if (typeId !== undefined && type === undefined && definitions !== undefined) {
    return badParameters([{ path: ['typeId'] }], ['typeId'], world);
  }
  const language =
    contact.language === undefined ? undefined : offeredLanguage(contact.language, types);
  const url = await consents.preferencePage(contact.address, {
    ...(language === undefined ? {} : { language }),
    ...(type === undefined ? {} : pageOf(type)),
  });
  if (url === undefined) return { status: 'no-link', because: 'not-offered' };
  return {
    status: 'preference-link',
    link: { url, ...(language === undefined ? {} : { language }) },
  };
}

/** The page of a type's brand shows that brand alone, and may show the type first. The contact is shown neither internal nor inactive types. */
function pageOf({ id, businessUnitId, isActive, isInternal }: SubscriptionType) {
  return {
    ...(isActive && !isInternal ? { typeId: id } : {}),
    ...(businessUnitId === undefined || businessUnitId === '0' ? {} : { businessUnitId }),
  };
}

/**
 * HubSpot shows the page in a language that the account's types are translated into, and advises to ask for one of
 * those (its guide to preference page links): the contact's own, or the same language of another country. Where there
 * is neither, the contact's own is asked for, and HubSpot takes the account's.
 */
function offeredLanguage(own: string, types: readonly SubscriptionType[]): string {
  const offered = [...new Set(types.flatMap(({ names }) => Object.keys(names)))].sort();
  const tongue = (code: string) => code.toLowerCase().split(/[-_]/)[0];
  return (
    offered.find((code) => code.toLowerCase() === own) ??
    offered.find((code) => code.toLowerCase() === tongue(own)) ??
    offered.find((code) => tongue(code) === tongue(own)) ??
    own
  );
}
