import { describe, expect, it } from 'vitest';
import { deskWithEntries, OBJECTS, V3 } from './desk.ts';

/** What HubSpot does not document, both ways each (see `Assumptions`). */

const TAKEN = {
  status: 400,
  body: {
    category: 'VALIDATION_ERROR',
    errors: [{ code: 'CONFLICTING_UNIQUE_VALUE', context: { propertyName: ['position'] } }],
  },
};

describe('two writes of one unique value', () => {
  it('atomic: the second is refused, made or changed, and may repeat its own', () => {
    const { ask, type, put } = deskWithEntries();
    put('104:1');
    const second = String(put('104:2').body['id']);
    expect(put('104:1')).toMatchObject(TAKEN);
    const change = (position: string) =>
      ask('PATCH', `${OBJECTS}/${type}/${second}`, { properties: { position } });
    expect(change('104:1')).toMatchObject(TAKEN);
    expect(change('104:2').status).toBe(200);
    expect(change('104:3').status).toBe(200);
    expect(put('104:2').status).toBe(201);
  });

  it('racing: both succeed while the first is young, and the fork stays to be found', () => {
    const { hubspot, ask, type, put } = deskWithEntries({
      uniqueValuesUnderRace: 'racing',
      raceWindowMs: 500,
    });
    expect(put('104:1').status).toBe(201);
    hubspot.clock.advance(499);
    expect(put('104:1').status).toBe(201);
    hubspot.clock.advance(1);
    expect(put('104:1')).toMatchObject(TAKEN);
    expect(ask('GET', `${OBJECTS}/${type}`).body['results']).toHaveLength(2);
  });

  it('racing in one batch too; atomic not', () => {
    const same = { inputs: ['104:1', '104:1'].map((position) => ({ properties: { position } })) };
    const status = (of: ReturnType<typeof deskWithEntries>) =>
      of.ask('POST', `${OBJECTS}/${of.type}/batch/create`, same).status;
    expect(status(deskWithEntries({ uniqueValuesUnderRace: 'racing' }))).toBe(201);
    expect(status(deskWithEntries())).toBe(400);
  });

  it('racing when made or changed by key too; atomic the second finds the first', () => {
    const upsert = (of: ReturnType<typeof deskWithEntries>) => {
      const input = { id: '104:1', idProperty: 'position', properties: {} };
      const path = `${OBJECTS}/${of.type}/batch/upsert`;
      return of.ask('POST', path, { inputs: [input] }).body['results'];
    };
    const [racing, atomic] = [
      deskWithEntries({ uniqueValuesUnderRace: 'racing' }),
      deskWithEntries(),
    ];
    expect([upsert(racing), upsert(racing)]).toMatchObject([[{ new: true }], [{ new: true }]]);
    expect([upsert(atomic), upsert(atomic)]).toMatchObject([[{ new: true }], [{ new: false }]]);
    racing.hubspot.clock.advance(1000);
    expect(upsert(racing)).toMatchObject([{ new: false }]);
  });

  it.each(['oldest', 'newest'] as const)('reading by the doubled value gives the %s', (which) => {
    const { put, byKey } = deskWithEntries({
      uniqueValuesUnderRace: 'racing',
      readByDoubledKey: which,
    });
    const ids = [put('104:1'), put('104:1')].map(({ body }) => body['id']);
    expect(byKey('104:1').body['id']).toBe(which === 'oldest' ? ids[0] : ids[1]);
  });
});

