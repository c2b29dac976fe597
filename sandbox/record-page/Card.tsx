import { createController, createRemoteReceiver, RemoteRenderer } from '@remote-ui/react/host';
import { createEndpoint, fromWebWorker, retain } from '@remote-ui/rpc';
import * as React from 'react';
import { useEffect, useMemo, useState } from 'react';
import { components } from './components/index.ts';
import type { RecordChanges } from './record-changes.ts';

const controller = createController(components);

export interface CardContext {
  readonly location: 'crm.record.tab' | 'crm.record.sidebar';
  readonly user: object;
  readonly portal: { readonly id: number; readonly timezone: string };
  readonly crm: { readonly objectId: number; readonly objectTypeId: string };
  readonly extension: {
    readonly appId: number;
    readonly appName: string;
    readonly cardTitle: string;
  };
  readonly variables: object;
}

interface WorkerSide {
  load(bundle: string): Promise<boolean>;
  render(channel: unknown, context: CardContext, actions: object): Promise<void>;
}

/** Calls of the card to functions, in order; the browser tests read them. */
declare global {
  interface Window {
    serverlessCalls: { uid: string; options: unknown }[];
  }
}
window.serverlessCalls = [];

/** One built card in a worker of its own, drawn into the page. */
export function Card(props: {
  readonly bundle: string;
  readonly context: CardContext;
  readonly changes: RecordChanges;
  readonly failed: string;
}) {
  const { bundle, context, changes, failed } = props;
  const receiver = useMemo(() => createRemoteReceiver(), []);
  const [error, setError] = useState<string>();

  useEffect(() => {
    const worker = new Worker('/worker.js');
    const endpoint = createEndpoint<WorkerSide>(fromWebWorker(worker));
    endpoint.expose({
      log: (level: string, message: string) => {
        console.log(level, message);
      },
      serverless: (uid: string, options: ServerlessOptions) => callFunction(uid, options, context),
    });
    const stops: (() => void)[] = [];
    const actions = {
      addAlert: () => undefined,
      refreshObjectProperties: () => {
        changes.announce();
      },
      reloadPage: () => {
        window.location.reload();
      },
      copyTextToClipboard: (text: string) => navigator.clipboard.writeText(text),
      onCrmPropertiesUpdate: (_names: unknown, callback: (properties: object) => void) => {
        retain(callback);
        stops.push(changes.listen(() => void callback({})));
      },
    };
    (async () => {
      if (!(await endpoint.call.load(`/cards/${bundle}.js`))) throw new Error('no hubspot.extend');
      await endpoint.call.render(receiver.receive, context, actions);
    })().catch((reason: unknown) => {
      setError(String(reason));
    });
    return () => {
      for (const stop of stops) stop();
      worker.terminate();
    };
  }, [bundle, context, changes, receiver]);

  if (error !== undefined) return <p role="alert">{`${failed}: ${error}`}</p>;
  return <RemoteRenderer receiver={receiver} controller={controller} />;
}

interface ServerlessOptions {
  readonly propertiesToSend?: readonly string[];
  readonly parameters?: unknown;
}

/** As HubSpot's page does: the open record is named by the page, its properties are read by the other side. */
async function callFunction(
  uid: string,
  options: ServerlessOptions,
  context: CardContext,
): Promise<unknown> {
  window.serverlessCalls.push({ uid, options });
  const response = await fetch('/api/function', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      portalId: context.portal.id,
      serverlessFunction: uid,
      objectQuery: { ...context.crm, objectPropertyNames: options.propertiesToSend ?? [] },
      parameters: options.parameters,
    }),
  });
  const answered = (await response.json()) as { ok?: boolean; response?: unknown; error?: string };
  if (!answered.ok) throw new Error(answered.error ?? 'the function failed');
  return answered.response;
}
