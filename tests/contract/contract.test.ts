import { describe, expect, it } from 'vitest';
import { DIFFERENCES } from '../../sandbox/emulator/differences.ts';
import { ROUTES } from '../../sandbox/emulator/hubspot/routes.ts';
import { NEVER_REFUSED } from './calls/index.ts';
import { hubSpot } from '../../src/app/gateway/hubspot/hubspot.ts';
import { specFor } from './contract.ts';
import {
  ALL_SCOPES,
  lackingRows,
  make,
  nameOf,
  observed,
  refuseEarly,
  spelledCalls,
} from './emulator.ts';
import { FIXTURES } from './fixtures/index.ts';
import { playProduct } from './product.ts';
import { playRecordKeeping } from './record-keeping.ts';
import { compare } from './schema.ts';
import { tally } from './tally.ts';

const seen = tally();

describe('what the emulator answers', () => {
  const hubspot = observed(seen, false);

  it.each(spelledCalls())('$method $path $does: $status', (call) => {
    expect(make(hubspot, call)).toBe(call.status);
  });

  it('refuses without a token, without scopes and over the limit before it looks at a path', () => {
    expect(refuseEarly(hubspot)).toEqual([401, 403, 429, 500]);
  });

  it('has a row for every route at every version’s path, answered and refused', () => {
    expect(lackingRows(NEVER_REFUSED)).toEqual([]);
    expect([...NEVER_REFUSED].filter((one) => !ROUTES.map(nameOf).includes(one))).toEqual([]);
  });

  it('sends something in every list that it answers with', () => {
    // What has been taken away leaves nothing to send.
    const archives = ['batch/archive results', 'batch/labels/archive results'];
    expect(seen.hollow().filter((one) => !archives.some((end) => one.endsWith(end)))).toEqual([]);
  });

  it('asks for scopes that HubSpot’s file names', () => {
    const wrong = ROUTES.flatMap((route) =>
      [route.path, ...(route.also ?? [])].flatMap((path) => {
        const named = specFor(route.method, path)?.scopes;
        return named === undefined
          ? []
          : route.scopes
              .filter((scope) => !named.includes(scope))
              .map((scope) => `${route.method} ${path}: ${scope} is none of ${named.join(', ')}`);
      }),
    );
    expect(wrong).toEqual([]);
  });
});

/** Every scenario played through the product takes several seconds of a processor, which it may have to share. */
const A_WHOLE_PLAY = 120_000;

describe('what the product asks', () => {
  it('asks and is answered in every scenario', { timeout: A_WHOLE_PLAY }, async () => {
    const own = tally();
    const played = await playProduct(
      observed({
        ...own,
        add: (exchange) => {
          seen.add(exchange);
          return own.add(exchange);
        },
      }),
    );
    const statuses = new Set(played.flatMap(({ changes }) => changes));
    expect(played.map(({ glance }) => glance)).toEqual(played.map(() => 'glance'));
    expect(played.map(({ history }) => history)).toEqual(played.map(() => 'history'));
    expect([...statuses].sort()).toEqual(['changed', 'nothing-to-do', 'refused']);
    // The second sees the first one's task, which is days old by the product's clock.
    expect(played.flatMap(({ asked }) => asked)).toEqual(['asked', 'asked']);
    expect([...own.endpoints.keys()].sort()).toEqual([
      'GET /account-info/2026-09/details',
      'GET /automation/2026-09-beta/flows',
      'GET /communication-preferences/2026-09/definitions',
      'GET /communication-preferences/2026-09/statuses/{subscriberIdString}',
      'GET /communication-preferences/2026-09/statuses/{subscriberIdString}/unsubscribe-all',
      'GET /crm-object-schemas/2026-09/schemas/{objectType}',
      'GET /crm/owners/2026-09/{ownerId}',
      'GET /crm/v3/objects/contacts/{contactId}',
      'GET /crm/v4/objects/{objectType}/{objectId}/associations/{toObjectType}',
      'GET /events/event-occurrences/2026-09',
      'PATCH /crm/objects/2026-09/{objectType}/{objectId}',
      'POST /communication-preferences/2026-09/links/generate',
      'POST /communication-preferences/2026-09/statuses/{subscriberIdString}',
      'POST /communication-preferences/2026-09/statuses/{subscriberIdString}/unsubscribe-all',
      'POST /communication-preferences/v3/subscribe',
      'POST /crm/associations/2026-09/{fromObjectType}/{toObjectType}/batch/read',
      'POST /crm/objects/2026-09/{objectType}',
      'POST /crm/objects/2026-09/{objectType}/batch/read',
      'POST /crm/v3/objects/{objectType}',
      'POST /crm/v3/objects/{objectType}/batch/read',
      'POST /oauth/v2/private-apps/get/access-token-info',
    ]);
  });

  it('asks and is answered where it sets an account up and keeps its record', async () => {
    const own = tally();
    const heard = await playRecordKeeping(observed(own));
    expect(heard).toEqual([
      ...['created', 'created', 'completed', 'created'],
      ...['accepted', 'accepted', 'taken', '1 at 1', '2 read'],
    ]);
    expect([...own.endpoints.keys()].sort()).toEqual([
      'DELETE /crm/objects/2026-09/{objectType}/{objectId}',
      'GET /crm-object-schemas/2026-09/schemas/{objectType}',
      'GET /crm/properties/2026-09/{objectType}/{propertyName}',
      'PATCH /crm/objects/2026-09/{objectType}/{objectId}',
      'POST /crm-object-schemas/2026-09/schemas',
      'POST /crm-object-schemas/2026-09/schemas/{objectType}/associations',
      'POST /crm/associations/2026-09/{fromObjectType}/{toObjectType}/batch/read',
      'POST /crm/objects/2026-09/{objectType}',
      'POST /crm/objects/2026-09/{objectType}/batch/read',
      'POST /crm/properties/2026-09/{objectType}',
      'POST /crm/properties/2026-09/{objectType}/groups',
    ]);
    expect(own.surprises()).toEqual([]);
  });

  it(
    'asks HubSpot’s older records too where an account has added their scopes',
    { timeout: A_WHOLE_PLAY },
    async () => {
      const own = tally();
      await playProduct(observed(own), ['content', 'forms']);
      expect([...own.endpoints.keys()]).toEqual(
        expect.arrayContaining([
          'GET /email/public/v1/events',
          'GET /email/public/v1/subscriptions/timeline',
          'GET /form-integrations/v1/submissions/forms/{formId}',
          'GET /marketing/v3/forms',
        ]),
      );
      expect(own.surprises()).toEqual([]);
    },
  );
});

