import * as React from 'react';
import { useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { AlertBanners, alerts } from './alerts.tsx';
import { Card, type CardContext } from './Card.tsx';
import { readProperties } from './open-contact.ts';
import { recordChanges } from './record-changes.ts';
import { words, type Language } from './words.ts';

interface Portal {
  readonly id: number;
  readonly name: string;
  readonly timeZone: string;
  readonly appId: number;
  readonly privacySettings: 'on' | 'off';
  readonly edition: string;
}

interface Scenario {
  readonly id: string;
  readonly portalId: number;
  readonly contactId: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly story: Readonly<Record<Language, string>>;
}

interface Listing {
  readonly portals: readonly Portal[];
  readonly scenarios: readonly Scenario[];
}

const query = new URLSearchParams(window.location.search);

/** Language and contact stand in the address, so that a situation can be linked to. */
function Page({ listing }: { readonly listing: Listing }) {
  const language: Language = query.get('lang') === 'ja' ? 'ja' : 'en';
  const said = words[language];
  const scenario =
    listing.scenarios.find(({ id }) => id === query.get('contact')) ?? listing.scenarios[0];
  const portal = listing.portals.find(({ id }) => id === scenario?.portalId);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  if (scenario === undefined || portal === undefined) return null;
  return (
    <>
      <header className="bar">
        <strong>{said.sandbox}</strong>
        <label>
          {said.contact}
          <select
            value={scenario.id}
            onChange={({ target }) => {
              open(target.value, language);
            }}
          >
            {listing.scenarios.map(({ id, title }) => (
              <option key={id} value={id}>
                {`${id} · ${title[language]}`}
              </option>
            ))}
          </select>
        </label>
        <select
          aria-label="Language / 言語"
          value={language}
          onChange={({ target }) => {
            open(scenario.id, target.value);
          }}
        >
          <option value="en">English</option>
          <option value="ja">日本語</option>
        </select>
        <button
          type="button"
          onClick={() => {
            void fetch('/api/reset', { method: 'POST' }).then(() => {
              window.location.reload();
            });
          }}
        >
          {said.reset}
        </button>
      </header>
      <p className="notice">{said.notice}</p>
      <Record scenario={scenario} portal={portal} language={language} />
    </>
  );
}

function Record(props: {
  readonly scenario: Scenario;
  readonly portal: Portal;
  readonly language: Language;
}) {
  const { scenario, portal, language } = props;
  const said = words[language];
  const changes = useMemo(recordChanges, []);
  const banners = useMemo(alerts, []);
  const [properties, setProperties] = useState<Readonly<{ [name: string]: string }>>({});
  useEffect(() => {
    const read = () => void readProperties(portal.id, scenario.contactId).then(setProperties);
    read();
    return changes.listen(read);
  }, [portal.id, scenario.contactId, changes]);
  const contexts = useMemo(
    () => ({
      tab: contextOf('crm.record.tab', portal, scenario, language),
      sidebar: contextOf('crm.record.sidebar', portal, scenario, language),
    }),
    [portal, scenario, language],
  );
  const address = properties['email'];
  return (
    <main className="record">
      <AlertBanners alerts={banners} close={said.close} />
      <section className="panel about">
        <header>{said.about}</header>
        <div>
          <h1>
            {`${properties['firstname'] ?? ''} ${properties['lastname'] ?? ''}`.trim() ||
              scenario.id}
          </h1>
          <dl>
            <dt>{said.email}</dt>
            <dd>{address === undefined || address === '' ? said.none : address}</dd>
            <dt>{said.portal}</dt>
            <dd>{`${portal.name} (${portal.timeZone}, ${said.privacy[portal.privacySettings]})`}</dd>
          </dl>
          <div className="story">
            <dl>
              <dt>{said.story}</dt>
              <dd>{scenario.story[language]}</dd>
            </dl>
          </div>
        </div>
      </section>
      <section className="panel" data-surface="tab">
        <header>{said.tab}</header>
        <div>
          <Card
            bundle="ConsentTab"
            context={contexts.tab}
            changes={changes}
            alerts={banners}
            failed={said.failed}
          />
        </div>
      </section>
      <aside>
        <section className="panel" data-surface="sidebar">
          <header>{said.sidebar}</header>
          <div>
            <Card
              bundle="ConsentSidebar"
              context={contexts.sidebar}
              changes={changes}
              alerts={banners}
              failed={said.failed}
            />
          </div>
        </section>
      </aside>
    </main>
  );
}

function contextOf(
  location: CardContext['location'],
  portal: Portal,
  scenario: Scenario,
  language: Language,
): CardContext {
  return {
    location,
    user: {
      id: 47,
      email: 'marketer@example.com',
      emails: ['marketer@example.com'],
      firstName: 'Sandbox',
      lastName: 'Marketer',
      roles: [],
      teams: [],
      permissions: [],
      locale: language === 'ja' ? 'ja-jp' : 'en-gb',
      language,
    },
    portal: { id: portal.id, timezone: portal.timeZone },
    crm: { objectId: Number(scenario.contactId), objectTypeId: '0-1' },
    extension: { appId: portal.appId, appName: 'Consent Card', cardTitle: 'Consent' },
    variables: {},
  };
}

function open(contact: string, language: string): void {
  window.location.search = new URLSearchParams({ contact, lang: language }).toString();
}

const root = document.getElementById('root');
if (root !== null) {
  void fetch('/api/scenarios')
    .then((response) => response.json() as Promise<Listing>)
    .then((listing) => {
      createRoot(root).render(<Page listing={listing} />);
    });
}
