import type { CardContext } from './context.ts';

interface ServerlessOptions {
  readonly propertiesToSend?: readonly string[];
  readonly parameters?: unknown;
  readonly payload?: unknown;
}

/** What a function answered, or one plain sentence; as a value, since a rejection would be raised on both sides. */
export type Answered =
  | { readonly ok: true; readonly response: unknown }
  | { readonly ok: false; readonly error: string };

/** Calls of the card to functions, in order; the browser tests read them. */
declare global {
  interface Window {
    serverlessCalls: { uid: string; options: unknown }[];
  }
}
window.serverlessCalls = [];

/** As HubSpot's page does: the open record is named by the page, its properties are read by the other side. */
export async function callFunction(
  uid: string,
  options: ServerlessOptions,
  context: CardContext,
): Promise<Answered> {
  window.serverlessCalls.push({ uid, options });
  const { propertiesToSend, parameters, payload } = options;
  try {
    const response = await fetch('/api/function', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        portalId: context.portal.id,
        serverlessFunction: uid,
        objectQuery: { ...context.crm, objectPropertyNames: propertiesToSend ?? [] },
        parameters,
        ...(payload === undefined ? {} : { event: { type: 'SERVERLESS_ACTION_HOOK', payload } }),
      }),
    });
    const answered = (await response.json()) as {
      ok?: boolean;
      response?: unknown;
      error?: string;
    };
    return answered.ok
      ? { ok: true, response: answered.response }
      : { ok: false, error: answered.error ?? 'the function failed' };
  } catch {
    return { ok: false, error: 'the sandbox does not answer' };
  }
}
