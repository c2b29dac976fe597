import { createRemoteRoot, type RemoteChannel } from '@remote-ui/core';
import * as RemoteUI from '@remote-ui/react';
import { createEndpoint, retain } from '@remote-ui/rpc';
import * as React from 'react';

/**
 * What HubSpot's worker gives a built card before it loads it. HubSpot publishes neither its worker nor
 * its page; the names are those the SDK reads (`@hubspot/ui-extensions` 0.17, worker globals).
 */
interface PageSide {
  log(level: string, message: string): void;
  serverless(uid: string, options: object): Promise<unknown>;
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
  serverless: (uid: string, options: object) => page.serverless(uid, options),
  hsFetch: () => Promise.reject(new Error('this app has no permitted URLs')),
  hsWorkerAPI: {
    useExtensionContext: () => useApi().context,
    useExtensionActions: () => useApi().actions,
    useExtensionApi: useApi,
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
    const api = { context, actions };
    RemoteUI.createRoot(root).render(
      React.createElement(Api.Provider, { value: api }, draw?.(api)),
    );
    void root.mount();
  },
});
