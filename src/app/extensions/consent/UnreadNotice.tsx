import { Alert, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import * as React from 'react';
import type { Glance, UnreadPart } from '#contract/snapshot.ts';
import { LookAgain } from './LookAgain.tsx';
import type { By } from './use-glance.ts';
import type { GlanceReading } from './words/reading.ts';

/** Names what HubSpot did not tell, and why; says nothing where everything was read. */
export function UnreadNotice(props: {
  readonly glance: Glance;
  /** In so many seconds the card looks again by itself. */
  readonly again: number | undefined;
  readonly looking: By | undefined;
  readonly reading: GlanceReading;
  readonly onLookAgain: () => void;
}) {
  const { glance, looking, reading, onLookAgain } = props;
  const { words } = reading;
  const again = looking === undefined ? props.again : undefined;
  if (glance.unread.length === 0) return null;
  return (
    <Flex direction="column" gap="sm">
      <Alert title={words.unreadTitle} variant="warning">
        {[
          ...unreadLines(glance.unread, reading),
          words.unreadMeans,
          ...(again === undefined ? [] : [words.looksAgainIn(again)]),
        ].map((line) => (
          <Text key={line}>{line}</Text>
        ))}
      </Alert>
      {looking === 'itself' ? (
        <LoadingSpinner size="xs" label={words.loading} showLabel={true} />
      ) : null}
      <LookAgain words={words} size="sm" looking={looking} onLookAgain={onLookAgain} />
    </Flex>
  );
}

/** One line a reason. */
function unreadLines(unread: readonly UnreadPart[], { words }: GlanceReading): string[] {
  const byReason = new Map<string, string[]>();
  for (const { part, because } of unread) {
    const why = words.trouble(because.code, because.scope);
    byReason.set(why, [...(byReason.get(why) ?? []), words.unreadParts[part]]);
  }
  return [...byReason].map(([why, parts]) => words.unreadLine(parts, why));
}
