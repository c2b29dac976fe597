import { describe, expect, it } from 'vitest';
import { deskWithEntries, OBJECTS, SCHEMAS } from './desk.ts';

function deskWithTwo() {
  const at = deskWithEntries();
  const [one = '', two = ''] = ['101:1', '101:2'].map((key) => String(at.put(key).body['id']));
  const { type } = at;
  return { ...at, one, two, batch: `/crm/associations/2026-09/${type}/contacts/batch` };
}

/** The contact's own side. */
const ofContact = ({ ask, type }: ReturnType<typeof deskWithEntries>) =>
  ask('GET', `${OBJECTS}/contacts/101?associations=${type}`).body['associations'];

describe('associations', () => {
  it('the default one is told in both directions and seen from both ends', () => {
    const at = deskWithTwo();
    const { ask, type, one, associationTypeId } = at;
    const done = ask('PUT', `${OBJECTS}/${type}/${one}/associations/default/contact/101`);
    expect(done).toMatchObject({
      status: 200,
      body: {
        status: 'COMPLETE',
        results: [
          { from: { id: one }, to: { id: '101' }, associationSpec: { associationTypeId } },
          { from: { id: '101' }, to: { id: one } },
        ],
      },
    });
    expect(at.read(one, '?associations=contacts,companies').body['associations']).toEqual({
      contacts: { results: [{ id: '101', type: 'consent_entry_to_contact' }] },
    });
    expect(ofContact(at)).toMatchObject({ p1001_consent_entry: { results: [{ id: one }] } });
    expect(at.read(one, '?associations=shoes').status).toBe(400);
  });

  it('labels are added, and ended one by one or all together', () => {
    const at = deskWithTwo();
    const { ask, type, one, associationTypeId, batch } = at;
    const way = { fromObjectTypeId: type, toObjectTypeId: '0-1', name: 'witness' };
    const label = Number(ask('POST', `${SCHEMAS}/${type}/associations`, way).body['id']);
    const specs = (...ids: number[]) =>
      ids.map((id) => ({ associationCategory: 'USER_DEFINED', associationTypeId: id }));
    const path = `${OBJECTS}/${type}/${one}/associations/0-1/101`;
    expect(ask('PUT', path, specs(associationTypeId, label))).toMatchObject({
      status: 201,
      body: { fromObjectTypeId: type, fromObjectId: one, toObjectId: '101', labels: ['witness'] },
    });
    const types = () => ask('POST', `${batch}/read`, { inputs: [{ id: one }] }).body['results'];
    expect(types()).toMatchObject([
      {
        from: { id: one },
        to: [{ toObjectId: '101', associationTypes: [{}, { label: 'witness', typeId: label }] }],
      },
    ]);
    const inputs = [{ from: { id: one }, to: { id: '101' }, types: specs(label) }];
    expect(ask('POST', `${batch}/labels/archive`, { inputs }).status).toBe(200);
    expect(types()).toMatchObject([
      { to: [{ associationTypes: [{ typeId: associationTypeId }] }] },
    ]);
    expect(ask('PUT', path, specs(999)).status).toBe(400);
    expect(ask('DELETE', path).status).toBe(204);
    expect(ofContact(at)).toBeUndefined();
  });

  it('many at once: those of a record that is not there are errors beside the others', () => {
    const at = deskWithTwo();
    const { ask, one, two, batch, associationTypeId } = at;
    const types = [{ associationCategory: 'USER_DEFINED', associationTypeId }];
    const pair = (id: string, contactId = '101') => ({
      from: { id },
      to: { id: contactId },
      types,
    });
    const created = ask('POST', `${batch}/create`, { inputs: [pair(one), pair(two, '999')] });
    expect(created).toMatchObject({
      status: 207,
      body: { results: [{ fromObjectId: one }], errors: [{ context: { toObjectId: ['999'] } }] },
    });
    expect(ask('POST', `${batch}/associate/default`, { inputs: [pair(two)] })).toMatchObject({
      status: 200,
      body: { results: [{}, {}] },
    });
    expect(ofContact(at)).toMatchObject({
      p1001_consent_entry: { results: [{ id: one }, { id: two }] },
    });
    const read = ask('POST', `${batch}/read`, { inputs: [{ id: one }, { id: '999' }] });
    expect(read).toMatchObject({ status: 207, body: { results: [{}], numErrors: 1 } });
    const archived = { inputs: [{ from: { id: one }, to: [{ id: '101' }] }] };
    expect(ask('POST', `${batch}/archive`, archived)).toMatchObject({
      status: 200,
      body: { results: [] },
    });
    expect(ofContact(at)).toMatchObject({ p1001_consent_entry: { results: [{ id: two }] } });
  });

  it('can be made with the record, and end when it is archived', () => {
    const at = deskWithEntries();
    const { ask, type, associationTypeId } = at;
    const types = [{ associationCategory: 'USER_DEFINED', associationTypeId }];
    const create = (id: string) =>
      ask('POST', `${OBJECTS}/${type}`, {
        properties: { position: '101:1' },
        associations: [{ to: { id }, types }],
      });
    expect(create('999').status).toBe(404);
    const made = create('101');
    expect(made.status).toBe(201);
    expect(ofContact(at)).toBeDefined();
    at.archive(String(made.body['id']));
    expect(ofContact(at)).toBeUndefined();
  });

  it('objects that were never associated can’t be', () => {
    const { ask, type, one } = deskWithTwo();
    expect(ask('PUT', `${OBJECTS}/${type}/${one}/associations/default/${type}/${one}`).status).toBe(
      400,
    );
  });
});
