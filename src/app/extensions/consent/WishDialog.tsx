import {
  Button,
  Checkbox,
  DateInput,
  Flex,
  Input,
  Modal,
  ModalBody,
  ModalFooter,
  Select,
  Text,
  TextArea,
} from '@hubspot/ui-extensions';
import * as React from 'react';
import { useState } from 'react';
import {
  EVIDENCE_LIMIT,
  EXPLANATION_LIMIT,
  LEGAL_BASES,
  NOTE_LIMIT,
  type LegalBasis,
} from '#contract/legal-ground.ts';
import type { Requirement } from '#policy/rule.ts';
import { hasVisibleCharacter, saysSomething } from '#text/visible-text.ts';
import type { Drawing } from './drawing.ts';
import { day } from './moment.ts';
import type { Forms } from './use-forms.ts';
import { fill } from './words/fill.ts';
import type { WayToAsk } from './words/tab-words.ts';

/** What a person gave with a change: as much as they filled in. */
interface Given {
  readonly legalBasis?: LegalBasis;
  readonly explanation?: string;
  readonly evidence?: string;
  readonly askedBy?: { readonly by: WayToAsk; readonly on?: string };
  readonly explicitYes?: boolean;
  readonly note?: string;
}

interface Typed {
  readonly basis?: LegalBasis;
  readonly explanation: string;
  readonly evidence: string;
  readonly note: string;
  readonly by?: WayToAsk;
  readonly on?:
    { readonly year: number; readonly month: number; readonly date: number } | undefined;
  readonly yes: boolean;
}

const NOTHING: Typed = { explanation: '', evidence: '', note: '', yes: false };

/**
 * A button and the modal that it opens, which asks for what a change needs. HubSpot opens a modal from a button and
 * not from a `Toggle`. Nothing is kept when it is closed, and nothing when the record changes under it.
 */
