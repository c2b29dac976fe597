import { Alert, Button, Flex, Text } from '@hubspot/ui-extensions';
import * as React from 'react';
import type { Problem } from './ask.ts';
import type { Words } from './words/index.ts';

/** What went wrong and what to do, in words; a reference number where an admin could use one. */
export function problemLines(problem: Problem, words: Words): readonly string[] {
  if ('kind' in problem) return [words.notReached];
  switch (problem.status) {
    case 'bad-request':
      return [words.badRequest[problem.code]];
    case 'trouble':
      return [
        words.trouble(problem.code, problem.scope ?? problem.setting),
        words.reference(problem.correlationId),
      ];
    default:
      return [words.notReached];
  }
}

export function ProblemNotice(props: {
  readonly problem: Problem;
  readonly words: Words;
  /** What can't be shown, where it is less than everything. */
  readonly title?: string;
  readonly onTryAgain?: () => void;
}) {
  const { problem, words, onTryAgain } = props;
  return (
    <Flex direction="column" gap="sm">
      <Alert title={props.title ?? words.problemTitle} variant="warning">
        {problemLines(problem, words).map((line) => (
          <Text key={line}>{line}</Text>
        ))}
      </Alert>
      {onTryAgain === undefined ? null : (
        <Flex>
          <Button size="sm" variant="secondary" onClick={onTryAgain}>
            {words.tryAgain}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
