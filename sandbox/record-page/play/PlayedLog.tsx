import * as React from 'react';
import type { Listing, Played, StageView } from '../../stage/view.ts';
import type { Language } from '../words.ts';
import { moment, namesIn, playWords } from './words/index.ts';

const SHOWN = 8;

/** What was played by hand, newest first; what acts later says so. */
export function PlayedLog(props: {
  readonly timeZone: string;
  readonly listing: Listing;
  readonly view: StageView;
  readonly language: Language;
}) {
  const { timeZone, listing, view, language } = props;
  const { act: said, date, played: words } = playWords[language];
  const names = namesIn(listing, language);
  const sentence = ({ what }: Played) =>
    what.kind === 'act' ? said(what.act, names) : date.moved(moment(what.to, language, timeZone));
  return (
    <section className="play-log">
      <h2>{words.title}</h2>
      {view.played.length === 0 ? <p className="play-micro">{words.none}</p> : null}
      <ul role="log" aria-label={words.title}>
        {view.played
          .slice(-SHOWN)
          .reverse()
          .map((entry, index) => (
            <li key={index} className={entry.actsAt > view.now ? 'waiting' : 'done'}>
              <time dateTime={new Date(entry.at).toISOString()}>
                {moment(entry.at, language, timeZone)}
              </time>
              {entry.actsAt > view.now
                ? words.waiting(Math.ceil((entry.actsAt - view.now) / 1_000), sentence(entry))
                : sentence(entry)}
            </li>
          ))}
      </ul>
    </section>
  );
}
