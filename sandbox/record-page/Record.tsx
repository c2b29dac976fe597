import * as React from 'react';
import { useEffect, useMemo, useState } from 'react';
import type { Language as CardLanguage } from '../../src/app/words/first.ts';
import type { Listing } from '../stage/view.ts';
import { AlertBanners, alerts } from './alerts.tsx';
import { Card } from './Card.tsx';
import { contextOf } from './context.ts';
import { readProperties } from './open-contact.ts';
import { NotInstalled } from './play/NotInstalled.tsx';
import { PlayPanel } from './play/PlayPanel.tsx';
import { useStage } from './play/use-stage.ts';
import { playWords } from './play/words/index.ts';
import { recordChanges } from './record-changes.ts';
import { words, type Language } from './words.ts';

/** The open contact: who it is, both cards, and the panel in which parts are played. */
export function Record(props: {
  readonly scenario: Listing['scenarios'][number];
  readonly portal: Listing['portals'][number];
  readonly listing: Listing;
  readonly language: Language;
  readonly cardLanguage: CardLanguage;
}) {
  const { scenario, portal, listing, language, cardLanguage } = props;
  const { contactId, story } = scenario;
  const said = words[language];
  const changes = useMemo(recordChanges, []);
  const banners = useMemo(alerts, []);
  const { view, refused, ask, look } = useStage(scenario.id, changes);
  const [properties, setProperties] = useState<Readonly<{ [name: string]: string }>>({});
  const isOpen = view !== undefined;
  useEffect(() => {
    if (!isOpen) return undefined;
    const read = () => void readProperties(portal.id, contactId).then(setProperties);
    read();
    return changes.listen(read);
  }, [isOpen, portal.id, contactId, changes]);
  const contexts = useMemo(
    () => ({
      tab: contextOf('crm.record.tab', portal, contactId, cardLanguage),
      sidebar: contextOf('crm.record.sidebar', portal, contactId, cardLanguage),
    }),
    [portal, contactId, cardLanguage],
  );
  if (view === undefined) return <main className="record" />;

  const address = properties['email'] ?? '';
  const { edition, privacySettings } = view.settings;
  const cards = { changes, alerts: banners, failed: said.failed, onCall: look };
  return (
    <main className="record">
      <AlertBanners alerts={banners} close={said.close} />
      <div className="beside">
        <section className="panel about">
          <header>{said.about}</header>
          <div>
            <h1>
              {`${properties['firstname'] ?? ''} ${properties['lastname'] ?? ''}`.trim() ||
                scenario.id}
            </h1>
            <dl>
              <dt>{said.email}</dt>
              <dd>{address === '' ? said.none : address}</dd>
              <dt>{said.portal}</dt>
              <dd>
                {said.account({
                  name: portal.name,
                  edition: playWords[language].edition[edition],
                  timeZone: portal.timeZone,
                  privacySettings,
                })}
              </dd>
            </dl>
            <div className="story">
              <dl>
                <dt>{said.story}</dt>
                <dd>{story[language]}</dd>
              </dl>
            </div>
          </div>
        </section>
        <PlayPanel
          scenario={scenario}
          timeZone={portal.timeZone}
          hasAddress={address !== ''}
          {...{ listing, view, refused, language, ask }}
        />
      </div>
      <section className="panel" data-surface="tab">
        <header>{said.tab}</header>
        <div lang={view.has.functions ? cardLanguage : language}>
          {view.has.functions ? (
            <Card bundle="ConsentTab" context={contexts.tab} {...cards} />
          ) : (
            <NotInstalled language={language} />
          )}
        </div>
      </section>
      {view.has.functions ? (
        <aside>
          <section className="panel" data-surface="sidebar">
            <header>{said.sidebar}</header>
            <div lang={cardLanguage}>
              <Card bundle="ConsentSidebar" context={contexts.sidebar} {...cards} />
            </div>
          </section>
        </aside>
      ) : null}
    </main>
  );
}
