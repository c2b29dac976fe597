import { describe, expect, it } from 'vitest';
import type { ApiRequest, HubSpotClient } from '../../src/app/gateway/hubspot/client.ts';
import { recordsIn } from '../../src/app/gateway/hubspot/ledger/records.ts';

/** HubSpot's answers in turn, and what was asked for them: what the emulated HubSpot never answers. */
function answering(...answers: readonly unknown[]) {
  const asked: ApiRequest[] = [];
  const left = [...answers];
  const client: HubSpotClient = {
    within: () => client,
    typed: () => Promise.reject(new Error('not asked here')),
    request: (_kind, request) => {
      asked.push(request);
      return Promise.resolve(left.shift());
    },
  };
  return { records: recordsIn(client), asked };
}

const linked = (ids: readonly (string | number)[], after?: string) => ({
  results: [
    {
      from: { id: '101' },
      to: ids.map((toObjectId) => ({ toObjectId, associationTypes: [] })),
      ...(after === undefined ? {} : { paging: { next: { after } } }),
    },
  ],
});

describe('the list of a contact’s records', () => {
  it('goes on to its end', async () => {
    const { records, asked } = answering(linked(['1', 2], 'next'), linked([3]));
    expect(await records.ofContact('101')).toEqual(['1', '2', '3']);
    expect(asked.map(({ body }) => body)).toEqual([
      { inputs: [{ id: '101' }] },
      { inputs: [{ id: '101', after: 'next' }] },
    ]);
  });

  it('is trouble where it would never end, or is another contact’s', async () => {
    const again = answering(linked(['1'], 'next'), linked(['2'], 'next'));
    await expect(again.records.ofContact('101')).rejects.toMatchObject({
      code: 'unreadable-answer',
    });
    for (const other of [
      { results: [{ from: { id: '102' }, to: [{ toObjectId: 1 }] }] },
      { results: [linked(['1']).results[0], linked(['2']).results[0]] },
      { results: [{ from: { id: '101' }, to: [{ toObjectId: -1 }] }] },
      { ...linked(['1']), status: 'PENDING' },
    ]) {
      await expect(answering(other).records.ofContact('101')).rejects.toMatchObject({
        code: 'unreadable-answer',
      });
    }
  });

  it('is empty where HubSpot says that there are none, and trouble where it says anything else', async () => {
    const none = (category: string) => ({ results: [], numErrors: 1, errors: [{ category }] });
    expect(await answering(none('OBJECT_NOT_FOUND')).records.ofContact('101')).toEqual([]);
    const { records } = answering(none('INTERNAL_ERROR'), none('VALIDATION_ERROR'));
    await expect(records.ofContact('101')).rejects.toMatchObject({ code: 'unreadable-answer' });
    await expect(records.read('key', ['101:0'])).rejects.toMatchObject({
      code: 'unreadable-answer',
    });
  });
});

describe('records', () => {
  it('are read a hundred in a call', async () => {
    const { records, asked } = answering({ results: [] }, { results: [] }, { results: [] });
    await records.read(
      'id',
      Array.from({ length: 201 }, (_, id) => String(id)),
    );
    expect(asked.map(({ body }) => (body as { inputs: unknown[] }).inputs.length)).toEqual([
      100, 100, 1,
    ]);
  });

  it('that were made without saying under which id may be there', async () => {
    const { records } = answering({ properties: {} });
    expect(await records.create({ key: '101:0' })).toEqual({ kind: 'not-known' });
  });
});
