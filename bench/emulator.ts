import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import { fileURLToPath } from 'node:url';
import { readConsent } from '../src/app/app.functions/read-consent.ts';
import { hubSpot } from '../src/app/gateway/hubspot/hubspot.ts';
import { policyWith } from '../src/app/policy/default-policy.ts';
import { CAREFUL_ORGANISATION } from '../src/app/policy/organisation.ts';
import { createHubSpotOnDesk } from '../sandbox/emulator/index.ts';
import { NEWSLETTER, SEMINARS } from '../sandbox/emulator/hubspot/portals.ts';

const PORTAL = 1002;
const TOKEN = 'pat-sandbox-1002';
const CONTACTS = 100_000;
const FIRST_ID = 1_000_000;
const LANES = 32;
const PACE = 1_000;
const SECONDS = 8;

interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/**
 * How fast the emulated HubSpot is with 100,000 contacts, so that load tests measure the product and not it.
 * The calls are those that `read-consent` makes, for random contacts; the emulator runs in a process of its
 * own, on one core. Printed, never asserted: the machine decides.
 */
async function benchEmulator(): Promise<void> {
  const mix = await callsOfReadConsent();
  console.log(`call mix of read-consent: ${String(mix.length)} calls, history included`);
  const child = fork(fileURLToPath(import.meta.url), ['serve'], { execArgv: process.execArgv });
  const { origin, loadSeconds } = await said<{ origin: string; loadSeconds: number }>(child);
  console.log(`${String(CONTACTS)} contacts with their past loaded in ${loadSeconds.toFixed(1)} s`);
  try {
    const calls = caller(origin, mix);
    await calls.asFastAsPossible(2);
    const most = await calls.asFastAsPossible(SECONDS);
    console.log(`as fast as it can: ${most.perSecond.toFixed(0)} calls/s, ${shown(most.times)}`);
    const paced = await calls.at(PACE, SECONDS);
    console.log(
      `at ${String(PACE)} calls/s: ${paced.perSecond.toFixed(0)} calls/s, ${shown(paced.times)}`,
    );
  } finally {
    child.kill();
  }
}

/** What the product really asks, with the contact's id and address left open. */
async function callsOfReadConsent(): Promise<readonly Recorded[]> {
  const recorded: Recorded[] = [];
  const desk = createHubSpotOnDesk();
  const server = await desk.listen();
  const proxy = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const asked = {
        method: request.method ?? 'GET',
        path: request.url ?? '/',
        body: Buffer.concat(parts).toString('utf8'),
      };
      recorded.push(asked);
      const headers = { authorization: request.headers.authorization ?? '' };
      const answer = desk.handle({ ...asked, headers });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  const address = proxy.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  for (const part of ['glance', 'history'] as const) {
    await readConsent(
      {
        parameters: { part },
        propertiesToSend: { hs_object_id: '203', email: 'contact-203@example.com' },
      },
      {
        hubspot: hubSpot({ token: TOKEN, origin: `http://127.0.0.1:${String(port)}` }),
        policy: policyWith([]),
        organisation: CAREFUL_ORGANISATION,
        now: () => desk.clock.now(),
        wait: () => Promise.resolve(),
        correlationId: 'bench',
        log: () => undefined,
      },
    );
  }
  proxy.close();
  await server.close();
  return recorded;
}

interface Times {
  readonly perSecond: number;
  /** Milliseconds of each call, sorted. */
  readonly times: readonly number[];
}

function caller(origin: string, mix: readonly Recorded[]) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: LANES });
  let made = 0;
  const one = () => {
    made += 1;
    const call = mix[made % mix.length];
    const contact = FIRST_ID + ((made * 7919) % CONTACTS);
    const path = (call?.path ?? '/')
      .replace('/203', `/${String(contact)}`)
      .replace('contact-203', `contact-${String(contact)}`);
    return new Promise<number>((resolve, reject) => {
      const began = performance.now();
      const request = http.request(
        `${origin}${path}`,
        { method: call?.method ?? 'GET', agent, headers: { authorization: `Bearer ${TOKEN}` } },
        (response) => {
          if (response.statusCode !== 200)
            reject(new Error(`${path}: ${String(response.statusCode)}`));
          response.resume().once('end', () => {
            resolve(performance.now() - began);
          });
        },
      );
      request.once('error', reject).end(call?.body);
    });
  };
  const timed = async (run: (times: number[]) => Promise<void>): Promise<Times> => {
    const times: number[] = [];
    const began = performance.now();
    await run(times);
    const perSecond = times.length / ((performance.now() - began) / 1000);
    return { perSecond, times: times.sort((a, b) => a - b) };
  };
  return {
    asFastAsPossible: (seconds: number) =>
      timed(async (times) => {
        const end = performance.now() + seconds * 1000;
        const lane = async () => {
          while (performance.now() < end) times.push(await one());
        };
        await Promise.all(Array.from({ length: LANES }, lane));
      }),
    /** Calls are begun at their time, whether those before have been answered or not. */
    at: (perSecond: number, seconds: number) =>
      timed(async (times) => {
        const began = performance.now();
        const under: Promise<unknown>[] = [];
        for (let sent = 0; sent < perSecond * seconds;) {
          const due = Math.floor(((performance.now() - began) / 1000) * perSecond);
          for (; sent < Math.min(due, perSecond * seconds); sent += 1) {
            under.push(one().then((time) => times.push(time)));
          }
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
        await Promise.all(under);
      }),
  };
}

function shown(times: readonly number[]): string {
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  return `median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, 99th ${at(0.99)} ms`;
}

/** The emulator's own process: loads the contacts, listens, and says where. */
async function serve(): Promise<void> {
  const hubspot = createHubSpotOnDesk({ scenarios: [] });
  const began = performance.now();
  for (let at = 0; at < CONTACTS; at += 1) load(hubspot, String(FIRST_ID + at), at);
  const loadSeconds = (performance.now() - began) / 1000;
  const { origin } = await hubspot.listen();
  process.send?.({ origin, loadSeconds });
}

/** All came by a form; every third opted out of one type, every seventh of everything. */
function load(hubspot: ReturnType<typeof createHubSpotOnDesk>, contactId: string, at: number) {
  hubspot.act(PORTAL, {
    act: 'create',
    contactId,
    properties: {
      email: `contact-${contactId}@example.com`,
      firstname: 'Contact',
      lastname: contactId,
      hs_marketable_status: 'true',
    },
  });
  hubspot.act(PORTAL, { act: 'contact-form', contactId, typeId: SEMINARS, ticked: true });
  hubspot.act(PORTAL, {
    act: 'contact-preferences',
    contactId,
    typeId: NEWSLETTER,
    to: 'SUBSCRIBED',
  });
  if (at % 3 === 0) hubspot.act(PORTAL, { act: 'contact-link', contactId, typeId: NEWSLETTER });
  if (at % 7 === 0) hubspot.act(PORTAL, { act: 'contact-link-everything', contactId });
}

async function said<T>(child: ChildProcess): Promise<T> {
  const [message] = (await once(child, 'message')) as [T];
  return message;
}

await (process.argv[2] === 'serve' ? serve() : benchEmulator());