export function WishDialog(
  props: Drawing & {
    readonly id: string;
    /** The button's words, and the title of what it opens. */
    readonly button: string;
    readonly save: string;
    readonly isDanger?: boolean;
    readonly isQuiet?: boolean;
    readonly says: readonly string[];
    readonly needs: readonly Requirement[];
    /** Whether it must be said how the contact asked. */
    readonly mustSayHow?: boolean;
    /** The type it is about, where an explanation may speak of one. */
    readonly name?: string;
    /** What a note is called, where one may be written. */
    readonly note?: string;
    /** The organisation's ready-made explanations. */
    readonly wordings?: readonly string[];
    /** Those of its row. */
    readonly forms: Forms;
    readonly busy: boolean;
    readonly onSave: (given: Given) => void;
  },
) {
  const { id, button, says, needs, mustSayHow = false, name, reading, page, forms } = props;
  const { form, badField, legalBasis, wording } = reading.words;
  const version = forms.versions[id];
  const [kept, setKept] = useState({ typed: NOTHING, version });
  const [isTried, setIsTried] = useState(false);
  // What was typed belongs to what the person decided upon then.
  const typed = kept.version === version ? kept.typed : NOTHING;
  const closed = () => {
    forms.closed();
    setKept({ typed: NOTHING, version });
    setIsTried(false);
  };
  const opened = () => {
    if (kept.version !== version) setIsTried(false);
    forms.opened(id);
  };
  const { closeOverlay } = page;

  const type = (more: Partial<Typed>) => {
    setKept({ typed: { ...typed, ...more }, version });
  };
  const has: Readonly<Record<Requirement, boolean>> = {
    'legal-basis': typed.basis !== undefined,
    explanation: saysSomething(typed.explanation),
    evidence: saysSomething(typed.evidence),
    'explicit-yes': typed.yes,
  };
  const wants = (need: Requirement) => needs.includes(need);
  const lacks = (need: Requirement) => isTried && wants(need) && !has[need];
  const wrong = (message: string | false | undefined) =>
    typeof message === 'string' ? { error: true, validationMessage: message } : { error: false };
  /** What the function would say of a text; one that nobody sees is not sent where none is needed. */
  const textProblem = (text: string, isNeeded: boolean) => {
    if (hasVisibleCharacter(text))
      return saysSomething(text) ? undefined : badField['says-nothing'];
    if (!isNeeded) return undefined;
    return text.trim() === '' ? form.needed : badField['no-visible-character'];
  };
  const problems = {
    explanation: wants('explanation') ? textProblem(typed.explanation, true) : undefined,
    evidence: textProblem(typed.evidence, wants('evidence')),
    note: textProblem(typed.note, false),
  };
  const save = () => {
    const isWrong = Object.values(problems).some((problem) => problem !== undefined);
    const isLacking = needs.some((need) => !has[need]) || (mustSayHow && typed.by === undefined);
    if (isWrong || isLacking) {
      setIsTried(true);
      return;
    }
    closeOverlay(id);
    closed();
    props.onSave(givenIn(typed));
  };
  const wordings = (props.wordings ?? []).map((one) => fill(one, { type: name ?? '' }));
  const on = typed.on === undefined ? undefined : isoDay(typed.on);
  const ready =
    typed.by === undefined || name === undefined
      ? undefined
      : wording(typed.by, on === undefined ? undefined : day(on, reading), name);

  return (
    <Flex direction="column" gap="xs" align="start">
      <Button
        size="xs"
        variant={props.isQuiet ? 'transparent' : 'secondary'}
        disabled={props.busy}
        onClick={opened}
        overlay={
          <Modal
            id={id}
            title={button}
            variant={props.isDanger ? 'danger' : 'default'}
            onOpen={opened}
            onClose={closed}
          >
            <ModalBody>
              <Flex direction="column" gap="sm">
                {says.map((line) => (
                  <Text key={line}>{line}</Text>
                ))}
                {wants('explicit-yes') ? null : (
                  <Flex gap="sm" wrap={true}>
                    <Select
                      name={`${id}-by`}
                      label={form.askedBy}
                      required={mustSayHow}
                      {...chosen(typed.by)}
                      options={Object.entries(form.ways).map(([value, label]) => ({
                        value,
                        label,
                      }))}
                      {...wrong(isTried && mustSayHow && typed.by === undefined && form.needed)}
                      onChange={(value) => {
                        type({ by: value as WayToAsk });
                      }}
                    />
                    <DateInput
                      name={`${id}-on`}
                      label={form.askedOn}
                      format="standard"
                      timezone="portalTz"
                      {...chosen(typed.on)}
                      onChange={(date) => {
                        type({ on: date ?? undefined });
                      }}
                    />
                  </Flex>
                )}
                {wants('legal-basis') ? (
                  <Select
                    name={`${id}-basis`}
                    label={form.basis}
                    required={true}
                    {...chosen(typed.basis)}
                    options={LEGAL_BASES.map((value) => ({ value, label: legalBasis[value] }))}
                    {...wrong(lacks('legal-basis') && form.needed)}
                    onChange={(value) => {
                      type({ basis: value as LegalBasis });
                    }}
                  />
                ) : null}
                {wants('explanation') && wordings.length > 0 ? (
                  <Select
                    name={`${id}-wording`}
                    label={form.wording}
                    {...chosen(wordings.find((one) => one === typed.explanation))}
                    options={wordings.map((one) => ({ value: one, label: one }))}
                    onChange={(explanation) => {
                      type({ explanation: String(explanation) });
                    }}
                  />
                ) : null}
                {wants('explanation') ? (
                  <TextArea
                    name={`${id}-explanation`}
                    label={form.explanation}
                    description={form.explanationHint}
                    required={true}
                    maxLength={EXPLANATION_LIMIT}
                    value={typed.explanation}
                    {...wrong(isTried && problems.explanation)}
                    onInput={(explanation) => {
                      type({ explanation });
                    }}
                  />
                ) : null}
                {wants('explanation') && ready !== undefined ? (
                  <Button
                    size="xs"
                    variant="transparent"
                    onClick={() => {
                      type({ explanation: ready });
                    }}
                  >
                    {form.useWording(ready)}
                  </Button>
                ) : null}
                {wants('explicit-yes') ? (
                  <Checkbox
                    name={`${id}-yes`}
                    checked={typed.yes}
                    onChange={(yes) => {
                      type({ yes });
                    }}
                  >
                    {form.explicitYes}
                  </Checkbox>
                ) : (
                  <Input
                    name={`${id}-evidence`}
                    label={form.evidence}
                    description={form.evidenceHint}
                    required={wants('evidence')}
                    value={typed.evidence}
                    {...wrong(isTried && problems.evidence)}
                    onInput={(evidence) => {
                      type({ evidence: evidence.slice(0, EVIDENCE_LIMIT) });
                    }}
                  />
                )}
                {props.note === undefined ? null : (
                  <TextArea
                    name={`${id}-note`}
                    label={props.note}
                    maxLength={NOTE_LIMIT}
                    value={typed.note}
                    {...wrong(isTried && problems.note)}
                    onInput={(note) => {
                      type({ note });
                    }}
                  />
                )}
                {lacks('explicit-yes') ? <Text>{form.needed}</Text> : null}
              </Flex>
            </ModalBody>
            <ModalFooter>
              <Button variant={props.isDanger ? 'destructive' : 'primary'} onClick={save}>
                {props.save}
              </Button>
              <Button
                variant="secondary"
                onClick={() => {
                  closeOverlay(id);
                  closed();
                }}
              >
                {form.cancel}
              </Button>
            </ModalFooter>
          </Modal>
        }
      >
        {button}
      </Button>
    </Flex>
  );
}

function chosen<V>(value: V | undefined): { readonly value?: V } {
  return value === undefined ? {} : { value };
}

/** HubSpot counts months from 0. */
function isoDay({ year, month, date }: NonNullable<Typed['on']>): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(year)}-${two(month + 1)}-${two(date)}`;
}

function givenIn({ basis, explanation, evidence, note, by, on, yes }: Typed): Given {
  const said = (text: string) => (hasVisibleCharacter(text) ? text.trim() : '');
  return {
    ...(basis === undefined ? {} : { legalBasis: basis }),
    ...(said(explanation) === '' ? {} : { explanation: said(explanation) }),
    ...(said(evidence) === '' ? {} : { evidence: said(evidence) }),
    ...(by === undefined
      ? {}
      : { askedBy: { by, ...(on === undefined ? {} : { on: isoDay(on) }) } }),
    ...(yes ? { explicitYes: true } : {}),
    ...(said(note) === '' ? {} : { note: said(note) }),
  };
}
