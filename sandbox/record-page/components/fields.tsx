import type {
  DateInputProps,
  FormProps,
  InputProps,
  NumberInputProps,
  SearchInputProps,
  SelectProps,
  TextAreaProps,
} from '@hubspot/ui-extensions';
import * as React from 'react';
import { useId } from 'react';

interface FieldProps {
  readonly id: string;
  readonly label?: string | undefined;
  readonly description?: string | undefined;
  readonly error?: boolean | undefined;
  readonly validationMessage?: string | undefined;
  readonly testId?: string | undefined;
  readonly children: React.ReactNode;
}

/** Label, description, control, message. Ids are the page's own: two cards may use the same names. */
function Field(props: FieldProps) {
  return (
    <div className={`hs-field ${props.error ? 'wrong' : ''}`} data-test-id={props.testId}>
      <label htmlFor={props.id}>{props.label}</label>
      {props.description === undefined ? null : (
        <span className="hs-micro">{props.description}</span>
      )}
      {props.children}
      {props.validationMessage === undefined ? null : (
        <span className="hs-micro">{props.validationMessage}</span>
      )}
    </div>
  );
}

export function Select(props: SelectProps) {
  const id = useId();
  const chosen = props.options.findIndex(({ value }) => value === props.value);
  return (
    <Field {...props} id={id}>
      <select
        id={id}
        name={props.name}
        value={chosen}
        required={props.required ?? false}
        disabled={props.readOnly ?? false}
        onChange={({ target }) => {
          const option = props.options[Number(target.value)];
          if (option !== undefined) props.onChange?.(option.value);
        }}
      >
        <option value={-1} disabled>
          {props.placeholder ?? ''}
        </option>
        {props.options.map(({ label }, index) => (
          <option key={label} value={index}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}

export function TextArea(props: TextAreaProps) {
  const id = useId();
  return (
    <Field {...props} id={id}>
      <textarea id={id} rows={props.rows ?? 3} maxLength={props.maxLength} {...typed(props)} />
    </Field>
  );
}

export function Input(props: InputProps) {
  const id = useId();
  return (
    <Field {...props} id={id}>
      <input id={id} type={props.type ?? 'text'} {...typed(props)} />
    </Field>
  );
}

export function SearchInput(props: SearchInputProps) {
  const id = useId();
  return (
    <Field {...props} id={id}>
      <input id={id} type="search" {...typed(props)} />
    </Field>
  );
}

export function NumberInput(props: NumberInputProps) {
  const id = useId();
  return (
    <Field {...props} id={id}>
      <input
        id={id}
        type="number"
        name={props.name}
        min={props.min}
        max={props.max}
        value={props.value ?? ''}
        placeholder={props.placeholder}
        required={props.required ?? false}
        readOnly={props.readOnly ?? false}
        onChange={({ target }) => {
          props.onInput?.(target.valueAsNumber);
          props.onChange?.(target.valueAsNumber);
        }}
      />
    </Field>
  );
}

/** The browser's own date field; HubSpot counts months from 0. */
export function DateInput(props: DateInputProps) {
  const id = useId();
  const { value, min, max } = props;
  return (
    <Field {...props} id={id}>
      <input
        id={id}
        type="date"
        name={props.name}
        value={isoDay(value)}
        min={isoDay(min)}
        max={isoDay(max)}
        required={props.required ?? false}
        readOnly={props.readOnly ?? false}
        onChange={({ target }) => {
          const [year, month, date] = target.value.split('-').map(Number);
          props.onChange?.(
            (year === undefined || month === undefined || date === undefined
              ? null
              : { year, month: month - 1, date, formattedDate: target.value }) as never,
          );
        }}
      />
    </Field>
  );
}

function isoDay(day: DateInputProps['value']): string {
  if (day === undefined) return '';
  return new Date(Date.UTC(day.year, day.month, day.date)).toISOString().slice(0, 10);
}

export function Form(props: FormProps) {
  return (
    <form
      data-test-id={props.testId}
      autoComplete={props.autoComplete}
      onSubmit={(event) => {
        event.preventDefault();
        const values = Object.fromEntries(new FormData(event.currentTarget));
        const said = { type: 'submit', targetValue: values } as never;
        void props.onSubmit?.(said, { ...NO_REACTIONS });
      }}
    >
      {props.children}
    </form>
  );
}

const nothing = () => undefined;
const NO_REACTIONS = {
  openPanel: nothing,
  closePanel: nothing,
  openModal: nothing,
  closeModal: nothing,
};

/** What every field that one types into has in common. */
function typed(props: InputProps | TextAreaProps | SearchInputProps) {
  return {
    name: props.name,
    ...(props.value === undefined ? { defaultValue: props.defaultValue } : { value: props.value }),
    placeholder: props.placeholder,
    required: props.required ?? false,
    readOnly: props.readOnly ?? false,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => {
      props.onInput?.(target.value);
      props.onChange?.(target.value);
    },
    onBlur: ({ target }: { readonly target: { readonly value: string } }) =>
      props.onBlur?.(target.value),
    onFocus: ({ target }: { readonly target: { readonly value: string } }) =>
      props.onFocus?.(target.value),
  };
}
