import type { ButtonProps, SelectProps, TextAreaProps, ToggleProps } from '@hubspot/ui-extensions';
import * as React from 'react';

type Handler = () => void;

export function Button(props: ButtonProps) {
  const isSmall = props.size !== undefined && props.size !== 'md' && props.size !== 'medium';
  return (
    <button
      type="button"
      className={`hs-button ${props.variant ?? 'secondary'} ${isSmall ? 'small' : ''}`}
      disabled={props.disabled ?? false}
      onClick={() => {
        // HubSpot hands over an event and reactions; this product's cards use neither.
        (props.onClick as Handler | undefined)?.();
      }}
    >
      {props.children}
    </button>
  );
}

export function Toggle(props: ToggleProps) {
  const isOn = props.checked ?? false;
  return (
    <span className="hs-toggle-line">
      <button
        type="button"
        role="switch"
        className="hs-toggle"
        aria-checked={isOn}
        aria-label={props.label}
        disabled={props.readOnly ?? props.readonly ?? false}
        onClick={() => props.onChange?.(!isOn)}
      />
      {props.labelDisplay === 'hidden' ? null : <span>{props.label}</span>}
    </span>
  );
}

export function Select(props: SelectProps) {
  const id = `field-${props.name ?? ''}`;
  const chosen = props.options.findIndex(({ value }) => value === props.value);
  return (
    <div className={`hs-field ${props.error ? 'wrong' : ''}`}>
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        value={chosen}
        required={props.required ?? false}
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
    </div>
  );
}

export function TextArea(props: TextAreaProps) {
  const id = `field-${props.name}`;
  return (
    <div className={`hs-field ${props.error ? 'wrong' : ''}`}>
      <label htmlFor={id}>{props.label}</label>
      {props.description === undefined ? null : (
        <span className="hs-micro">{props.description}</span>
      )}
      <textarea
        id={id}
        rows={3}
        maxLength={props.maxLength}
        required={props.required ?? false}
        value={props.value ?? ''}
        onChange={({ target }) => {
          props.onInput?.(target.value);
          props.onChange?.(target.value);
        }}
      />
    </div>
  );
}
