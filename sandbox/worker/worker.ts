import { createRemoteRoot, type RemoteChannel } from '@remote-ui/core';
import * as RemoteUI from '@remote-ui/react';
import { createEndpoint, retain } from '@remote-ui/rpc';
import * as React from 'react';
import type { Answered } from '../record-page/call-function.ts';
import { Boundary } from './boundary.ts';

/**
 * What HubSpot's worker gives a built card before it loads it. HubSpot publishes neither its worker nor
 * its page; the names are those the SDK reads (`@hubspot/ui-extensions` 0.17, worker globals).
 */
interface PageSide {
  log(level: string, message: string): void;
  failed(message: string): void;
  serverless(uid: string, options: object): Promise<Answered>;
  readProperties(names: readonly string[]): Promise<Readonly<Record<string, string>>>;
}

interface CardApi {
  readonly context: object;
  readonly actions: object;
}

const endpoint = createEndpoint<PageSide>({
  postMessage: (message, transferables) => {
    self.postMessage(message, { transfer: transferables ?? [] });
  },
  addEventListener: (type, listener) => {
    self.addEventListener(type, listener as EventListener);
  },
  removeEventListener: (type, listener) => {
    self.removeEventListener(type, listener as EventListener);
  },
});
const page = endpoint.call;

const Api = React.createContext<CardApi | undefined>(undefined);
let draw: ((api: CardApi) => React.ReactElement) | undefined;

function useApi(): CardApi {
  const api = React.useContext(Api);
  if (api === undefined) throw new Error('a hook was used outside hubspot.extend');
  return api;
}

function logger(level: string) {
  return (message: unknown) => void page.log(level, String(message));
}

/** `hubspot.serverless`: the function's own value, or a rejection. */
async function serverless(uid: string, options: object = {}): Promise<unknown> {
  const answered = await page.serverless(uid, options);
  if (!answered.ok) throw new Error(answered.error);
  return answered.response;
}

/** The older door, which never rejects. */
async function runServerlessFunction({ name, ...options }: { readonly name: string }) {
  const answered = await page.serverless(name, options);
  return answered.ok
    ? { status: 'SUCCESS', response: answered.response }
    : { status: 'ERROR', message: answered.error };
}

/** The SDK's hooks read a response's JSON and nothing else of it. */
async function json(reading: Promise<unknown>) {
  const data = await reading;
  return { json: () => Promise.resolve({ data }) };
}

function notHere(what: string) {
  return () => Promise.reject(new Error(`the sandbox does not have ${what}`));
}

Object.assign(self, {
  __HUBSPOT_EXTENSION_WORKER__: true,
  React,
  RemoteUI,
  extend_V2: (callback: (api: CardApi) => React.ReactElement) => {
    draw = callback;
  },
  logger: {
    debug: logger('debug'),
    info: logger('info'),
    warn: logger('warn'),
    error: logger('error'),
  },
  serverless,
  hsFetch: () => Promise.reject(new Error('this app has no permitted URLs')),
  hsWorkerAPI: {
    useExtensionContext: () => useApi().context,
    useExtensionActions: () => useApi().actions,
    useExtensionApi: useApi,
    fetchCrmProperties: (names: readonly string[]) => json(page.readProperties(names)),
    fetchAssociations: notHere('useAssociations'),
    fetchCrmSearch: notHere('useCrmSearch'),
    formatCrmProperties: notHere('formatting CRM properties'),
    fetchHubSpotApi: notHere('HubSpot API calls from a card'),
  },
});

endpoint.expose({
  load(bundle: string) {
    (self as unknown as { importScripts(url: string): void }).importScripts(bundle);
    return draw !== undefined;
  },
  render(channel: RemoteChannel, context: object, actions: object) {
    retain(channel);
    retain(actions);
    const root = createRemoteRoot(channel, { strict: false });
    const api = { context, actions, runServerlessFunction };
    RemoteUI.createRoot(root).render(
      React.createElement(
        Boundary,
        { onFailed: (message) => void page.failed(message) },
        React.createElement(Api.Provider, { value: api }, draw?.(api)),
      ),
    );
    void root.mount();
  },
});
