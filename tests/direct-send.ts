import type { Answered, Asked } from '../sandbox/emulator/core/http.ts';
import type { Send } from '../src/app/gateway/hubspot/http/send.ts';

interface Emulator {
  readonly handle: (asked: Asked) => Answered;
}

/**
 * Hands requests to the emulated HubSpot without a socket, which takes a fraction of the time. An answer that the
 * emulator's server would delay, cut off or never give is delayed, cut off or never given here too.
 */
export function directSend(hubspot: Emulator): Send {
  return async ({ method, url, headers, body }, signal) => {
    // As with a socket, requests that go out together are under way together.
    await new Promise((resolve) => setImmediate(resolve));
    const { delivery, ...answer } = hubspot.handle({
      method,
      path: `${url.pathname}${url.search}`,
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
      ),
      body,
    });
    if (delivery === undefined) return answer;
    if ('cut' in delivery) throw new Error('connection closed');
    return new Promise((resolve, reject) => {
      const timer =
        'never' in delivery
          ? undefined
          : setTimeout(() => {
              resolve(answer);
            }, delivery.afterMs);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(new Error('aborted'));
      });
    });
  };
}

/** An origin for a gateway that sends directly; nothing listens there. */
export const DIRECT_ORIGIN = 'http://127.0.0.1:1';
