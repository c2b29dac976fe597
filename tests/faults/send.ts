import type { Answered, Asked } from '../../sandbox/emulator/core/http.ts';
import { hubSpot } from '../../src/app/gateway/hubspot/hubspot.ts';
import type { Send } from '../../src/app/gateway/hubspot/http/send.ts';

/** Sends requests where the network would: it answers, or fails as a broken connection does. */
export function sendThrough(network: (asked: Asked) => Promise<Answered>): Send {
  return ({ method, url, headers, body }) =>
    network({ method, path: `${url.pathname}${url.search}`, headers: lowerCased(headers), body });
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

let loading: Promise<void> | undefined;

/** Loads the parts of HubSpot's client that the plays use: files are read in real time, before virtual time begins. */
export function loadOfficialClient(): Promise<void> {
  return (loading ??= load());
}

async function load(): Promise<void> {
  const { contacts, consents } = hubSpot({
    token: 'pat-test',
    origin: 'http://127.0.0.1:1',
    send: () => Promise.reject(new Error('nothing is sent')),
  });
  await Promise.allSettled([contacts.read('1'), consents.optIn('contact@example.com', '1', {})]);
}
