import * as React from 'react';
import type { Listing, Played, StageView } from '../../stage/view.ts';
import type { Language } from '../words.ts';
import type { Refused } from './use-stage.ts';
import { moment, namesIn, playWords } from './words/index.ts';

const SHOWN = 8;

interface PlayedProps {
  readonly timeZone: string;
  readonly listing: Listing;
  readonly view: StageView;
  readonly language: Language;
}

/** What was played by hand, newest first. */
export function PlayedLog(props: PlayedProps) {
  const { timeZone, view, language } = props;
  const { played: words } = playWords[language];
  return (
    <section className="play-log">
      <h2>{words.title}</h2>
      {view.played.length === 0 ? <p className="play-micro">{words.none}</p> : null}
      <ul aria-label={words.title}>
        {view.played
          .slice(-SHOWN)
          .reverse()
          .map((entry, index) => (
            <li key={index} className={entry.actsAt > view.now ? 'waiting' : 'done'}>
              <time dateTime={new Date(entry.at).toISOString()}>
                {moment(entry.at, language, timeZone)}
              </time>
              {sentence(entry, props)}
            </li>
          ))}
      </ul>
    </section>
  );
}

/** What became of the last thing that was asked: always in sight, and read out. */
export function PlayedLast(props: PlayedProps & { readonly refused: Refused | undefined }) {
  const { view, language, refused } = props;
  const words = playWords[language];
  const last = view.played.at(-1);
  if (refused !== undefined) {
    return (
      <p role="alert" className="play-last refused">
        {refused.kind === 'not-played'
          ? words.notPlayable[refused.why]
          : refused.kind === 'not-reached'
            ? words.notReached
            : words.notUnderstood}
      </p>
    );
  }
  return (
    <p role="status" className="play-last">
      {last === undefined ? null : sentence(last, props)}
    </p>
  );
}

/** What acts later says so, and in how many seconds. */
function sentence(
  { what, actsAt }: Played,
  { timeZone, listing, view, language }: PlayedProps,
): string {
  const { act: said, date, played: words } = playWords[language];
  const told =
    what.kind === 'act'
      ? said(what.act, namesIn(listing, language))
      : date.moved(moment(what.to, language, timeZone));
  const ahead = actsAt - view.now;
  return ahead > 0 ? words.waiting(Math.ceil(ahead / 1_000), told) : told;
}
