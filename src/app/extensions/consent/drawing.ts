import type { Ask } from './ask.ts';
import type { RecordPage } from './record-page.ts';
import type { Reading } from './words/reading.ts';

/** What every part of the tab is drawn with. */
export interface Drawing {
  readonly ask: Ask;
  readonly reading: Reading;
  readonly page: RecordPage;
  /** The id of each click. */
  readonly newId: () => string;
  /** Shows an event of the past, where there is a timeline to show it in. */
  readonly onShowEvent?: ((eventId: string) => void) | undefined;
}
