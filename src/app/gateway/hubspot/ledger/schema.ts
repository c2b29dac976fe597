import type { HubSpotClient } from '../client.ts';
import { readEntrySchema, type EntrySchema } from '../entry-schema.ts';

/**
 * When the account was last seen to have all that the record needs, in milliseconds since the epoch. Whoever holds it
 * may keep it for as long as the process lives, which is one account's.
 */
export interface SeenWhole {
  at?: number;
}

/** So long a look is believed: somebody would have to remove a property of ours, and what is then written is refused. */
const BELIEVED_MS = 60_000;

/**
 * The record's object as one question sees it: looked at once, since the schema serves whoever reads and whoever
 * appends. That something is missing is never remembered: it is set up by another function.
 */
export class LedgerSchema {
  private asked: Promise<EntrySchema> | undefined;
  private readonly hubspot: HubSpotClient;
  private readonly now: () => number;
  private readonly seenWhole: SeenWhole;

  constructor(hubspot: HubSpotClient, now: () => number, seenWhole: SeenWhole = {}) {
    this.hubspot = hubspot;
    this.now = now;
    this.seenWhole = seenWhole;
  }

  /** Throws `HubSpotTrouble`; then the next one looks again. */
  look(): Promise<EntrySchema> {
    this.asked ??= this.lookAgain().catch((error: unknown) => {
      this.asked = undefined;
      throw error;
    });
    return this.asked;
  }

  /** After a refusal. What was seen to be missing is missing; anything else is looked at again. */
  async isLacking(): Promise<boolean> {
    const seen = await this.asked?.catch(() => undefined);
    if (seen !== undefined && seen.state !== 'there') return true;
    return (await this.lookAgain()).state !== 'there';
  }

  private async lookAgain(): Promise<EntrySchema> {
    const schema = await readEntrySchema(this.hubspot);
    if (schema.state === 'there') this.seenWhole.at = this.now();
    else delete this.seenWhole.at;
    return schema;
  }

  /** Costs no call where this was seen a moment ago, or is being looked at. Throws `HubSpotTrouble`. */
  async isWhole(): Promise<boolean> {
    const { at } = this.seenWhole;
    const age = at === undefined ? undefined : this.now() - at;
    const isFresh = age !== undefined && age >= 0 && age < BELIEVED_MS;
    if (this.asked === undefined && isFresh) return true;
    return (await this.look()).state === 'there';
  }
}
