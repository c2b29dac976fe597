import { Button, Flex, Select, Text, TextArea } from '@hubspot/ui-extensions';
import * as React from 'react';
import { useState } from 'react';
import { EXPLANATION_LIMIT, LEGAL_BASES, type LegalBasis } from '#contract/legal-ground.ts';
import type { Reason } from '#policy/decision.ts';
import { told } from './lock.ts';
import type { Reading } from './words/index.ts';

/** Asks for what an opt-in needs, and says which rules want it. Nothing is kept when it is cancelled. */
export function OptInForm(props: {
  readonly typeId: string;
  readonly requiredBy: readonly Reason[];
  readonly reading: Reading;
  readonly onSave: (ground: { legalBasis: LegalBasis; explanation: string }) => void;
  readonly onCancel: () => void;
}) {
  const { typeId, requiredBy, reading, onSave, onCancel } = props;
  const { words } = reading;
  const [basis, setBasis] = useState<LegalBasis>();
  const [explanation, setExplanation] = useState('');
  const [isTried, setIsTried] = useState(false);
  const given = explanation.trim();
  const form = words.optInForm;

  const save = () => {
    if (basis === undefined || given === '') setIsTried(true);
    else onSave({ legalBasis: basis, explanation: given });
  };

  return (
    <Flex direction="column" gap="sm">
      {requiredBy.map((reason) => (
        <Text key={reason.rule}>{told(reason, reading)}</Text>
      ))}
      <Select
        name={`basis-${typeId}`}
        label={form.basis}
        required={true}
        {...(basis === undefined ? {} : { value: basis })}
        options={LEGAL_BASES.map((value) => ({ value, label: words.legalBasis[value] }))}
        error={isTried && basis === undefined}
        onChange={(value) => {
          setBasis(LEGAL_BASES.find((known) => known === value));
        }}
      />
      <TextArea
        name={`explanation-${typeId}`}
        label={form.explanation}
        description={form.explanationHint}
        required={true}
        maxLength={EXPLANATION_LIMIT}
        value={explanation}
        error={isTried && given === ''}
        onInput={setExplanation}
      />
      {isTried && (basis === undefined || given === '') ? <Text>{form.lacking}</Text> : null}
      <Flex direction="row" gap="sm">
        <Button size="sm" variant="primary" onClick={save}>
          {form.save}
        </Button>
        <Button size="sm" variant="secondary" onClick={onCancel}>
          {form.cancel}
        </Button>
      </Flex>
    </Flex>
  );
}
