import type { Fault } from '../../../emulator/core/failures.ts';
import type { Act } from '../../../emulator/hubspot/acts.ts';
import type { Edition } from '../../../emulator/hubspot/editions.ts';
import type { FunctionIs } from '../../../stage/asked.ts';
import type { NotPlayable } from '../../../stage/view.ts';
import type { CallId, FaultId } from '../calls.ts';
import type { FieldName, PartId, Role, Values } from '../parts.ts';

/** How things are called in the reader's language. */
export interface Names {
  type(id: string): string;
  form(id: string | undefined): string;
  user(id: number): string;
}

/** The words of the panel. A new act, part or field without words does not compile. */
export interface PlayWords {
  readonly title: string;
  readonly intro: string;
  readonly now: (at: string) => string;
  readonly steps: {
    readonly title: string;
    readonly first: string;
    readonly next: string;
    readonly last: string;
    readonly link: string;
    readonly notYet: string;
    readonly progress: (told: number, all: number) => string;
  };
  /** An act in words, as something that happened. */
  readonly act: (act: Act, names: Names) => string;
  readonly role: Readonly<Record<Role, string>>;
  readonly what: string;
  readonly part: Readonly<Record<PartId, string>>;
  readonly field: Readonly<Record<FieldName, string>>;
  readonly to: Readonly<Record<Values['to'], string>>;
  readonly legalBasis: Readonly<Record<Values['legalBasis'], string>>;
  readonly stage: Readonly<Record<Values['stage'], string>>;
  readonly bounce: Readonly<Record<Values['bounce'], string>>;
  readonly marketing: Readonly<Record<Values['marketing'], string>>;
  readonly edition: Readonly<Record<Edition, string>>;
  readonly onOff: Readonly<Record<Values['onOff'], string>>;
  readonly term: Readonly<Record<Values['term'], string>>;
  readonly when: (delay: string) => Readonly<Record<Values['when'], string>>;
  readonly play: string;
  readonly notPlayable: Readonly<Record<NotPlayable, string>>;
  readonly notUnderstood: string;
  readonly notReached: string;
  readonly date: {
    readonly title: string;
    readonly days: string;
    readonly move: string;
    readonly toNextUpdate: (at: string) => string;
    readonly moved: (to: string) => string;
  };
  readonly failures: {
    readonly title: string;
    readonly call: string;
    readonly calls: Readonly<Record<CallId, string>>;
    readonly fault: string;
    readonly faults: Readonly<Record<FaultId, string>>;
    readonly ms: string;
    readonly times: string;
    readonly arm: string;
    readonly waiting: string;
    readonly none: string;
    readonly clear: string;
    readonly one: (call: string, fault: string, times: number) => string;
    readonly met: (fault: Fault) => string;
    readonly limit: string;
    readonly limits: Readonly<Record<'off' | '100' | '190', string>>;
    readonly setLimit: string;
  };
  readonly functions: {
    readonly which: string;
    readonly becomes: string;
    readonly states: Readonly<Record<FunctionIs, string>>;
    readonly set: string;
  };
  readonly played: {
    readonly title: string;
    readonly none: string;
    readonly waiting: (seconds: number, what: string) => string;
  };
  readonly notInstalled: { readonly title: string; readonly why: string; readonly next: string };
}
