import { createRemoteReceiver, RemoteRenderer } from '@remote-ui/react/host';
import { createEndpoint, fromWebWorker } from '@remote-ui/rpc';
import * as React from 'react';
import { useEffect, useMemo, useState } from 'react';
import { actionsOf } from './actions.ts';
import type { Alerts } from './alerts.tsx';
import { callFunction } from './call-function.ts';
import type { CardContext } from './context.ts';
import { controller } from './controller.ts';
import { overlays, OverlaysOfCard } from './overlays.ts';
import type { RecordChanges } from './record-changes.ts';

interface WorkerSide {
  load(bundle: string): Promise<boolean>;
  render(channel: unknown, context: CardContext, actions: object): Promise<void>;
}

/** One built card in a worker of its own, drawn into the page. */
export function Card(props: {
  readonly bundle: string;
  readonly context: CardContext;
  readonly changes: RecordChanges;
  readonly alerts: Alerts;
  readonly failed: string;
  /** A function has answered the card: what HubSpot holds may have changed. */
  readonly onCall: () => Promise<void>;
}) {
  const { bundle, context, changes, alerts, failed, onCall } = props;
  const receiver = useMemo(() => createRemoteReceiver(), []);
  const ofCard = useMemo(() => overlays(), []);
  const [error, setError] = useState<string>();

  useEffect(() => {
    const worker = new Worker('/worker.js');
    // What a card throws outside its drawing, in a timer of its own for example.
    worker.onerror = ({ message }) => {
      setError(message);
    };
    const endpoint = createEndpoint<WorkerSide>(fromWebWorker(worker));
    const { actions, read, stop } = actionsOf({ context, changes, alerts, overlays: ofCard });
    endpoint.expose({
      log: (level: string, message: string) => {
        console.log(level, message);
      },
      failed: setError,
      serverless: async (uid: string, options: object) => {
        const answered = await callFunction(uid, options, context);
        void onCall();
        return answered;
      },
      readProperties: read,
    });
    (async () => {
      if (!(await endpoint.call.load(`/cards/${bundle}.js`))) throw new Error('no hubspot.extend');
      await endpoint.call.render(receiver.receive, context, actions);
    })().catch((reason: unknown) => {
      setError(String(reason));
    });
    return () => {
      stop();
      worker.terminate();
    };
  }, [bundle, context, changes, alerts, onCall, ofCard, receiver]);

  if (error !== undefined) return <p role="alert">{`${failed}: ${error}`}</p>;
  return (
    <OverlaysOfCard.Provider value={ofCard}>
      <RemoteRenderer receiver={receiver} controller={controller} />
    </OverlaysOfCard.Provider>
  );
}