describe('what the gateway asks to change marketing status', () => {
  it('asks for a change, how far it is, which workflows apply it, and when it ends', async () => {
    const own = tally();
    const desk = observed({
      ...own,
      add: (exchange) => {
        seen.add(exchange);
        return own.add(exchange);
      },
    });
    desk.grant(1001, ALL_SCOPES);
    const server = await desk.listen();
    try {
      const { contacts, installation, marketing } = hubSpot({
        token: 'pat-sandbox-1001',
        origin: server.origin,
      });
      await marketing.request('125', 'marketing', 'request-0001');
      expect((await contacts.read('125')).marketingRequest?.requestId).toBe('request-0001');
      expect(await marketing.workflows()).toEqual({ marketing: true, 'non-marketing': true });
      expect(await marketing.marketingContacts()).toBeGreaterThan(0);
      expect(await installation.timeZone()).toBe('Asia/Tokyo');
    } finally {
      await server.close();
    }
    expect([...own.endpoints.keys()].sort()).toEqual([
      'GET /account-info/2026-09/details',
      'GET /automation/2026-09-beta/flows',
      'GET /crm/v3/objects/contacts/{contactId}',
      'PATCH /crm/v3/objects/contacts/{contactId}',
      'POST /automation/2026-09-beta/flows/batch/read',
      'POST /crm/v3/objects/contacts/search',
      'POST /oauth/v2/private-apps/get/access-token-info',
    ]);
    expect(own.surprises()).toEqual([]);
  });
});

describe('where HubSpot has no file', () => {
  it.each(FIXTURES)('$operation.path: our own sample has the shape', ({ operation, sample }) => {
    const { '200': shape } = operation.responses;
    expect(compare(shape ?? {}, operation.family, sample).findings).toEqual([]);
  });

  it('a fixture stands only where there is no file, and names its source', () => {
    for (const { operation, source } of FIXTURES) {
      expect(specFor(operation.method, operation.path)).toBeUndefined();
      expect(source).toMatch(/hubspot\/apis\.md §\d/);
    }
  });
});

describe('the list of differences', () => {
  it('has every difference that there is', () => {
    expect(seen.surprises()).toEqual([]);
  });

  it('has none that is closed', () => {
    expect(seen.closed()).toEqual([]);
  });

  it('stays short: fewer than 25', ({ task }) => {
    expect(DIFFERENCES.length).toBeLessThan(25);
    Object.assign(task.meta, { contract: seen.summary() });
  });
});
