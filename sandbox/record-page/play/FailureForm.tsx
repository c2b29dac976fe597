import * as React from 'react';
import { useState } from 'react';
import type { StageView } from '../../stage/view.ts';
import type { Language } from '../words.ts';
import { callOf, CALLS, FAULTS, type CallId, type FaultId } from './calls.ts';
import { Choice, Count } from './fields.tsx';
import { FunctionForm } from './FunctionForm.tsx';
import type { Asking } from './use-stage.ts';
import { playWords } from './words/index.ts';

interface FailureFormProps {
  readonly view: StageView;
  readonly language: Language;
  readonly ask: Asking['ask'];
}

/** Makes the next calls to HubSpot go wrong, shows what still will, and takes it back. */
export function FailureForm({ view, language, ask }: FailureFormProps) {
  const { failures: words } = playWords[language];
  const [call, setCall] = useState<CallId>('everything');
  const [fault, setFault] = useState<FaultId>('busy');
  const [ms, setMs] = useState(2_000);
  const [times, setTimes] = useState(1);
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void ask('/api/failures', { ...CALLS[call], times, fault: FAULTS[fault](ms) });
        }}
      >
        <Choice label={words.call} value={call} options={entries(words.calls)} onChange={setCall} />
        <Choice
          label={words.fault}
          value={fault}
          options={entries(words.faults)}
          onChange={setFault}
        />
        {fault === 'slow' ? (
          <Count label={words.ms} value={ms} min={1} max={60_000} onChange={setMs} />
        ) : null}
        <Count label={words.times} value={times} min={1} max={1_000} onChange={setTimes} />
        <button type="submit">{words.arm}</button>
      </form>
      <Waiting view={view} language={language} ask={ask} />
      <LimitForm view={view} language={language} ask={ask} />
      <FunctionForm view={view} language={language} ask={ask} />
    </>
  );
}

function Waiting({ view: { failures }, language, ask }: FailureFormProps) {
  const { failures: words } = playWords[language];
  return (
    <section className="play-waiting" aria-label={words.waiting}>
      <h3>{words.waiting}</h3>
      {failures.length === 0 ? (
        <p className="play-micro">{words.none}</p>
      ) : (
        <>
          <ul>
            {failures.map((failure, index) => {
              const call = callOf(failure);
              const where = call === undefined ? failure.path : words.calls[call];
              return (
                <li key={index}>{words.one(where, words.met(failure.fault), failure.times)}</li>
              );
            })}
          </ul>
          <button
            type="button"
            onClick={() => {
              void ask('/api/failures/clear', {});
            }}
          >
            {words.clear}
          </button>
        </>
      )}
    </section>
  );
}

function LimitForm({ view, language, ask }: FailureFormProps) {
  const { failures: words } = playWords[language];
  const [limit, setLimit] = useState<'off' | '100' | '190'>(() =>
    view.callLimit === 'off' ? 'off' : view.callLimit === 100 ? '100' : '190',
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void ask('/api/limit', { callsPerTenSeconds: limit === 'off' ? limit : Number(limit) });
      }}
    >
      <Choice
        label={words.limit}
        value={limit}
        options={entries(words.limits)}
        onChange={setLimit}
      />
      <button type="submit">{words.setLimit}</button>
    </form>
  );
}

function entries<K extends string>(said: Readonly<Record<K, string>>): [K, string][] {
  return Object.entries(said) as [K, string][];
}
