/** What a card asks of the page around it: those of HubSpot's actions that it uses. A test hands in others. */
export interface RecordPage {
  readonly refreshObjectProperties: () => void;
  readonly onCrmPropertiesUpdate: (names: '*', callback: () => void) => void;
  /** Closes a modal by its id. */
  readonly closeOverlay: (id: string) => void;
  readonly copyTextToClipboard: (text: string) => Promise<unknown>;
}
