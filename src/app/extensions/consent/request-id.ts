/**
 * A new id for each click. HubSpot's worker may lack `crypto`, and an id has to be unlike any other rather than
 * secret, so chance and the clock stand in for it.
 */
export function newRequestId(): string {
  const { crypto } = globalThis as { crypto?: { randomUUID?: () => string } };
  return crypto?.randomUUID?.() ?? `${Date.now().toString(36)}-${chance()}-${chance()}`;
}

function chance(): string {
  return Math.random().toString(36).slice(2).padEnd(8, '0');
}
