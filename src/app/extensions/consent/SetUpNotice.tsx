import { Alert, Flex, LoadingButton, Text } from '@hubspot/ui-extensions';
import * as React from 'react';
import { useState } from 'react';
import type { SetUpReply } from '#contract/set-up.ts';
import type { Ask } from './ask.ts';
import { problemLines } from './ProblemNotice.tsx';
import type { By } from './use-glance.ts';
import type { Reading } from './words/reading.ts';
import type { Words } from './words/tab-words.ts';

type Answered = SetUpReply | { readonly status: 'not-reached' };

/** The account lacks what the record of changes needs. Anybody may have it created: it changes nothing that is there. */
export function SetUpNotice(props: {
  readonly ask: Ask;
  readonly reading: Reading;
  readonly looking: By | undefined;
  readonly onDone: () => void;
}) {
  const { ask, reading, looking, onDone } = props;
  const { setUp } = reading.words;
  const [isBusy, setIsBusy] = useState(false);
  const [left, setLeft] = useState<readonly string[]>([]);
  const run = async () => {
    setIsBusy(true);
    const reply = await ask.setUp();
    setIsBusy(false);
    const lines = whatIsLeft(reply, reading.words);
    setLeft(lines);
    if (lines.length === 0) onDone();
  };
  return (
    <Flex direction="column" gap="xs">
      <Alert title={setUp.title} variant="info">
        {[setUp.says, ...left].map((line) => (
          <Text key={line}>{line}</Text>
        ))}
      </Alert>
      <Flex>
        <LoadingButton
          size="xs"
          variant="secondary"
          loading={isBusy || looking === 'person'}
          onClick={() => void run()}
        >
          {setUp.button}
        </LoadingButton>
      </Flex>
    </Flex>
  );
}

/** What still keeps the record from working; nothing where it is there. */
function whatIsLeft(reply: Answered, words: Words): readonly string[] {
  if (reply.status === 'not-reached') return [words.notReached];
  if (reply.status !== 'set-up') return problemLines(reply, words);
  const { record } = reply.parts;
  return [
    ...(record.state === 'failed' ? [words.trouble(record.code, record.scope)] : []),
    ...(record.state === 'not-ours' ? [words.setUp.notOurs] : []),
    ...(reply.signingKey === 'there' ? [] : [words.setUp.noKey(reply.signingKey)]),
  ];
}
