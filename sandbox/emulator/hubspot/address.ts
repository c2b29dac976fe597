import type { Assumptions } from './assumptions.ts';

/** Is a text an e-mail address, as HubSpot looks at it? [guess: addressShape] */
export function isAddress(text: string): boolean {
  return /^[^@\s]+@[^@\s]+$/.test(text);
}

/** May consents be kept and read for it? An empty text never is one; see `preferencesCheckAddresses`. */
export function isSubscriber(text: string, { preferencesCheckAddresses }: Assumptions): boolean {
  return preferencesCheckAddresses ? isAddress(text) : text !== '';
}
