import type { OverallSignals } from '#policy/verdict.ts';

/** In the order in which they are shown. */
export const SIGNALS = ['consent', 'deliverability', 'billing'] as const;

/** The colour of a status tag, as HubSpot's `StatusTag` names it. */
type Colour = 'success' | 'warning' | 'danger' | 'default';

const COLOURS: {
  readonly [S in keyof OverallSignals]: Readonly<Record<OverallSignals[S], Colour>>;
} = {
  consent: {
    given: 'success',
    'given-in-part': 'success',
    'not-needed': 'default',
    'pending-confirmation': 'warning',
    'against-objection': 'danger',
    'objection-unclear': 'warning',
    off: 'danger',
    unknown: 'default',
  },
  deliverability: {
    on: 'success',
    'may-leave-out': 'warning',
    off: 'danger',
    unknown: 'default',
  },
  billing: { on: 'success', off: 'danger', unknown: 'default' },
};

export function colourOf<S extends keyof OverallSignals>(name: S, signals: OverallSignals): Colour {
  return COLOURS[name][signals[name]];
}
