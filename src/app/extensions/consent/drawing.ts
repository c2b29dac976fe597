import type { RecordPage } from './record-page.ts';
import type { Reading } from './words/index.ts';

/** What every part of the tab is drawn with. */
export interface Drawing {
  readonly reading: Reading;
  readonly page: RecordPage;
}
