import { translate, translateForLocalDev } from '@hubspot/project-parsing-lib/translate';
import * as RemoteUI from '@remote-ui/react';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { existsSync, mkdtempSync, cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import * as React from 'react';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { execute } from './hubspot-executor.ts';
import { createHubSpotOnDesk } from '../../sandbox/emulator/index.ts';
import { NEWSLETTER } from '../../sandbox/emulator/hubspot/portals.ts';
import { CONFIG_SCHEMAS } from '../../project/app-schema.ts';
import { builtProject } from '../../project/build.ts';
import { dockOutputs, ROOT, staleDocks } from '../../project/docks.ts';

const hsproject = JSON.parse(readFileSync(path.join(ROOT, 'hsproject.json'), 'utf8')) as {
  srcDir: string;
  platformVersion: string;
};

/** Built before the tests start ("npm test" and "npm run check" do): building here would hide a stale dock. */
const built = builtProject();

async function parse(srcDir = path.join(ROOT, hsproject.srcDir)) {
  const context = {
    projectSourceDir: srcDir,
    platformVersion: hsproject.platformVersion,
    accountId: 0,
  };
  const { intermediateRepresentation, skippedHsMetaFiles } = await translate(context, {
    skipValidation: true,
  });
  return {
    nodes: Object.values(intermediateRepresentation.intermediateNodesIndexedByUid),
    skippedHsMetaFiles,
  };
}

describe('HubSpot’s parser', () => {
  it('reads the whole project and skips nothing', async () => {
    const { nodes, skippedHsMetaFiles } = await parse();
    expect(skippedHsMetaFiles).toEqual([]);
    expect(nodes.map(({ componentType, uid }) => `${componentType} ${uid}`).sort()).toEqual([
      'APPLICATION consent_card_app',
      'APP_FUNCTION change-consent',
      'APP_FUNCTION read-consent',
      'APP_FUNCTION setup-portal',
      'CARD consent_sidebar',
      'CARD consent_tab',
      'SERVERLESS_PACKAGE hubspot-serverless-package-uid',
    ]);
    const metadata = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
    expect(
      metadata.filter((name) => name.endsWith('-hsmeta.json') && !name.includes('node_modules')),
    ).toHaveLength(6);
  });

  it('would report metadata that lies where HubSpot does not look', async () => {
    const copy = mkdtempSync(path.join(os.tmpdir(), 'consent-card-'));
    cpSync(path.join(ROOT, 'src'), copy, { recursive: true });
    const stray = path.join(copy, 'app/extensions/consent-tab-hsmeta.json');
    cpSync(path.join(copy, 'app/cards/consent-tab-hsmeta.json'), stray);
    expect((await parse(copy)).skippedHsMetaFiles).toHaveLength(1);
    rmSync(copy, { recursive: true });
  });

  it('finds each entry point beside its metadata', async () => {
    const { nodes } = await parse();
    for (const { config } of nodes) {
      const { entrypoint } = config as { entrypoint?: string };
      if (entrypoint !== undefined)
        expect(existsSync(path.join(ROOT, 'src', entrypoint)), entrypoint).toBe(true);
    }
  });

  it('sees configurations of the shape that HubSpot’s pages describe', async () => {
    const { nodes } = await parse();
    const ajv = new Ajv2020({ allErrors: true });
    for (const { componentType, uid, config } of nodes) {
      const schema = CONFIG_SCHEMAS[componentType];
      if (schema === undefined) continue;
      ajv.validate(schema, config);
      expect(ajv.errors, uid).toBeNull();
    }
  });

  it('sees the signing key named as a secret of every function', async () => {
    const { nodes } = await parse();
    const functions = nodes.filter(({ componentType }) => componentType === 'APP_FUNCTION');
    for (const { uid, config } of functions) {
      expect((config as { secretKeys?: unknown }).secretKeys, uid).toEqual([
        'CONSENT_CARD_LEDGER_KEY',
      ]);
    }
  });

  it('sees the least scopes that do the work, and none for sensitive data', async () => {
    const { nodes } = await parse();
    const app = nodes.find(({ componentType }) => componentType === 'APPLICATION');
    expect((app?.config as { auth: object }).auth).toMatchObject({
      type: 'static',
      requiredScopes: [
        'crm.objects.contacts.read',
        'crm.objects.contacts.write',
        'crm.objects.custom.read',
        'crm.objects.custom.write',
        'crm.objects.owners.read',
        'crm.schemas.contacts.write',
        'crm.schemas.custom.write',
        'communication_preferences.read_write',
      ],
      optionalScopes: [],
    });
    expect(JSON.stringify(app)).not.toMatch(/sensitive/i);
  });
});

describe('the docks', () => {
  it('hold what today’s source makes', async () => {
    expect(await staleDocks()).toEqual([]);
  });

  it('are found stale when a byte differs or a file is missing', async () => {
    const outputs = await dockOutputs();
    const [first, second] = outputs.map((output) => output.path);
    const read = (file: string) => {
      if (file === first) return undefined;
      const text = outputs.find((output) => output.path === file)?.text;
      return file === second ? `${text ?? ''} ` : text;
    };
    expect(await staleDocks(read)).toEqual([first, second]);
  });

  it('are never built into git', () => {
    const ignored = readFileSync(path.join(ROOT, '.gitignore'), 'utf8');
    expect(ignored).toContain('/src/app/cards/*.js');
    expect(ignored).toContain('/src/app/functions/*.js');
  });
});

describe('HubSpot’s builder', () => {
  it.each(['ConsentTab', 'ConsentSidebar'])(
    'builds %s into something that draws itself',
    (card) => {
      const text = readFileSync(path.join(built.cardsDir, `${card}.js`), 'utf8');
      let drawn = 0;
      const worker = {
        __HUBSPOT_EXTENSION_WORKER__: true,
        extend_V2: () => (drawn += 1),
        logger: {},
      };
      runInNewContext(text, { self: worker, ...worker, React, RemoteUI, console });
      expect(drawn).toBe(1);
    },
  );
});

describe('HubSpot’s own function executor', () => {
  beforeAll(() => {
    process.env['PRIVATE_APP_ACCESS_TOKEN'] = 'pat-executor-test';
  });
  afterAll(() => {
    delete process.env['PRIVATE_APP_ACCESS_TOKEN'];
  });

  it.each(['read-consent', 'change-consent'])(
    'loads and runs %s, which answers bad input with a code',
    async (uid) => {
      const response = await execute(uid, built.functions, { parameters: { more: 1 } });
      expect(response).toEqual({
        status: 'bad-request',
        code: 'invalid-parameters',
        paths: expect.arrayContaining([expect.stringContaining('parameters.')]),
        correlationId: expect.any(String),
      });
    },
  );

  it('loads and runs setup-portal, which takes no choices and says that it can’t sign', async () => {
    expect(
      await execute('setup-portal', built.functions, { parameters: { more: 1 } }),
    ).toMatchObject({ status: 'bad-request', paths: ['parameters'] });
    const hubspot = createHubSpotOnDesk();
    const server = await hubspot.listen();
    process.env['PRIVATE_APP_ACCESS_TOKEN'] = 'pat-sandbox-1005';
    process.env['HUBSPOT_API_ORIGIN'] = server.origin;
    try {
      const reply = await execute('setup-portal', built.functions, {}, server.origin);
      expect(reply).toMatchObject({
        status: 'set-up',
        parts: { record: { state: 'completed' }, 'marketing-request': { state: 'created' } },
        signingKey: 'key-missing',
      });
    } finally {
      delete process.env['HUBSPOT_API_ORIGIN'];
      await server.close();
    }
  });

  it('both functions do their work in it, over the emulated HubSpot', async () => {
    const hubspot = createHubSpotOnDesk();
    const server = await hubspot.listen();
    const { origin } = server;
    process.env['PRIVATE_APP_ACCESS_TOKEN'] = 'pat-sandbox-1001';
    process.env['HUBSPOT_API_ORIGIN'] = origin;
    const objectQuery = {
      objectId: 106,
      objectTypeId: '0-1',
      objectPropertyNames: ['hs_object_id', 'email'],
    };
    const run = (uid: string, parameters: object) =>
      execute(uid, built.functions, { parameters, objectQuery }, origin);
    try {
      expect(await run('read-consent', { part: 'glance' })).toMatchObject({ status: 'glance' });
      const optOut = { act: 'opt-out', requestId: 'request-1', typeId: NEWSLETTER };
      expect(await run('change-consent', optOut)).toMatchObject({ status: 'changed' });
      expect(await run('read-consent', { part: 'history' })).toMatchObject({
        history: { events: [{ change: 'opted-out', actor: { kind: 'this-card' } }, {}] },
      });
      expect(hubspot.contact(1001, '106')?.address?.byType[NEWSLETTER]?.state).toBe('UNSUBSCRIBED');
    } finally {
      delete process.env['HUBSPOT_API_ORIGIN'];
      await server.close();
    }
  });

  it('a well-formed request without an open record is refused', async () => {
    const parameters = { part: 'glance' };
    expect(await execute('read-consent', built.functions, { parameters })).toMatchObject({
      code: 'record-missing',
    });
  });

  it('project files are found by HubSpot’s local development reader too', async () => {
    const found = await translateForLocalDev({
      projectSourceDir: path.join(ROOT, 'src'),
      platformVersion: hsproject.platformVersion,
      accountId: 0,
    });
    expect(found.skippedHsMetaFiles).toEqual([]);
  });
});
