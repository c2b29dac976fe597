import { domainToASCII, domainToUnicode } from 'node:url';
import { asciiLower, isSameAddress } from '../same-address.ts';

/**
 * Whether something that HubSpot sent is about this address. Spaces around it, capital letters and the two spellings of
 * an international domain (`bücher.example`, `xn--bcher-kva.example`; RFC 5891) make no other address. Letters that
 * IDNA would fold into others do: such a row is somebody else's.
 */
export function isOfAddress(sent: string, address: string): boolean {
  return isSameAddress(withAsciiDomain(sent), withAsciiDomain(address));
}

function withAsciiDomain(text: string): string {
  const address = text.trim();
  const domainAt = address.lastIndexOf('@') + 1;
  const domain = asciiLower(address.slice(domainAt));
  const ascii = domainToASCII(domain);
  return domainToUnicode(ascii) === domain ? address.slice(0, domainAt) + ascii : address;
}
