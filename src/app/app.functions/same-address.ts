/**
 * HubSpot keeps addresses in small letters. Letters that only look or fold alike, such as the sign for kelvin, make
 * another address, which is never written to.
 */
export function isSameAddress(one: string | undefined, other: string | undefined): boolean {
  return asciiLower(one) === asciiLower(other);
}

function asciiLower(address: string | undefined): string | undefined {
  return address?.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
