import { createRenderer } from '@hubspot/ui-extensions/testing';
import {
  Alert,
  Button,
  LoadingButton,
  Modal,
  Select,
  TableCell,
  Text,
  TextArea,
  Toggle,
} from '@hubspot/ui-extensions';
import * as React from 'react';
import { describe, expect, it, vi } from 'vitest';
import { changeConsent } from '../../src/app/app.functions/change-consent.ts';
import { readConsent } from '../../src/app/app.functions/read-consent.ts';
import type { Organisation } from '../../src/app/policy/organisation.ts';
import { withWords } from '../../src/app/app.functions/with-words.ts';
import { askThrough, type Serverless } from '../../src/app/extensions/consent/ask.ts';
import { ConsentCard, type BelowProps } from '../../src/app/extensions/consent/ConsentCard.tsx';
import { TimelineView } from '../../src/app/extensions/consent/TimelineView.tsx';
import { useHistory } from '../../src/app/extensions/consent/timeline/use-history.ts';
import {
  held,
  OPEN,
  optedOutBy,
  status,
  worldOf,
  type Held,
} from '../functions/hubspot-in-memory.ts';

/** The card over the real use cases, with HubSpot in memory behind them. */
function show(
  hubspot: Held,
  options: {
    language?: string;
    privacy?: 'on' | 'off' | Partial<Organisation>;
    serverless?: Serverless;
    user?: { id: number; teams: { id: number }[] };
  } = {},
) {
  const world = worldOf(hubspot, options.privacy);
  const sent: { uid: string; parameters: unknown; propertiesToSend: string[] }[] = [];
  const answered: Serverless =
    options.serverless ??
    (async (uid, { parameters, propertiesToSend }) => {
      sent.push({ uid, parameters, propertiesToSend });
      const useCase = uid === 'read-consent' ? readConsent : changeConsent;
      const reply = await useCase({ parameters, propertiesToSend: OPEN }, world);
      return JSON.parse(JSON.stringify(reply)) as unknown;
    });
  const renderer = createRenderer('crm.record.tab');
  const ask = askThrough(async (uid, given) =>
    withWords(given.parameters, (await answered(uid, given)) as object),
  );
  const user = {
    language: options.language ?? 'en',
    locale: options.language ?? 'en',
    ...options.user,
  };
  const nothing = () => undefined;
  renderer.render(
    <ConsentCard
      ask={ask}
      user={user}
      timeZone="Asia/Tokyo"
      page={{
        refreshObjectProperties: nothing,
        onCrmPropertiesUpdate: nothing,
        closeOverlay: nothing,
        copyTextToClipboard: () => Promise.resolve(),
      }}
      newId={() => 'click-0001'}
      below={Below}
    />,
  );
  const page = () =>
    [
      ...renderer.findAll(Text).map(({ text }) => text ?? ''),
      ...renderer.findAll(Alert).map(({ props, text }) => `${props.title} ${text ?? ''}`),
      ...renderer.findAll(TableCell).map(({ text }) => text ?? ''),
    ].join('\n');
  /** Those of subscription types. */
  const toggles = () => renderer.findAll(Toggle).filter(({ props }) => props.name !== 'marketing');
  return { renderer, sent, page, toggles };
}

function Below({ ask, reading, version, nameOf }: BelowProps) {
  const { state, showOlder } = useHistory(ask, version);
  return (
    <TimelineView
      state={state}
      reading={reading}
      nameOf={nameOf}
      onShowOlder={() => void showOlder()}
    />
  );
}

