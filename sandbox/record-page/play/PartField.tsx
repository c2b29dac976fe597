import * as React from 'react';
import type { Listing } from '../../stage/view.ts';
import type { Language } from '../words.ts';
import { Choice, Count, Text, Tick } from './fields.tsx';
import type { FieldName, Values } from './parts.ts';
import { playWords } from './words/index.ts';

interface PartFieldProps {
  readonly name: FieldName;
  readonly values: Values;
  readonly listing: Listing;
  readonly language: Language;
  readonly onChange: (change: Partial<Values>) => void;
  /** The types that the account has; of a form only those that it has a box for. */
  readonly typeIds: readonly string[];
}

/** The control of one field of a part. */
export function PartField(props: PartFieldProps) {
  const { name, values, listing, language, typeIds, onChange } = props;
  const words = playWords[language];
  const label = words.field[name];
  switch (name) {
    case 'typeId':
      return (
        <Choice
          label={label}
          value={values.typeId}
          options={listing.types
            .filter(({ id }) => typeIds.includes(id))
            .map((type) => [type.id, type.name[language]] as const)}
          onChange={(typeId) => {
            onChange({ typeId });
          }}
        />
      );
    case 'formId':
    case 'interestFormId':
      return (
        <Choice
          label={label}
          value={values[name]}
          options={listing.forms
            .filter(({ hasBoxes }) => hasBoxes === (name === 'formId'))
            .map((form) => [form.id, form.name[language]] as const)}
          onChange={(id) => {
            onChange({ [name]: id });
          }}
        />
      );
    case 'userId':
      return (
        <Choice
          label={label}
          value={values.userId}
          options={listing.users.map((user) => [user.id, user.name[language]] as const)}
          onChange={(userId) => {
            onChange({ userId });
          }}
        />
      );
    case 'ticked':
      return (
        <Tick
          label={label}
          value={values.ticked}
          onChange={(ticked) => {
            onChange({ ticked });
          }}
        />
      );
    case 'renewalDay':
      return values.term === 'annual' ? null : (
        <Count
          label={label}
          value={values.renewalDay}
          min={1}
          max={31}
          onChange={(renewalDay) => {
            onChange({ renewalDay });
          }}
        />
      );
    case 'name':
    case 'explanation':
    case 'address':
      return (
        <Text
          label={label}
          type={name === 'address' ? 'email' : 'text'}
          value={values[name]}
          isRequired={name !== 'explanation'}
          onChange={(value) => {
            onChange({ [name]: value });
          }}
        />
      );
    case 'when':
      return (
        <Worded {...props} said={words.when(String(Math.round(listing.workflowDelayMs / 1_000)))} />
      );
    case 'to':
    case 'legalBasis':
    case 'stage':
    case 'bounce':
    case 'marketing':
    case 'edition':
    case 'onOff':
    case 'term':
      return <Worded {...props} said={words[name]} />;
  }
}

/** A choice among values that the language has words for. */
function Worded(props: PartFieldProps & { readonly said: Readonly<Record<string, string>> }) {
  const { name, values, language, said, onChange } = props;
  return (
    <Choice
      label={playWords[language].field[name]}
      value={String(values[name])}
      options={Object.entries(said)}
      onChange={(value) => {
        onChange({ [name]: value });
      }}
    />
  );
}
