/** The record on which a card is open, and the properties its call asked for. */
export interface OpenRecord {
  readonly objectId: number | string;
  readonly objectTypeId: string;
  readonly objectPropertyNames: readonly string[];
}

const READ_TIMEOUT_MS = 10_000;

/**
 * HubSpot reads `propertiesToSend` itself, of the record that is open, with the app's token: a card can't
 * make them up. `undefined` when the record could not be read.
 */
export async function propertiesToSend(
  record: OpenRecord | undefined,
  env: Readonly<Record<string, string>>,
): Promise<Record<string, unknown> | undefined> {
  if (record === undefined || record.objectPropertyNames.length === 0) return {};
  const names = record.objectPropertyNames.map(encodeURIComponent).join(',');
  const type = encodeURIComponent(record.objectTypeId);
  const id = encodeURIComponent(record.objectId);
  try {
    const response = await fetch(
      `${env['HUBSPOT_API_ORIGIN'] ?? ''}/crm/v3/objects/${type}/${id}?properties=${names}`,
      {
        headers: { authorization: `Bearer ${env['PRIVATE_APP_ACCESS_TOKEN'] ?? ''}` },
        signal: AbortSignal.timeout(READ_TIMEOUT_MS),
      },
    );
    if (!response.ok) return undefined;
    const { properties } = (await response.json()) as { properties: Record<string, unknown> };
    return Object.fromEntries(
      record.objectPropertyNames.flatMap((name) =>
        Object.hasOwn(properties, name) ? [[name, properties[name]]] : [],
      ),
    );
  } catch {
    return undefined;
  }
}
