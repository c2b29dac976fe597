import { refusals, type Refusal } from '../refusals.ts';
import { objectRefusals } from './refusals.ts';

/** HubSpot's limits of a batch and of a page, of contacts and records alike. */
export const MOST_INPUTS = 100;
/** With history; a third party's quotation of HubSpot's refusal (hubspot/apis.md §2.4). */
export const MOST_WITH_HISTORY = 50;

export function tooManyToRead(
  inputs: readonly unknown[],
  withHistory: readonly string[],
): Refusal | undefined {
  if (withHistory.length > 0 && inputs.length > MOST_WITH_HISTORY) {
    return refusals.invalid(
      `The maximum number of inputs supported in a batch request for property histories is ${String(MOST_WITH_HISTORY)}`,
    );
  }
  return tooManyInputs(inputs);
}

export function tooManyInputs(inputs: readonly unknown[]): Refusal | undefined {
  return inputs.length > MOST_INPUTS ? objectRefusals.tooMany('inputs', MOST_INPUTS) : undefined;
}
