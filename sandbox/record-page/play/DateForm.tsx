import * as React from 'react';
import { useState } from 'react';
import type { StageView } from '../../stage/view.ts';
import type { Language } from '../words.ts';
import { Count } from './fields.tsx';
import type { Asking } from './use-stage.ts';
import { day, moment, playWords } from './words/index.ts';

/** Moves the sandbox's date forward; it never goes back but by a reset. */
export function DateForm(props: {
  readonly portalId: number;
  readonly timeZone: string;
  readonly view: StageView;
  readonly language: Language;
  readonly ask: Asking['ask'];
}) {
  const { portalId, timeZone, view, language, ask } = props;
  const words = playWords[language];
  const [days, setDays] = useState(7);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void ask('/api/date', { days });
      }}
    >
      <p className="play-micro">{words.now(moment(view.now, language, timeZone))}</p>
      <Count label={words.date.days} value={days} min={1} max={400} onChange={setDays} />
      <button type="submit">{words.date.move}</button>
      <button
        type="button"
        disabled={!view.has.marketingContacts}
        onClick={() => {
          void ask('/api/date', { to: 'next-update-date', portalId });
        }}
      >
        {words.date.toNextUpdate(day(view.nextUpdateAt, language, timeZone))}
      </button>
      {view.has.marketingContacts ? null : (
        <p className="play-why">{words.notPlayable['no-marketing-contacts']}</p>
      )}
    </form>
  );
}
