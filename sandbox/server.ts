import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BuiltProject } from '../project/build.ts';
import type { HubSpotOnDesk } from './emulator/index.ts';
import { apiOf, type Api } from './server/api.ts';
import { assetsWith, type Assets } from './server/assets.ts';
import { json, jsonOf, listen, send, strangerIn, type Sent } from './server/http.ts';
import { poolsFor } from './server/pools.ts';
import { stageOn, type Stage } from './stage/stage.ts';

export interface Sandbox {
  readonly url: string;
  /** When no function is at work any more, whoever asked and went away. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** The record page, both built cards and both built functions, over an emulated HubSpot. On 127.0.0.1 only. */
export async function startSandbox(settings: {
  readonly port?: number;
  readonly project: BuiltProject;
  readonly hubspot: HubSpotOnDesk;
  readonly stage?: Stage;
  /** Called after everything that may have changed what is stored. */
  readonly onChange?: () => void;
}): Promise<Sandbox> {
  const { hubspot, project, stage = stageOn(hubspot), onChange } = settings;
  const emulator = await hubspot.listen();
  const pools = poolsFor({ hubspot, project, origin: emulator.origin });
  const assets = await assetsWith(project.cardsDir);
  const api = apiOf({ hubspot, stage, pools });
  const server = createServer((request, response) => {
    answerTo(request, api, assets)
      .catch(() => json(500, { error: 'the sandbox failed' }))
      .then((sent) => {
        if (request.method === 'POST') onChange?.();
        send(response, sent);
      })
      .catch(() => response.destroy());
  });
  await listen(server, settings.port ?? 0).catch(async (error: unknown) => {
    await emulator.close();
    throw error;
  });
  return {
    idle: () => pools.idle(),
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    async close() {
      pools.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await emulator.close();
    },
  };
}

async function answerTo(request: IncomingMessage, api: Api, assets: Assets): Promise<Sent> {
  const stranger = strangerIn(request);
  if (stranger !== undefined) return stranger;
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const sent =
    request.method === 'POST'
      ? await api.post(pathname, await jsonOf(request))
      : request.method === 'GET'
        ? (api.get(pathname, searchParams) ?? (await assets.at(pathname)))
        : undefined;
  return sent ?? json(404, { error: `nothing at ${pathname}` });
}
