/** The properties the card asks HubSpot to send along, read by HubSpot itself for the open record. */
export const PROPERTIES_TO_SEND = ['hs_object_id', 'email'] as const;
