/** Ids count up from one, so that two runs are equal. The shape is a UUID's, as HubSpot's correlation ids have. */
export function correlationId(call: number): string {
  return `00000000-0000-4000-8000-${String(call).padStart(12, '0')}`;
}
