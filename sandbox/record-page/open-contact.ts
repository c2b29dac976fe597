/** The stored properties of a contact, as HubSpot's own page would show them now. */
export async function readProperties(
  portalId: number,
  contactId: string,
): Promise<Readonly<Record<string, string>>> {
  const response = await fetch(`/api/record/${String(portalId)}/${contactId}`);
  const record = (await response.json()) as {
    properties?: Readonly<Record<string, string>>;
  };
  return record.properties ?? {};
}