describe('reading after a write', () => {
  it('at once: by id, by unique value and in the list', () => {
    const { ask, type, put, read, byKey } = deskWithEntries();
    const id = String(put('104:1').body['id']);
    expect(read(id).status).toBe(200);
    expect(byKey('104:1').status).toBe(200);
    expect(ask('GET', `${OBJECTS}/${type}`).body['results']).toHaveLength(1);
  });

  it('delayed: a new record, a change and an archive are each seen later, and writes don’t wait', () => {
    const { hubspot, ask, type, put, read, byKey, archive } = deskWithEntries({
      readsAfterWrite: 'delayed',
      readDelayMs: 300,
    });
    const made = put('104:1', { note: 'first' });
    const id = String(made.body['id']);
    expect(made.body['properties']).toMatchObject({ note: 'first' });
    hubspot.clock.advance(299);
    expect([read(id).status, byKey('104:1').status]).toEqual([404, 404]);
    expect(ask('GET', `${OBJECTS}/${type}`).body['results']).toHaveLength(0);
    expect(put('104:1')).toMatchObject(TAKEN);
    hubspot.clock.advance(1);
    expect([read(id).status, byKey('104:1').status]).toEqual([200, 200]);

    ask('PATCH', `${OBJECTS}/${type}/${id}`, { properties: { note: 'second', position: '104:2' } });
    const seen = '?properties=note&propertiesWithHistory=note';
    expect(read(id, seen).body).toMatchObject({
      properties: { note: 'first' },
      propertiesWithHistory: { note: [{ value: 'first' }] },
    });
    expect([byKey('104:1').status, byKey('104:2').status]).toEqual([200, 404]);
    hubspot.clock.advance(300);
    expect(read(id, seen).body).toMatchObject({ properties: { note: 'second' } });
    expect([byKey('104:1').status, byKey('104:2').status]).toEqual([404, 200]);

    archive(id);
    expect(read(id).status).toBe(200);
    hubspot.clock.advance(300);
    expect(read(id).status).toBe(404);
  });

  it('search lags by a time of its own, for contacts as for records', () => {
    const { hubspot, ask, put, search } = deskWithEntries({ searchLagMs: 5000 });
    const contacts = () => ask('POST', `${OBJECTS}/contacts/search`, {}).body['total'];
    put('104:1');
    hubspot.clock.advance(4999);
    expect([search({}).body['total'], contacts()]).toEqual([0, 0]);
    hubspot.clock.advance(1);
    expect([search({}).body['total'], contacts()]).toEqual([1, 2]);
    const noon = deskWithEntries({ searchLagMs: 0 });
    noon.put('104:1');
    expect(noon.search({}).body['total']).toBe(1);
  });
});

describe('the unique value of an archived record', () => {
  it('freed and new: it can be used again, by a record of its own', () => {
    const { put, read, archive, byKey } = deskWithEntries();
    const first = String(put('104:1').body['id']);
    archive(first);
    const second = put('104:1');
    expect(second.status).toBe(201);
    expect(second.body['id']).not.toBe(first);
    expect(byKey('104:1').body['id']).toBe(second.body['id']);
    expect(read(first, '?archived=true').status).toBe(200);
  });

  it('kept: it stays taken', () => {
    const { put, archive, byKey } = deskWithEntries({ keysOfArchivedRecords: 'kept' });
    archive(String(put('104:1').body['id']));
    expect(byKey('104:1').status).toBe(404);
    expect(put('104:1')).toMatchObject(TAKEN);
  });

  it('restores: creating with it brings the archived record back with its history', () => {
    const { put, read, archive } = deskWithEntries({ createWithArchivedKey: 'restores-archived' });
    const first = String(put('104:1', { note: 'first' }).body['id']);
    archive(first);
    expect(put('104:1', { note: 'second' }).body['id']).toBe(first);
    expect(read(first, '?propertiesWithHistory=note').body).toMatchObject({
      archived: false,
      propertiesWithHistory: { note: [{ value: 'second' }, { value: 'first' }] },
    });
  });
});

describe('smaller doubts', () => {
  it('v3 enforces a schema’s required properties, or the dated version alone does', () => {
    const without = (enforced: boolean, path: string) => {
      const { ask, type } = deskWithEntries({ v3EnforcesRequiredProperties: enforced });
      return ask('POST', `${path}/${type}`, { properties: { note: 'x' } }).status;
    };
    expect([without(true, V3), without(false, V3)]).toEqual([400, 201]);
    expect([without(true, OBJECTS), without(false, OBJECTS)]).toEqual([400, 400]);
  });

  it('a bare object name is refused, or accepted', () => {
    const byName = (bareObjectNames: 'refused' | 'accepted') =>
      deskWithEntries({ bareObjectNames }).ask('GET', `${OBJECTS}/consent_entry`).status;
    expect([byName('refused'), byName('accepted')]).toEqual([400, 200]);
  });

  it('associations with a type that there is not are refused, or ignored', () => {
    const asked = (associationsOfUnknownTypes: 'refused' | 'ignored') => {
      const { ask, type } = deskWithEntries({ associationsOfUnknownTypes });
      return [
        ask('GET', `${OBJECTS}/contacts/101?associations=shoes`),
        ask('GET', `${OBJECTS}/contacts?associations=shoes`),
        ask('GET', `${OBJECTS}/${type}?associations=shoes`),
      ].map(({ status }) => status);
    };
    expect(asked('refused')).toEqual([400, 400, 200]);
    expect(asked('ignored')).toEqual([200, 200, 200]);
  });
});
