/**
 * HubSpot keeps addresses in small letters. Letters that only look or fold alike, such as the sign for kelvin, make
 * another address, which is never written to.
 */
export function isSameAddress(one: string | undefined, other: string | undefined): boolean {
  return asciiLower(one) === asciiLower(other);
}

/** In the letters that HubSpot keeps. */
export function asciiLower<T extends string | undefined>(address: T): T {
  return address?.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) as T;
}
