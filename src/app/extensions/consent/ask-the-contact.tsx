import { Button, Flex, LoadingButton, Text } from '@hubspot/ui-extensions';
import * as React from 'react';
import { useState } from 'react';
import type { Drawing } from './drawing.ts';
import { problemLines } from './ProblemNotice.tsx';

export interface OfType {
  readonly id: string;
  readonly name: string;
}

type Copying = Drawing & { readonly type: OfType };

/** Copies the contact's own preference page, made by HubSpot on the click. It is shown nowhere: whoever has it may choose for the contact. */
export function CopyLink({ ask, page, reading, type }: Copying) {
  const { preferenceLink: words } = reading.words;
  const [isAsking, setIsAsking] = useState(false);
  const [says, setSays] = useState<readonly string[]>([]);
  const copy = async () => {
    setIsAsking(true);
    setSays([]);
    const linked = await ask.preferenceLink(type.id);
    setSays(
      linked.kind === 'problem'
        ? problemLines(linked.problem, reading.words)
        : [
            linked.kind === 'none'
              ? words[linked.because]
              : await page.copyTextToClipboard(linked.url).then(
                  () => words.copied,
                  () => words.notCopied,
                ),
          ],
    );
    setIsAsking(false);
  };
  return (
    <Flex direction="column" gap="flush">
      <LoadingButton size="xs" variant="secondary" loading={isAsking} onClick={() => void copy()}>
        {words.copy(type.name)}
      </LoadingButton>
      {says.map((line) => (
        <Text key={line} variant="microcopy">
          {line}
        </Text>
      ))}
    </Flex>
  );
}

/** Copies a text that asks the contact to choose for themselves; it names no address. */
export function CopyRequest({ page, reading, type }: Copying) {
  const { requestText: words, preferenceLink } = reading.words;
  const [says, setSays] = useState('');
  return (
    <Flex direction="column" gap="flush">
      <Button
        size="xs"
        variant="secondary"
        onClick={() => {
          void page.copyTextToClipboard(words.text(type.name)).then(
            () => {
              setSays(words.copied);
            },
            () => {
              setSays(preferenceLink.notCopied);
            },
          );
        }}
      >
        {words.copy(type.name)}
      </Button>
      {says === '' ? null : <Text variant="microcopy">{says}</Text>}
    </Flex>
  );
}
