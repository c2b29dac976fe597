import { createRenderer } from '@hubspot/ui-extensions/testing';
import {
  Alert,
  Button,
  LoadingButton,
  LoadingSpinner,
  StatusTag,
  Text,
  Toggle,
} from '@hubspot/ui-extensions';
import * as React from 'react';
import { vi } from 'vitest';
import type { ApprovalReply, ChangeReply, ReadReply } from '../../src/app/contract/reply.ts';
import type { SetUpReply } from '../../src/app/contract/set-up.ts';
import type { Glance, SubscriptionRow } from '../../src/app/contract/snapshot.ts';
import { withWords } from '../../src/app/app.functions/with-words.ts';
import { askThrough, type Serverless } from '../../src/app/extensions/consent/ask.ts';
import { ConsentCard, type BelowProps } from '../../src/app/extensions/consent/ConsentCard.tsx';
import type { Decision, Reason } from '../../src/app/policy/decision.ts';

export const READ_AT = '2026-07-03T03:00:00.000Z';

const allowed: Reason = { rule: 'staff-may-opt-in', authority: 'organisation' };

export function allow(more: Partial<Extract<Decision, { kind: 'allow' }>> = {}): Decision {
  return {
    kind: 'allow',
    because: [allowed],
    requires: [],
    requiredBy: [],
    write: 'ordinary',
    notes: [],
    ...more,
  };
}

export function deny(
  reason: Reason,
  remedies: Extract<Decision, { kind: 'deny' }>['remedies'] = [],
): Decision {
  return { kind: 'deny', because: [reason], remedies };
}

const DONE: Decision = {
  kind: 'done',
  because: [{ rule: 'already-so', authority: 'hubspot' }],
  notes: [],
};

export function row(more: Partial<SubscriptionRow> = {}): SubscriptionRow {
  const state = more.state ?? 'not-specified';
  return {
    typeId: '11',
    name: 'Newsletter',
    names: { ja: 'ニュースレター' },
    isActive: true,
    state,
    verdict: {
      consent: state === 'opted-in' ? { is: 'given' } : { is: 'off', why: ['not-specified'] },
      deliverability: { is: 'on' },
      billing: { is: 'on' },
      mail: state === 'opted-in' ? 'sent' : 'not-sent',
    },
    optIn: state === 'opted-in' ? DONE : allow(),
    optOut: state === 'opted-out' ? DONE : allow(),
    ...more,
  };
}

export function glance(more: Partial<Glance> = {}): Glance {
  const rows = more.rows ?? [row()];
  const on = rows.filter(({ state }) => state === 'opted-in').map(({ typeId }) => typeId);
  const [first, ...others] = on;
  return {
    readAt: READ_AT,
    verdict:
      first === undefined
        ? { kind: 'will-not-send', because: ['no-type-opted-in'] }
        : { kind: 'will-send', typeIds: [first, ...others], outdated: [] },
    oneToOne: {
      consent: { is: 'not-needed' },
      deliverability: { is: 'on' },
      billing: { is: 'on' },
      mail: 'sent',
    },
    signals: {
      consent: first === undefined ? 'off' : 'given',
      deliverability: 'on',
      billing: 'on',
    },
    objections: [],
    privacySettings: 'on',
    optedOutOfEverything: false,
    rows,
    wholeContact: {
      'opt-out-of-everything': allow(),
      'to-marketing': DONE,
      'to-non-marketing': allow(),
    },
    undo: [],
    ledger: 'ready',
    marketing: { kind: 'marketing', untilNextUpdateDate: false },
    wordings: [],
    doubleOptIn: 'not-required',
    deliverability: {},
    hasAddress: true,
    otherAddresses: 0,
    ...more,
  };
}

type Parameters = Readonly<Record<string, unknown>>;

/** What the functions answer, in their order; the last answer is given again and again. */
export interface Answers {
  readonly setUps?: readonly SetUpReply[];
  readonly reads: readonly (Glance | ReadReply | Promise<ReadReply> | 'never' | Error)[];
  /** Of a contact's own preference page. */
  readonly links?: readonly (ReadReply | Error)[];
  readonly changes?: readonly (
    ChangeReply | ApprovalReply | Promise<ChangeReply> | 'never' | Error
  )[];
}