describe('the card', () => {
  it('says in one sentence whether marketing e-mail will be sent', async () => {
    const { renderer, page } = show(held({ statuses: [status('opted-in')] }));
    await renderer.waitFor(() => {
      expect(page()).toContain('Marketing email can be sent: Newsletter.');
    });
  });

  it('opts out with one click and says so only after HubSpot does', async () => {
    const hubspot = held({ statuses: [status('opted-in')] });
    const { renderer, toggles, page, sent } = show(hubspot, { privacy: 'on' });
    await renderer.waitFor(() => {
      expect(toggles()[0]?.props.checked).toBe(true);
    });
    toggles()[0]?.trigger('onChange', false as never);
    await renderer.waitFor(() => {
      expect(page()).toContain('Saved: HubSpot now says opted out.');
    });
    expect(hubspot.writes).toEqual(['opt out visitor@example.com 11']);
    expect(sent.filter(({ uid }) => uid === 'change-consent')).toEqual([
      {
        uid: 'change-consent',
        parameters: { act: 'opt-out', requestId: 'click-0001', typeId: '11' },
        propertiesToSend: ['hs_object_id', 'email'],
      },
    ]);
  });

  it.each([
    [
      'en',
      'Newsletter, locked: opted out by the contact',
      /Your organisation’s rule: the contact opted out on Jul 3, 2026, 12:00 GMT\+9; only the contact can come back\./,
    ],
    [
      'ja',
      'ニュースレター（変更不可：本人が配信停止）',
      /自社のルール：2026年7月3日 12:00 JSTにコンタクト本人が配信停止しました。/,
    ],
  ])(
    'S4 in %s: locked, with whose rule and since when, and a click sends nothing',
    async (language, label, reason) => {
      const hubspot = held(optedOutBy('EMAIL'));
      const { renderer, toggles, page, sent } = show(hubspot, { language });
      await renderer.waitFor(() => {
        expect(toggles()[0]?.props).toMatchObject({ readOnly: true, checked: false, label });
      });
      expect(page()).toMatch(reason);
      toggles()[0]?.trigger('onChange', true as never);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(sent.map(({ uid }) => uid)).not.toContain('change-consent');
    },
  );

  it('asks for legal basis and explanation where privacy settings are on, and sends neither before both are there', async () => {
    const hubspot = held();
    const { renderer, sent } = show(hubspot, { privacy: 'on' });
    const form = () => renderer.findAll(Modal).find(({ props }) => props.id === 'in-11');
    await renderer.waitFor(() => {
      expect(form()).toBeDefined();
    });
    const save = () =>
      form()
        ?.findAll(Button)
        .find(({ text }) => text === 'Opt in to Newsletter');
    const basis = () =>
      form()
        ?.findAll(Select)
        .find(({ props }) => props.name === 'in-11-basis');
    save()?.trigger('onClick');
    await renderer.waitFor(() => {
      expect(basis()?.props.error).toBe(true);
    });
    expect(sent.map(({ uid }) => uid)).not.toContain('change-consent');
    basis()?.trigger('onChange', 'CONSENT_WITH_NOTICE' as never);
    form()
      ?.find(TextArea)
      .trigger('onInput', ' Asked by phone ' as never);
    save()?.trigger('onClick');
    await vi.waitFor(() => {
      expect(hubspot.writes).toEqual([
        'opt in visitor@example.com 11 {"legalBasis":"CONSENT_WITH_NOTICE","explanation":"Asked by phone"}',
      ]);
    });
  });

  it('S6 off: never a bare "not specified"', async () => {
    const { renderer, page } = show(held(), { privacy: 'off' });
    await renderer.waitFor(() => {
      expect(page()).toContain('Not recorded in HubSpot');
    });
  });

  it('tells what happened, by whom, newest first', async () => {
    const { renderer, page } = show(held(optedOutBy('EMAIL')));
    await renderer.waitFor(() => {
      expect(page()).toContain('Opted out of Newsletter');
    });
    expect(page()).toContain('by the contact, link in an e-mail');
    expect(page()).toContain(
      'Not in this timeline: the legacy subscription timeline (the app lacks the scope content).',
    );
  });

  it.each([
    ['en', 'by Colleague 47', 'The sources contradict each other here.'],
    ['ja', 'Colleague 47', '記録どうしが食い違っています。'],
  ])(
    'names the colleague in %s, and says where sources contradict each other',
    async (language, who, conflict) => {
      const hubspot = held(optedOutBy('CRM_UI', 'userId:47'));
      hubspot.statuses = [{ ...hubspot.statuses[0]!, state: 'opted-in' }];
      const { renderer, page } = show(hubspot, { language });
      await renderer.waitFor(() => {
        expect(page()).toContain(conflict);
      });
      // At a glance and in the timeline.
      expect(page().split(who).length).toBeGreaterThan(2);
    },
  );

  it('draws the glance while the history is still on its way', async () => {
    const world = worldOf(held({ statuses: [status('opted-in')] }));
    const { renderer, page } = show(held(), {
      serverless: (_uid, { parameters }) =>
        parameters['part'] === 'history'
          ? new Promise(() => undefined)
          : readConsent({ parameters, propertiesToSend: OPEN }, world),
    });
    await renderer.waitFor(() => {
      expect(page()).toContain('Marketing email can be sent');
    });
  });

  it('says what to do when the function can’t be reached, and looks again on request', async () => {
    let isUp = false;
    const world = worldOf(held({ statuses: [status('opted-in')] }));
    const { renderer, page } = show(held(), {
      serverless: (_uid, { parameters }) =>
        isUp
          ? readConsent({ parameters, propertiesToSend: OPEN }, world)
          : Promise.reject(new Error('ECONNREFUSED visitor@example.com')),
    });
    await renderer.waitFor(() => {
      expect(page()).toContain('could not be reached');
    });
    expect(page()).not.toContain('visitor@');
    isUp = true;
    renderer.find(LoadingButton).trigger('onClick');
    await renderer.waitFor(() => {
      expect(page()).toContain('Marketing email can be sent');
    });
  });

  it('a refusal from the function is said with its reason', async () => {
    const hubspot = held();
    const { renderer, toggles, page } = show(hubspot);
    await renderer.waitFor(() => {
      expect(toggles()).toHaveLength(2);
    });
    Object.assign(hubspot, optedOutBy('EMAIL'));
    toggles()[0]?.trigger('onChange', true as never);
    await renderer.waitFor(() => {
      expect(page()).toContain('Not changed. Your organisation’s rule: the state has changed');
      expect(page()).toContain('Your organisation’s rule: the contact opted out on');
    });
    expect(hubspot.writes).toEqual([]);
  });

  it('says who is asking, and labels what rests on that as advisory', async () => {
    const { renderer, page, sent, toggles } = show(held(), {
      privacy: { teams: { optIn: ['7'], marketing: 'anyone' } },
      user: { id: 47, teams: [{ id: 8 }, { id: 9 }] },
    });
    await renderer.waitFor(() => {
      expect(toggles()[0]?.props.label).toBe('Newsletter, locked: not your team');
    });
    expect(page()).toContain(
      'Your organisation’s rule, advisory, as HubSpot does not confirm who is asking: your team is not among those that may change this.',
    );
    expect(sent[0]?.parameters).toEqual({
      part: 'glance',
      words: { in: 'en', for: 'tab' },
      claim: { userId: '47', teamIds: ['8', '9'] },
    });
  });

  it('tells the function which state the person saw, for an opt-in', async () => {
    const { renderer, toggles, sent } = show(held());
    await renderer.waitFor(() => {
      expect(toggles()).toHaveLength(2);
    });
    toggles()[0]?.trigger('onChange', true as never);
    await renderer.waitFor(() => {
      expect(sent.find(({ uid }) => uid === 'change-consent')?.parameters).toEqual({
        act: 'opt-in',
        requestId: 'click-0001',
        typeId: '11',
        shown: 'not-specified',
      });
    });
  });

  it('S7: lets a person opt in while double opt-in is pending, and says that nothing will be sent yet', async () => {
    const contact = { ...held().contact, doubleOptIn: 'pending' as const };
    const { renderer, toggles, page } = show(held({ contact }));
    await renderer.waitFor(() => {
      expect(toggles()[0]?.props.readOnly).toBe(false);
    });
    expect(page()).toContain(
      'HubSpot’s limit: nothing will be sent until the contact confirms the double opt-in.',
    );
  });

  it.each([
    [
      'en',
      'HubSpot’s documents disagree on whether it is sent after an opt-out of all e-mail (checked on Nov 23, 2026); your organisation takes it as refused.',
    ],
    [
      'ja',
      'HubSpotの資料の間で一致していません（2026年11月23日確認）。自社では送信できないものとして扱います。',
    ],
  ])('S10 in %s: one-to-one mail after an opt-out of everything', async (language, sentence) => {
    const everything = [status('opted-out', { about: { kind: 'everything' } })];
    const { renderer, page } = show(held({ everything }), { language });
    await renderer.waitFor(() => {
      expect(page()).toContain(sentence);
    });
  });

  it('a law shows as law, as the organisation configured it', async () => {
    const { renderer, page, toggles } = show(held(), {
      privacy: { lawPacks: ['japan-anti-spam'] },
    });
    await renderer.waitFor(() => {
      expect(toggles()).toHaveLength(2);
    });
    toggles()[0]?.trigger('onChange', true as never);
    await renderer.waitFor(() => {
      expect(page()).toContain(
        'Law, as your organisation configured it: Act on Regulation of Transmission of Specified Electronic Mail, Article 3(2)',
      );
    });
  });

  it('names the setting that can’t be used', async () => {
    const { renderer, page } = show(held(), {
      serverless: () =>
        Promise.resolve({
          status: 'trouble',
          code: 'settings-refused',
          correlationId: 'c-1',
          setting: 'coolingOffDays',
        }),
    });
    await renderer.waitFor(() => {
      expect(page()).toContain(
        'A setting of the app can’t be used: coolingOffDays. Ask an admin to correct it.',
      );
    });
  });
});
