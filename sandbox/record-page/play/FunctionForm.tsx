import * as React from 'react';
import { useState } from 'react';
import type { FunctionUid } from '../../stage/asked.ts';
import type { StageView } from '../../stage/view.ts';
import type { Language } from '../words.ts';
import { Choice } from './fields.tsx';
import type { Asking } from './use-stage.ts';
import { playWords } from './words/index.ts';

/** Takes one of the app's functions away, or holds its calls back, to see the card wait. */
export function FunctionForm(props: {
  readonly view: StageView;
  readonly language: Language;
  readonly ask: Asking['ask'];
}) {
  const { view, language, ask } = props;
  const { functions: words } = playWords[language];
  const [uid, setUid] = useState<FunctionUid>('read-consent');
  const [is, setIs] = useState<keyof typeof words.states>('held');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void ask('/api/functions', { uid, is });
      }}
    >
      <Choice
        label={words.which}
        value={uid}
        options={(Object.keys(view.functions) as FunctionUid[]).map((one) => [one, one])}
        onChange={setUid}
      />
      <Choice
        label={words.becomes}
        value={is}
        options={Object.entries(words.states) as [typeof is, string][]}
        onChange={setIs}
      />
      <button type="submit">{words.set}</button>
    </form>
  );
}