/** The card over functions that answer what a test wants, whatever is asked. */
export function aCard(
  { reads, changes = [], setUps = [], links = [] }: Answers,
  language = 'en',
  below?: React.ComponentType<BelowProps>,
  locale = language,
) {
  const asked: Parameters[] = [];
  const changed: Parameters[] = [];
  const told: string[] = [];
  const script = <T,>(all: readonly T[]) => {
    let at = 0;
    return () => all[Math.min((at += 1), all.length) - 1];
  };
  const nextRead = script(reads);
  const nextChange = script(changes);
  const nextSetUp = script(setUps);
  const nextLink = script(links);
  let canCopy = true;
  const serverless: Serverless = (uid, { parameters }) => {
    if (uid === 'setup-portal') return Promise.resolve(nextSetUp());
    (uid === 'read-consent' ? asked : changed).push(parameters);
    if (parameters['part'] === 'preference-link') {
      const link = nextLink();
      return link instanceof Error ? Promise.reject(link) : Promise.resolve(link);
    }
    const next = uid === 'read-consent' ? nextRead() : nextChange();
    if (next === undefined || next === 'never') return new Promise(() => undefined);
    if (next instanceof Error) return Promise.reject(next);
    const worded = (reply: ReadReply | ChangeReply | ApprovalReply) => withWords(parameters, reply);
    if (next instanceof Promise) return next.then(worded);
    return Promise.resolve(worded('status' in next ? next : { status: 'glance', glance: next }));
  };
  let ids = 0;
  let recordChanged: () => void = () => undefined;
  const renderer = createRenderer('crm.record.tab');
  renderer.render(
    <ConsentCard
      ask={askThrough(serverless)}
      user={{ language, locale }}
      timeZone="Asia/Tokyo"
      page={{
        refreshObjectProperties: () => told.push('refresh'),
        onCrmPropertiesUpdate: (_names, callback) => {
          recordChanged = callback;
        },
        closeOverlay: (id) => told.push(`close ${id}`),
        copyTextToClipboard: (text) => {
          if (!canCopy) return Promise.reject(new Error('not allowed'));
          told.push(`copy ${text}`);
          return Promise.resolve();
        },
      }}
      {...(below === undefined ? {} : { below })}
      newId={() => `click-${String((ids += 1)).padStart(4, '0')}`}
    />,
  );
  const page = () =>
    [
      ...renderer.findAll(Text).map(({ text }) => text ?? ''),
      ...renderer.findAll(StatusTag).map(({ text }) => text ?? ''),
      ...renderer.findAll(Alert).map(({ props, text }) => `${props.title} ${text ?? ''}`),
      ...renderer.findAll(LoadingSpinner).map(({ props }) => props.label),
      ...renderer.findAll(Button).map(({ text }) => text ?? ''),
      ...renderer.findAll(LoadingButton).map(({ text }) => text ?? ''),
    ].join('\n');
  const loadingButton = (wanted: string) =>
    renderer.findAll(LoadingButton).find(({ text }) => text === wanted);
  /** Those of subscription types. */
  const toggles = () => renderer.findAll(Toggle).filter(({ props }) => props.name !== 'marketing');
  return {
    renderer,
    asked,
    changed,
    told,
    page,
    toggles,
    marketing: () => renderer.findAll(Toggle).find(({ props }) => props.name === 'marketing'),
    alerts: () => renderer.findAll(Alert).map(({ props }) => props),
    setUp: () => renderer.findAll(LoadingButton)[0],
    loadingButton,
    keepFromCopying: () => {
      canCopy = false;
    },
    /** Of either kind. */
    button: (text: string) =>
      renderer.findAll(Button).find((one) => one.text === text) ?? loadingButton(text),
    recordChanges: () => {
      recordChanged();
    },
  };
}

/** Lets so much time go by under fake timers, in steps, with room for React to draw between them. */
export async function pass(ms: number, step = 5_000): Promise<void> {
  for (let left = ms; left > 0; left -= step) {
    await drawnOut();
    await vi.advanceTimersByTimeAsync(Math.min(step, left));
  }
  await drawnOut();
}

/** React's own scheduler runs on `setImmediate`, which stays real. */
async function drawnOut(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** To be used before the card is drawn. */
export function fakeTime(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
}
