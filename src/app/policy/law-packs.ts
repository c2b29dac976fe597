import type { LawPack } from './organisation.ts';
import type { Rule } from './rule.ts';

const GDPR = 'https://eur-lex.europa.eu/eli/reg/2016/679/oj';
const JAPAN = 'https://laws.e-gov.go.jp/law/414AC0000000026';
const CASL = 'https://laws-lois.justice.gc.ca/eng/acts/E-1.6/';
const CAN_SPAM =
  'https://www.govinfo.gov/content/pkg/USCODE-2023-title15/html/USCODE-2023-title15-chap103-sec7704.htm';

/**
 * Rules that an admin switches on, law by law. Each says one thing that was read in the law's own text and
 * names where; what was not read there is left out. They add requirements and notes and forbid nothing by
 * themselves: whether a law applies to a mail is for the organisation to judge, not for this product.
 */
export const LAW_PACKS: Readonly<Record<LawPack, readonly Rule[]>> = {
  'eu-gdpr': [
    {
      id: 'eu-consent-must-be-shown',
      effect: 'require',
      authority: 'law',
      applies: { to: ['opt-in'] },
      requires: ['legal-basis', 'explanation'],
      checkedOn: '2026-11-24',
      source: `Regulation (EU) 2016/679, Article 7(1): ${GDPR}`,
    },
    {
      id: 'eu-consent-may-be-withdrawn',
      effect: 'note',
      authority: 'law',
      applies: { to: ['opt-in'] },
      checkedOn: '2026-11-24',
      source: `Regulation (EU) 2016/679, Article 7(3): ${GDPR}`,
    },
  ],
  'japan-anti-spam': [
    {
      id: 'japan-consent-record',
      effect: 'require',
      authority: 'law',
      applies: { to: ['opt-in'] },
      requires: ['legal-basis', 'explanation'],
      checkedOn: '2026-11-24',
      source: `特定電子メールの送信の適正化等に関する法律 (平成14年法律第26号) 第3条第2項: ${JAPAN}`,
    },
    {
      id: 'japan-refusal',
      effect: 'require',
      authority: 'law',
      applies: { to: ['opt-in'] },
      when: { condition: 'contact-wants-out' },
      requires: ['evidence'],
      checkedOn: '2026-11-24',
      source: `特定電子メールの送信の適正化等に関する法律 (平成14年法律第26号) 第3条第3項: ${JAPAN}`,
    },
  ],
  'canada-casl': [
    {
      id: 'canada-burden-of-proof',
      effect: 'require',
      authority: 'law',
      applies: { to: ['opt-in'] },
      requires: ['legal-basis', 'explanation'],
      checkedOn: '2026-11-24',
      source: `S.C. 2010, c. 23, section 13: ${CASL}`,
    },
    {
      id: 'canada-unsubscribe',
      effect: 'note',
      authority: 'law',
      applies: { to: ['opt-out', 'opt-out-of-everything'] },
      checkedOn: '2026-11-24',
      source: `S.C. 2010, c. 23, subsection 11(3): ${CASL}`,
    },
  ],
  'us-can-spam': [
    {
      id: 'us-consent-after-opt-out',
      effect: 'require',
      authority: 'law',
      applies: { to: ['opt-in'] },
      when: { condition: 'contact-wants-out' },
      requires: ['evidence'],
      checkedOn: '2026-11-24',
      source: `15 U.S.C. 7704(a)(4)(B): ${CAN_SPAM}`,
    },
    {
      id: 'us-opt-out',
      effect: 'note',
      authority: 'law',
      applies: { to: ['opt-out', 'opt-out-of-everything'] },
      checkedOn: '2026-11-24',
      source: `15 U.S.C. 7704(a)(4)(A): ${CAN_SPAM}`,
    },
  ],
};
