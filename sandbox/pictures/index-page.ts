import type { CardState, Language, Place } from '../states/state.ts';

export function fileOf({ name }: CardState, place: Place, language: Language): string {
  return `${name}-${place}-${language}.png`;
}

const ALT: Readonly<Record<Place, string>> = {
  tab: 'the card in a tab',
  sidebar: 'the card in the sidebar',
  modal: 'the modal',
};

/** The page that shows every state, English and Japanese beside each other. */
export function indexPage(states: readonly CardState[]): string {
  return `${[
    '# Every state of the card',
    'Made by `npm run screenshots` from the table of states (`sandbox/states`), over the emulated HubSpot: the look is the sandbox’s, the words and their order are the card’s. A tab is cut after its first switch where the rest tells nothing new. Reference numbers are zeros here.',
    ...states.map(section),
  ].join('\n\n')}\n`;
}

function section(state: CardState): string {
  const { kind, name, title, says } = state;
  const places = Object.keys(says) as Place[];
  const shown = (place: Place, language: Language) =>
    `![${title.en}, ${ALT[place]}, ${language === 'en' ? 'English' : 'Japanese'}](${fileOf(state, place, language)})`;
  return [
    `## ${title.en} · ${title.ja}`,
    '',
    `\`${name}\`${kind === name ? '' : ` (${kind})`}`,
    '',
    '| | English | 日本語 |',
    '| --- | --- | --- |',
    ...places.map((place) => `| ${place} | ${shown(place, 'en')} | ${shown(place, 'ja')} |`),
  ].join('\n');
}
