import type { Failure } from '../emulator/core/failures.ts';
import type { PortalSettings } from '../emulator/hubspot/editions.ts';
import type { CallsPerTenSeconds } from '../emulator/hubspot/limits.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { AskedDate, FunctionIs, FunctionUid, PlayedAct } from './asked.ts';

/** One line of the log: what was played by hand, and when it takes effect. */
export interface Played {
  readonly at: number;
  /** After `at` for what acts later. */
  readonly actsAt: number;
  readonly what:
    | { readonly kind: 'act'; readonly portalId: number; readonly act: PlayedAct }
    | { readonly kind: 'date'; readonly moved: AskedDate; readonly to: number };
}

/** What an edition has, as far as it matters for what can be played. */
interface Has {
  readonly marketingContacts: boolean;
  readonly workflows: boolean;
  readonly functions: boolean;
}

/** The stage as one scenario's page sees it now. Instants in milliseconds since the epoch. */
export interface StageView {
  readonly now: number;
  /** How many of the scenario's acts have been told. */
  readonly told: number;
  /** Oldest first. */
  readonly played: readonly Played[];
  /** When something will next happen by itself in this portal. */
  readonly dueAt: number | undefined;
  readonly nextUpdateAt: number;
  readonly settings: PortalSettings;
  readonly has: Has;
  readonly failures: readonly Failure[];
  readonly callLimit: CallsPerTenSeconds;
  readonly functions: Readonly<Record<FunctionUid, FunctionIs>>;
}

/** A thing with its name in both languages. */
export interface Named<Id> {
  readonly id: Id;
  readonly name: Readonly<Record<'en' | 'ja', string>>;
}

/** What does not change while the sandbox runs. */
export interface Listing {
  readonly portals: readonly {
    readonly id: number;
    readonly name: string;
    readonly timeZone: string;
    readonly appId: number;
    /** The types it has, those of its brands among them. */
    readonly typeIds: readonly string[];
  }[];
  readonly scenarios: readonly (Scenario & { readonly group: 'question' | 'beside' })[];
  readonly types: readonly Named<string>[];
  readonly users: readonly Named<number>[];
  /** The types that a form can opt in to: by a box each, or all of them at once on legitimate interest. */
  readonly forms: readonly (Named<string> & {
    readonly typeIds: readonly string[];
    readonly hasBoxes: boolean;
  })[];
  /** Milliseconds until a workflow acts. */
  readonly workflowDelayMs: number;
}

/** Why an act can't be played here and now. */
export type NotPlayable =
  'no-such-contact' | 'no-such-type' | 'no-address' | 'no-workflows' | 'no-marketing-contacts';
