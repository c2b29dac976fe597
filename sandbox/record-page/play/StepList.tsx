import * as React from 'react';
import type { Listing, StageView } from '../../stage/view.ts';
import type { Language } from '../words.ts';
import type { Asking } from './use-stage.ts';
import { moment, namesIn, playWords } from './words/index.ts';

/** A scenario's story, act by act, and the buttons to tell it again. */
export function StepList(props: {
  readonly scenario: Listing['scenarios'][number];
  readonly timeZone: string;
  readonly listing: Listing;
  readonly view: StageView;
  readonly language: Language;
  readonly ask: Asking['ask'];
}) {
  const { scenario, timeZone, listing, view, language, ask } = props;
  const { act: said, steps: words } = playWords[language];
  const names = namesIn(listing, language);
  const { acts } = scenario;
  const { told } = view;
  const tell = (steps: number) => () => {
    void ask('/api/retell', { scenario: scenario.id, steps });
  };
  // The cards' language, which may be another than the page's, is in the address.
  const link = new URLSearchParams(window.location.search);
  link.set('contact', scenario.id);
  link.set('steps', String(told));
  return (
    <section className="play-steps" aria-label={words.title}>
      <h2>{words.title}</h2>
      <div className="play-buttons">
        <button type="button" onClick={tell(1)}>
          {words.first}
        </button>
        <button type="button" disabled={told >= acts.length} onClick={tell(told + 1)}>
          {words.next}
        </button>
        <button type="button" disabled={told >= acts.length} onClick={tell(acts.length)}>
          {words.last}
        </button>
      </div>
      <p className="play-micro" role="status">
        {words.progress(told, acts.length)} <a href={`?${link.toString()}`}>{words.link}</a>
      </p>
      <ol>
        {acts.map(({ at, act }, index) => (
          <li
            key={index}
            className={index < told ? 'told' : 'untold'}
            aria-current={index === told - 1 ? 'step' : undefined}
          >
            <time dateTime={at}>{moment(Date.parse(at), language, timeZone)}</time>
            {said(act, names)}
            {index < told ? null : <em>{` (${words.notYet})`}</em>}
          </li>
        ))}
      </ol>
    </section>
  );
}
