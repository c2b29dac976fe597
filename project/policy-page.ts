import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'prettier';

import type { Change } from '../src/app/policy/change.ts';
import { policyWith } from '../src/app/policy/default-policy.ts';
import { LAW_PACK_NAMES, type LawPack } from '../src/app/policy/organisation.ts';
import type { Requirement, Rule } from '../src/app/policy/rule.ts';
import { readerFor, tabReading } from '../src/app/extensions/consent/words/reading.ts';
import type { Words } from '../src/app/extensions/consent/words/tab-words.ts';
import { LANGUAGES } from '../src/app/words/languages.ts';
import { ROOT } from './docks.ts';

export const POLICY_PAGE = path.join(ROOT, 'POLICY.md');

const wordsIn = (language: 'en' | 'ja'): Words =>
  tabReading(readerFor({ language }, 'UTC'), LANGUAGES[language]).words;
const en = wordsIn('en');
const ja = wordsIn('ja');

type Both = readonly [en: string, ja: string];

const EFFECT: Readonly<Record<Rule['effect'], Both>> = {
  deny: ['locks', '変更不可'],
  require: ['asks for', '入力が必要'],
  allow: ['allows', '変更可'],
  note: ['says', '注意'],
  done: ['nothing to do', '変更不要'],
};

const CHANGE: Readonly<Record<Change, Both>> = {
  'opt-in': ['opting in', '配信登録'],
  'opt-out': ['opting out', '配信停止'],
  'opt-out-of-everything': ['opting out of everything', 'すべて配信停止'],
  'to-marketing': ['becoming marketing', 'マーケティング対象にする'],
  'to-non-marketing': ['becoming non-marketing', 'マーケティング対象外にする'],
  undo: ['undoing', '取り消し'],
};

const REQUIREMENT: Readonly<Record<Requirement, Both>> = {
  'legal-basis': ['legal basis', '法的根拠'],
  explanation: ['explanation', '説明'],
  evidence: ['evidence', '証跡'],
  'explicit-yes': ['an explicit yes', '明示的な確認'],
};

const LAW: Readonly<Record<LawPack, Both>> = {
  'eu-gdpr': ['EU: GDPR', 'EU：GDPR'],
  'japan-anti-spam': [
    'Japan: Act on Regulation of Transmission of Specified Electronic Mail',
    '日本：特定電子メール法',
  ],
  'canada-casl': ['Canada: CASL', 'カナダ：CASL'],
  'us-can-spam': ['United States: CAN-SPAM Act', '米国：CAN-SPAM法'],
};

/** The rules as a page for an admin or a lawyer, in both languages, made from the rules themselves. */
export async function policyPage(): Promise<string> {
  const { version, rules } = policyWith([]);
  const laws = LAW_PACK_NAMES.map((name) => {
    const of = policyWith([name]).rules.filter(({ authority }) => authority === 'law');
    return `### ${LAW[name].join(' · ')} (\`${name}\`)\n\n${table(of)}`;
  });
  const page = `# The policy · ポリシー

Version ${version}. Made from the rules by \`npm run policy\`; change the rules, not this page.
バージョン${version}。ルールから\`npm run policy\`で自動的に作成しています。変更する場合は、このページではなくルールを変更してください。

## How it decides · 判断のしかた

- What is asked for already holds: nothing is done. Else one rule that locks is enough to lock.
  すでにその状態であれば、何もしません。それ以外では、変更不可のルールが1つでも当てはまれば変更できません。
- What a rule needs to know and could not be read locks an opt-in, and never stops an opt-out.
  ルールに必要な情報を確認できない場合、配信登録はできませんが、配信停止は妨げられません。
- What no rule allows is not allowed. The order of rules has no say.
  許可するルールがない変更はできません。ルールの順序は結果に影響しません。
- A change made here can be undone for ten minutes, as correction of our own error, and never what the contact did.
  What keeps a contact from being opted in keeps an undo from doing it.
  ここで行った変更は、自社の誤りの訂正として10分以内であれば取り消せます。本人が行った変更は取り消せません。
  配信登録できない理由がある場合は、取り消しによって配信登録に戻すこともできません。
- An opt-out needs an address and, for one type, that type. It is never harder than an opt-in.
  配信停止に必要なのは、アドレスと（種類ごとの場合は）配信登録の種類だけです。配信登録より難しくなることはありません。
- Advisory rules rest on what the page says of its user, which HubSpot does not confirm to the app.
  「参考」のルールは、操作している人についてのページの申告に基づきます。HubSpotはそれをアプリに保証しません。

## The rules · ルール

${table(rules)}

## Law, only as an admin switches it on · 法令（管理者が有効にした場合のみ）

Each says one thing that was read in the law's own text. They are no legal advice, and whether a law applies to a mail
is for the organisation to judge. Each shows as “${en.whose.law}”.
各ルールは、法令の条文で確認した内容だけを示します。法的助言ではなく、法令がメールに適用されるかどうかは組織が判断します。
画面では「${ja.whose.law}」と表示されます。

${laws.join('\n\n')}
`;
  return format(page, { parser: 'markdown', printWidth: 100 });
}

function table(rules: readonly Rule[]): string {
  const head = [
    'Rule · ルール',
    'Effect · 効果',
    'On · 対象',
    'Whose, and what it says · 内容',
    'Next step or what is asked for · 次にできること・必要な入力',
    'Checked, source · 確認日・出典',
  ];
  const rows = rules.map((rule) => [
    `\`${rule.id}\`<br>${both((words) => words.ruleNames[rule.id])}`,
    EFFECT[rule.effect].join(' · '),
    rule.applies.to.map((change) => on(change, rule)).join('<br>'),
    both((words) => told(rule, words)),
    next(rule),
    `${rule.checkedOn}<br>${rule.source}`,
  ]);
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function told({ id, authority, advisory }: Rule, words: Words): string {
  const whose = words.whose[authority];
  const says = words.ruleSays[id].replace('{since}', '');
  return words.labelled(advisory === undefined ? whose : words.advisory(whose), says);
}

function on(change: Change, { applies }: Rule): string {
  const { undoTo } = applies;
  const [english, japanese] = CHANGE[change];
  if (change !== 'undo' || undoTo === undefined) return `${english} · ${japanese}`;
  const states = (words: Words) => undoTo.map((to) => words.state[to]);
  return `${english} → ${states(en).join(', ')} · ${japanese} → ${states(ja).join('、')}`;
}

function next(rule: Rule): string {
  switch (rule.effect) {
    case 'deny':
      return rule.remedies
        .map((step) => (typeof step === 'string' ? step : step.remedy))
        .map((remedy) => both((words) => words.remedy[remedy]))
        .join('<br>');
    case 'require':
      return rule.requires.map((need) => REQUIREMENT[need].join(' · ')).join('<br>');
    case 'allow':
    case 'note':
    case 'done':
      return '–';
  }
}

function both(say: (words: Words) => string): string {
  return `${say(en)}<br>${say(ja)}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(POLICY_PAGE, await policyPage());
  console.log(path.relative(ROOT, POLICY_PAGE));
}
