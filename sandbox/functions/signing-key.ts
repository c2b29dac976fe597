import { createHash } from 'node:crypto';

/** Public, and so is the key that it makes: it protects nothing, and is the same in every run. */
const SENTENCE = 'Consent Card sandbox: whoever reads this sentence has the key.';

/** What an Ed25519 private key in PKCS8 begins with (RFC 8410 §7); the seed follows. */
const HEAD = '302e020100300506032b657004220420';

/** The sandbox's `CONSENT_CARD_LEDGER_KEY`, as `npm run ledger -- keys` would print one. */
export const SANDBOX_SIGNING_KEY = Buffer.from(
  HEAD + createHash('sha256').update(SENTENCE).digest('hex'),
  'hex',
).toString('base64');
