import { createRenderer } from '@hubspot/ui-extensions/testing';
import * as React from 'react';
import { describe, expect, it, vi } from 'vitest';
import { withWords } from '../../src/app/app.functions/with-words.ts';
import { askThrough } from '../../src/app/extensions/consent/ask.ts';
import { ConsentCard, type BelowProps } from '../../src/app/extensions/consent/ConsentCard.tsx';
import { useHistory } from '../../src/app/extensions/consent/timeline/use-history.ts';
import { glance } from './a-card.tsx';

describe('the timeline', () => {
  it('is read anew with every new glance, also one of the same millisecond', async () => {
    const asked: unknown[] = [];
    let recordChanged: () => void = () => undefined;
    const renderer = createRenderer('crm.record.tab');
    renderer.render(
      <ConsentCard
        ask={askThrough((_uid, { parameters }) => {
          asked.push(parameters.part);
          return Promise.resolve(
            parameters.part === 'glance'
              ? withWords(parameters, { status: 'glance', glance: glance() })
              : {},
          );
        })}
        user={{}}
        timeZone="UTC"
        page={{
          refreshObjectProperties: () => undefined,
          onCrmPropertiesUpdate: (_names, callback) => {
            recordChanged = callback;
          },
          closeOverlay: () => undefined,
          copyTextToClipboard: () => Promise.resolve(),
        }}
        below={Below}
      />,
    );
    await vi.waitFor(() => {
      expect(asked).toEqual(['glance', 'history']);
    });
    recordChanged();
    await vi.waitFor(() => {
      expect(asked).toEqual(['glance', 'history', 'glance', 'history']);
    });
  });
});

function Below({ ask, version }: BelowProps) {
  useHistory(ask, version);
  return null;
}
