import { Flex, LoadingButton } from '@hubspot/ui-extensions';
import * as React from 'react';
import type { By } from './use-glance.ts';
import type { FirstWords } from './words/seen-words.ts';

/** A person's way to look again; it says so while that look is under way. */
export function LookAgain(props: {
  readonly words: FirstWords;
  readonly size: 'xs' | 'sm';
  readonly looking: By | undefined;
  readonly onLookAgain: () => void;
}) {
  const { words, size, looking, onLookAgain } = props;
  const isLooking = looking === 'person';
  return (
    <Flex>
      <LoadingButton size={size} variant="secondary" loading={isLooking} onClick={onLookAgain}>
        {isLooking ? words.loading : words.tryAgain}
      </LoadingButton>
    </Flex>
  );
}
