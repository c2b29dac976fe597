import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';

/** What a hash or a signature is about. Bytes made for one purpose never pass for another's. */
type Purpose = 'chain' | 'statement' | 'entry' | 'personal';

/**
 * The bytes that are hashed and signed: a line with product, format version and purpose, then the value as
 * canonical JSON (RFC 8785), in UTF-8. The order in which keys were written never matters.
 * Throws on what JSON can't say, such as NaN or half of a surrogate pair.
 */
export function bytesOf(purpose: Purpose, value: object): Buffer {
  return Buffer.from(`consent-card/ledger/1/${purpose}\n${canonicalize(value) ?? ''}`, 'utf8');
}

/** SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
