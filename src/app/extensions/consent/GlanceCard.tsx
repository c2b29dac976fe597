import { Flex, Text } from '@hubspot/ui-extensions';
import * as React from 'react';
import { useEffect, useMemo } from 'react';
import type { Glance } from '#contract/snapshot.ts';
import type { Ask } from './ask.ts';
import { GlanceHead } from './GlanceHead.tsx';
import { shortLock } from './lock.ts';
import { day } from './moment.ts';
import { MissedNotice, UnsaidNotice } from './ProblemNotice.tsx';
import type { RecordPage } from './record-page.ts';
import { Skeleton } from './Skeleton.tsx';
import { nameOf } from './type-names.ts';
import { useClaim, type CardUser } from './use-claim.ts';
import { useGlance } from './use-glance.ts';
import { firstReading, glanceReading, readerFor, type GlanceReading } from './words/reading.ts';

/** The glance alone, for a narrow place: the verdict, what is locked and why, and where changes are made. */
export function GlanceCard(props: {
  readonly ask: Ask;
  readonly user: CardUser;
  readonly timeZone: string;
  readonly page: RecordPage;
}) {
  const { user, timeZone } = props;
  const { onCrmPropertiesUpdate } = props.page;
  const ask = useClaim(props.ask, user);
  const reader = useMemo(() => readerFor(user, timeZone), [user, timeZone]);
  const { state, looking, look, messages } = useGlance(ask, reader.language, 'glance');
  const reading = useMemo(
    () => (messages === undefined ? undefined : glanceReading(reader, messages.seen)),
    [reader, messages],
  );
  useEffect(() => {
    onCrmPropertiesUpdate('*', () => void look('itself'));
  }, [onCrmPropertiesUpdate, look]);
  const lookAgain = () => void look('person');

  if (state.kind === 'asking') return <Skeleton words={firstReading(reader).words} />;
  if (reading === undefined)
    return <UnsaidNotice state={state} looking={looking} reader={reader} onLookAgain={lookAgain} />;
  return (
    <Flex direction="column" gap="sm">
      <MissedNotice state={state} looking={looking} reading={reading} onLookAgain={lookAgain} />
      {state.kind === 'failed' ? null : (
        <>
          <GlanceHead glance={state.glance} reading={reading} />
          {state.glance.isBilledInVain === undefined ? null : (
            <Text variant="microcopy">{billedInVain(state.glance, reading)}</Text>
          )}
          {locksIn(state.glance, reading).map((line) => (
            <Text key={line} variant="microcopy">
              {line}
            </Text>
          ))}
          <Text variant="microcopy">{reading.words.openTab}</Text>
        </>
      )}
    </Flex>
  );
}

/** That the contact is paid for although no marketing email can be sent, and from when on they no longer would be. */
function billedInVain({ updateDate }: Glance, reading: GlanceReading): string {
  return reading.words.billedInVainFrom(
    updateDate === undefined ? undefined : day(updateDate, reading),
  );
}

/** What is locked and why, one line a reason; types that nobody is opted in to from here are left out. */
function locksIn({ rows }: Glance, reading: GlanceReading): string[] {
  const byReason = new Map<string, string[]>();
  for (const row of rows) {
    const offer = row.state === 'opted-in' ? row.optOut : row.optIn;
    const rule = offer.kind === 'deny' ? offer.because[0].rule : undefined;
    const why = shortLock(offer, reading);
    if (why === undefined || rule === 'internal-type' || rule === 'inactive-type') continue;
    byReason.set(why, [...(byReason.get(why) ?? []), nameOf(row, reading)]);
  }
  return [...byReason].map(([why, names]) => reading.words.lockedTypes(names, why));
}
