import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import * as z from 'zod';
import type { BuiltProject } from '../project/build.ts';
import type { HubSpotOnDesk } from './emulator/index.ts';
import { createPool, type Pool } from './functions/pool.ts';
import { scenarios } from './scenarios/index.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const FONTS = path.join(ROOT, 'node_modules/@fontsource/noto-sans-jp');
const BODY_LIMIT = 2_000_000;

const FunctionBody = z.object({
  portalId: z.number(),
  serverlessFunction: z.string(),
  objectQuery: z
    .object({
      objectId: z.union([z.number(), z.string()]),
      objectTypeId: z.string(),
      objectPropertyNames: z.array(z.string()),
    })
    .optional(),
  parameters: z.unknown().optional(),
  event: z.unknown().optional(),
});

export interface Sandbox {
  readonly url: string;
  close(): Promise<void>;
}

/** The record page, both built cards and both built functions, over an emulated HubSpot. On 127.0.0.1 only. */
export async function startSandbox(settings: {
  readonly port?: number;
  readonly project: BuiltProject;
  readonly hubspot: HubSpotOnDesk;
}): Promise<Sandbox> {
  const { hubspot, project } = settings;
  const api = await hubspot.listen();
  const pools = new Map(
    hubspot.portals.map((portal) => [
      portal.id,
      createPool({
        bundles: project.functions,
        env: {
          PRIVATE_APP_ACCESS_TOKEN: portal.token,
          HUBSPOT_API_ORIGIN: api.origin,
          CONSENT_CARD_ORGANISATION: JSON.stringify({
            privacySettings: portal.settings.privacySettings,
          }),
        },
      }),
    ]),
  );
  const assets = await pageAssets();
  const server = createServer((request, response) => {
    answer(request, response, { hubspot, pools, assets, cardsDir: project.cardsDir }).catch(() => {
      send(response, 500, { error: 'the sandbox failed' });
    });
  });
  await listen(server, settings.port ?? 0).catch(async (error: unknown) => {
    await api.close();
    throw error;
  });
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    async close() {
      for (const pool of pools.values()) pool.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await api.close();
    },
  };
}

interface Rooms {
  readonly hubspot: HubSpotOnDesk;
  readonly pools: ReadonlyMap<number, Pool>;
  readonly assets: ReadonlyMap<string, string>;
  readonly cardsDir: string;
}

async function answer(request: IncomingMessage, response: ServerResponse, rooms: Rooms) {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  // Another site in the same browser must not reach the sandbox through a name of its own.
  if (!/^(127\.0\.0\.1|localhost):\d+$/.test(request.headers.host ?? '')) {
    send(response, 403, { error: 'this sandbox answers on 127.0.0.1 only' });
    return;
  }
  const { hubspot, pools, assets, cardsDir } = rooms;
  if (request.method === 'POST') {
    const origin = request.headers.origin;
    if (origin !== undefined && origin !== `http://${request.headers.host ?? ''}`) {
      send(response, 403, { error: 'not from this page' });
      return;
    }
    if (url.pathname === '/api/reset') {
      hubspot.reset();
      send(response, 200, { reset: true });
      return;
    }
    if (url.pathname === '/api/function') {
      const body = FunctionBody.safeParse(await jsonOf(request));
      const pool = body.success ? pools.get(body.data.portalId) : undefined;
      if (!body.success || pool === undefined) {
        send(response, 400, { error: 'not a function call' });
        return;
      }
      const { serverlessFunction, objectQuery, parameters, event } = body.data;
      const answered = await pool.call(serverlessFunction, {
        ...(objectQuery === undefined ? {} : { objectQuery }),
        parameters,
        event,
      });
      send(response, answered.ok ? 200 : 400, answered);
      return;
    }
  }
  if (request.method === 'GET') {
    const asset = assets.get(url.pathname);
    if (asset !== undefined) {
      sendText(
        response,
        asset,
        CONTENT_TYPES[path.extname(url.pathname)] ?? 'text/html; charset=utf-8',
      );
      return;
    }
    const card = /^\/cards\/(\w+\.js)$/.exec(url.pathname)?.[1];
    const cardText = card === undefined ? undefined : await fileAt(path.join(cardsDir, card));
    if (cardText !== undefined) {
      sendText(response, cardText.toString('utf8'), 'text/javascript; charset=utf-8');
      return;
    }
    const font = /^\/fonts\/((?:files\/)?[\w-]+\.(?:css|woff2))$/.exec(url.pathname)?.[1];
    const fontFile = font === undefined ? undefined : await fileAt(path.join(FONTS, font));
    if (font !== undefined && fontFile !== undefined) {
      response.writeHead(200, {
        'content-type': font.endsWith('.css') ? 'text/css' : 'font/woff2',
        'cache-control': 'max-age=86400',
      });
      response.end(fontFile);
      return;
    }
    if (url.pathname === '/api/scenarios') {
      const portals = hubspot.portals.map(({ id, name, timeZone, appId }) => ({
        id,
        name,
        timeZone,
        appId,
        privacySettings: hubspot.settings(id).privacySettings,
        edition: hubspot.settings(id).edition,
      }));
      send(response, 200, {
        portals,
        scenarios: scenarios.map(({ id, portalId, contactId, title, story }) => ({
          id,
          portalId,
          contactId,
          title,
          story,
        })),
      });
      return;
    }
    const record = /^\/api\/record\/(\d+)\/(\d+)$/.exec(url.pathname);
    const found = record === null ? undefined : hubspot.contact(Number(record[1]), record[2] ?? '');
    if (found !== undefined) {
      send(response, 200, found);
      return;
    }
  }
  send(response, 404, { error: `nothing at ${url.pathname}` });
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Page and worker, bundled at start: the sandbox needs no build step of its own. */
async function pageAssets(): Promise<ReadonlyMap<string, string>> {
  const bundles = await build({
    absWorkingDir: ROOT,
    entryPoints: {
      page: 'sandbox/record-page/page.tsx',
      worker: 'sandbox/worker/worker.ts',
    },
    bundle: true,
    write: false,
    outdir: 'build/sandbox',
    format: 'iife',
    target: 'es2022',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw: { compilerOptions: { jsx: 'react' } },
  });
  const page = path.join(import.meta.dirname, 'record-page');
  return new Map([
    ['/', await readFile(path.join(page, 'page.html'), 'utf8')],
    ['/page.css', await readFile(path.join(page, 'page.css'), 'utf8')],
    ...bundles.outputFiles.map(({ path: at, text }) => [`/${path.basename(at)}`, text] as const),
  ]);
}

/** A file that is not there is no failure of the sandbox. */
async function fileAt(at: string): Promise<Buffer | undefined> {
  return await readFile(at).catch(() => undefined);
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > BODY_LIMIT) return undefined;
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}

function sendText(response: ServerResponse, text: string, type: string): void {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(text);
}

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
