import * as React from 'react';
import { useId } from 'react';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly children: React.ReactNode;
}

function Field({ id, label, children }: FieldProps) {
  return (
    <div className="play-field">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

/** One of several, by its label. */
export function Choice<T extends string | number>(props: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
}) {
  const { label, value, options, onChange } = props;
  const id = useId();
  return (
    <Field id={id} label={label}>
      <select
        id={id}
        value={String(value)}
        onChange={({ target }) => {
          const chosen = options.find(([option]) => String(option) === target.value);
          if (chosen !== undefined) onChange(chosen[0]);
        }}
      >
        {options.map(([option, said]) => (
          <option key={option} value={String(option)}>
            {said}
          </option>
        ))}
      </select>
    </Field>
  );
}

export function Text(props: {
  readonly label: string;
  readonly value: string;
  readonly type?: 'text' | 'email';
  readonly isRequired?: boolean;
  readonly onChange: (value: string) => void;
}) {
  const { label, value, type = 'text', isRequired = false, onChange } = props;
  const id = useId();
  return (
    <Field id={id} label={label}>
      <input
        id={id}
        type={type}
        value={value}
        maxLength={type === 'email' ? 254 : 200}
        required={isRequired}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      />
    </Field>
  );
}

/** A whole number in a range. */
export function Count(props: {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}) {
  const { label, value, min, max, onChange } = props;
  const id = useId();
  return (
    <Field id={id} label={label}>
      <input
        id={id}
        type="number"
        value={Number.isNaN(value) ? '' : value}
        min={min}
        max={max}
        step={1}
        required
        onChange={({ target }) => {
          onChange(target.valueAsNumber);
        }}
      />
    </Field>
  );
}

export function Tick(props: {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}) {
  const { label, value, onChange } = props;
  return (
    <label className="play-tick">
      <input
        type="checkbox"
        checked={value}
        onChange={({ target }) => {
          onChange(target.checked);
        }}
      />
      {label}
    </label>
  );
}
