import { Flex, LoadingSpinner, StatusTag } from '@hubspot/ui-extensions';
import * as React from 'react';
import { SIGNALS } from './signals.ts';
import type { FirstWords } from './words/seen-words.ts';

/** Where the glance will stand, while it is read. */
export function Skeleton({ words }: { readonly words: FirstWords }) {
  return (
    <Flex direction="column" gap="sm">
      <LoadingSpinner label={words.loading} showLabel={true} />
      <Flex direction="row" gap="sm" wrap={true}>
        {SIGNALS.map((name) => (
          <StatusTag key={name} hollow={true}>
            {words.labelled(words.signalNames[name], '…')}
          </StatusTag>
        ))}
      </Flex>
    </Flex>
  );
}
