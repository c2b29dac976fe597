import type { CheckboxProps, ToggleGroupProps, ToggleProps } from '@hubspot/ui-extensions';
import * as React from 'react';
import { useId, useState } from 'react';

/** A switch; like HubSpot's it takes `readOnly` but no reason for it. */
export function Toggle(props: ToggleProps) {
  const [own, setOwn] = useState(props.initialIsChecked ?? false);
  const isOn = props.checked ?? own;
  const text = isOn ? props.textChecked : props.textUnchecked;
  const isSmall = props.size !== undefined && /^(xs|sm|small|extra-small)$/.test(props.size);
  return (
    <span
      className={`hs-toggle-line ${props.labelDisplay ?? 'inline'}`}
      data-test-id={props.testId}
    >
      <button
        type="button"
        role="switch"
        className="hs-toggle"
        aria-checked={isOn}
        aria-label={props.label}
        disabled={props.readOnly ?? props.readonly ?? false}
        onClick={() => {
          setOwn(!isOn);
          props.onChange?.(!isOn);
        }}
      />
      {text === undefined || isSmall ? null : <span aria-hidden>{text}</span>}
      {props.labelDisplay === 'hidden' ? null : <span>{props.label}</span>}
    </span>
  );
}

export function Checkbox(props: CheckboxProps) {
  const [own, setOwn] = useState(props.initialIsChecked ?? false);
  const isOn = props.checked ?? own;
  return (
    <label className="hs-choice" data-test-id={props.testId}>
      <input
        type="checkbox"
        name={props.name}
        checked={isOn}
        disabled={props.readOnly ?? props.readonly ?? false}
        aria-label={props['aria-label']}
        onChange={() => {
          setOwn(!isOn);
          props.onChange?.(!isOn, props.value ?? '');
        }}
      />
      <span>
        {props.children}
        {props.description === undefined ? null : (
          <span className="hs-micro">{props.description}</span>
        )}
      </span>
    </label>
  );
}

export function ToggleGroup(props: ToggleGroupProps) {
  const id = useId();
  const isRadio = props.toggleType === 'radioButtonList';
  const started = props.options.filter((one) => one.initialIsChecked).map(({ value }) => value);
  const [own, setOwn] = useState<readonly string[]>(started);
  const given = typeof props.value === 'string' ? [props.value] : props.value;
  const chosen = given ?? own;
  const choose = (value: string) => {
    if (props.toggleType === 'radioButtonList') {
      setOwn([value]);
      props.onChange?.(value);
      return;
    }
    const next = chosen.includes(value)
      ? chosen.filter((one) => one !== value)
      : [...chosen, value];
    setOwn(next);
    props.onChange?.(next);
  };
  return (
    <fieldset className={`hs-group ${props.error ? 'wrong' : ''}`} data-test-id={props.testId}>
      <legend>{props.label}</legend>
      {props.options.map((option) => (
        <label key={option.value} className="hs-choice">
          <input
            type={isRadio ? 'radio' : 'checkbox'}
            name={`${props.name}${id}`}
            checked={chosen.includes(option.value)}
            disabled={option.readOnly ?? option.readonly ?? false}
            onChange={() => {
              choose(option.value);
            }}
          />
          <span>
            {option.label}
            {option.description === undefined ? null : (
              <span className="hs-micro">{option.description}</span>
            )}
          </span>
        </label>
      ))}
      {props.validationMessage === undefined ? null : (
        <span className="hs-micro">{props.validationMessage}</span>
      )}
    </fieldset>
  );
}
