import type { RecordPage } from './record-page.ts';
import type { Reading } from './words/reading.ts';

/** What every part of the tab is drawn with. */
export interface Drawing {
  readonly reading: Reading;
  readonly page: RecordPage;
}
