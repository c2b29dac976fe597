import { describe, expect, it } from 'vitest';
import { PROPERTY_SOURCES } from '../../src/app/evidence/property-sources.ts';
import { actorOf, actorOfLegacySource } from '../../src/app/evidence/recorded-source.ts';
import { HUBSPOT_PROPERTY_SOURCES } from './hubspot-property-sources.ts';

const mapped = Object.values(PROPERTY_SOURCES).flatMap((names) => names.split(' '));

describe('HubSpot’s source values', () => {
  it('are 113, and each stands for somebody on purpose', () => {
    expect(HUBSPOT_PROPERTY_SOURCES).toHaveLength(113);
    expect(HUBSPOT_PROPERTY_SOURCES.filter((name) => !mapped.includes(name))).toEqual([]);
  });

  it('stand for one actor each, and none is invented', () => {
    expect(mapped.filter((name, at) => mapped.indexOf(name) !== at)).toEqual([]);
    expect(mapped.filter((name) => !HUBSPOT_PROPERTY_SOURCES.includes(name))).toEqual([]);
  });

  it.each(Object.entries(PROPERTY_SOURCES))('%s', (kind, names) => {
    for (const type of names.split(' ')) expect(actorOf({ type }, undefined).kind).toBe(kind);
  });

  it('that are new are someone, with HubSpot’s own text; where it says nothing, without', () => {
    for (const type of ['BRAND_NEW', '__proto__', 'constructor', 'email'])
      expect(actorOf({ type }, undefined)).toEqual({ kind: 'someone', reported: type });
    for (const type of ['', ' ', 'OTHER', 'UNKNOWN'])
      expect(actorOf({ type }, undefined)).toEqual({ kind: 'someone' });
    expect(actorOf({ type: 'EMAIL ' }, undefined)).toEqual({ kind: 'someone', reported: 'EMAIL' });
  });
});

describe('the source of a legacy event', () => {
  it.each([
    ['SOURCE_RECIPIENT', undefined, { kind: 'contact' }],
    ['SOURCE_PUBLIC_API', undefined, { kind: 'integration' }],
    ['SOURCE_NON_DELIVERY_REPORT', undefined, { kind: 'hubspot' }],
    [
      'SOURCE_HUBSPOT_CUSTOMER',
      'user-47@example.com',
      { kind: 'staff', name: 'user-47@example.com' },
    ],
    [
      'SOURCE_HUBSPOT_CUSTOMER',
      undefined,
      { kind: 'someone', reported: 'SOURCE_HUBSPOT_CUSTOMER' },
    ],
    ['SOURCE_UNKNOWN', undefined, { kind: 'someone' }],
    [
      'SOURCE_OF_TOMORROW',
      'user-47@example.com',
      { kind: 'someone', reported: 'SOURCE_OF_TOMORROW' },
    ],
  ])('%s requested by %s', (source, requestedBy, actor) => {
    expect(actorOfLegacySource(source, requestedBy)).toEqual(actor);
  });
});
