import {
  ENTRY_OBJECT,
  REQUEST_GROUP,
  REQUEST_PROPERTY,
} from '../../../src/app/gateway/hubspot/definitions.ts';
import type { Portal, PortalData } from './entities.ts';
import { CONTACT_TYPE } from './objects/data.ts';
import { createProperty } from './objects/property-changes.ts';
import { createSchema } from './objects/schemas.ts';
import type { Refusal } from './refusals.ts';

/** A property of the ledger's object that half a set-up is without. */
const LEFT_OUT = 'repeats';

/** A portal in which this product's `setup-portal` has run, by the product's own definitions; or stopped halfway. */
export function setUp(data: PortalData, how: Portal['setUp'], now: number): void {
  if (how === 'none') return;
  const properties = ENTRY_OBJECT.properties.filter(
    ({ name }) => how === 'whole' || name !== LEFT_OUT,
  );
  made(createSchema(data, { ...ENTRY_OBJECT, properties }, { now, isDated: true }));
  if (how === 'half') return;
  (data.objects.groups[CONTACT_TYPE] ??= {})[REQUEST_GROUP.name] = {
    ...REQUEST_GROUP,
    archived: false,
  };
  made(createProperty(data, CONTACT_TYPE, REQUEST_PROPERTY, now));
}

/** Throws where the emulator would refuse what the product asks for. */
function made(answer: object | Refusal): void {
  if ('status' in answer) throw new Error(`the portal can’t be set up: ${JSON.stringify(answer)}`);
}
