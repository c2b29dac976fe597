import { Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import * as React from 'react';
import { useState } from 'react';
import type { ApprovalReply } from '#contract/reply.ts';
import type { ApprovalRequest } from '#contract/requests.ts';
import type { Drawing } from './drawing.ts';
import { moment } from './moment.ts';
import { problemLines } from './ProblemNotice.tsx';
import type { Forms } from './use-forms.ts';
import { WishDialog } from './WishDialog.tsx';
import type { Reading } from './words/reading.ts';

/** Asks whom the organisation named, by a task in HubSpot with the evidence in it. It unlocks nothing. */
export function AskForApproval(
  props: Drawing & {
    readonly wish: ApprovalRequest['of'];
    readonly about: string;
    readonly forms: Forms;
  },
) {
  const { ask, reading, page, newId, wish, about } = props;
  const { approval: words } = reading.words;
  const [isAsking, setIsAsking] = useState(false);
  const [says, setSays] = useState<readonly string[]>([]);
  const send = async (given: Pick<ApprovalRequest, 'evidence' | 'askedBy' | 'note'>) => {
    setIsAsking(true);
    setSays([]);
    const reply = await ask.approval({
      act: 'ask-for-approval',
      requestId: newId(),
      of: wish,
      language: reading.language === 'ja' ? 'ja' : 'en',
      ...given,
    });
    setIsAsking(false);
    setSays(answered(reply, reading));
  };
  return (
    <Flex direction="column" gap="flush">
      <WishDialog
        ask={ask}
        reading={reading}
        page={page}
        newId={newId}
        id={approvalForm(wish)}
        button={words.button(about)}
        save={words.send}
        says={[words.says]}
        needs={['evidence']}
        note={words.note}
        busy={isAsking}
        forms={props.forms}
        onSave={({ evidence, askedBy, note }) =>
          void send({
            ...(evidence === undefined ? {} : { evidence }),
            ...(askedBy === undefined ? {} : { askedBy }),
            ...(note === undefined ? {} : { note }),
          })
        }
      />
      {isAsking ? <LoadingSpinner size="xs" label={words.asking} showLabel={true} /> : null}
      {says.map((line) => (
        <Text key={line} variant="microcopy">
          {line}
        </Text>
      ))}
    </Flex>
  );
}

/** The id of the form that asks for it. */
export function approvalForm(wish: ApprovalRequest['of']): string {
  return `approval-${wish.act === 'opt-in' ? wish.typeId : 'marketing'}`;
}

function answered(
  reply: ApprovalReply | { readonly status: 'not-reached' },
  reading: Reading,
): readonly string[] {
  const { words } = reading;
  const { approval } = words;
  switch (reply.status) {
    case 'asked':
      return [approval.asked(moment(reply.at, reading))];
    case 'asked-already':
      return [approval.already(moment(reply.at, reading))];
    case 'not-asked':
      return [approval.not[reply.because]];
    case 'nothing-to-do':
      return [words.outcome['nothing-to-do']];
    case 'not-recorded':
      return [approval.notRecorded, words.reference(reply.correlationId)];
    case 'not-known-yet':
      return [approval.notKnownYet, words.reference(reply.correlationId)];
    case 'not-reached':
      return [approval.notKnownYet];
    case 'bad-request':
    case 'trouble':
      return problemLines(reply, words);
  }
}
