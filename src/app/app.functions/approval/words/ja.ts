import type { ApprovalWords } from './words.ts';

export const approvalJa: ApprovalWords = {
  subject: (asked) => `承認依頼：${asked}`,
  intro: 'Consent Cardでは行えない変更について、承認の依頼がありました。',
  optIn: (type) => `「${type}」への配信登録`,
  toMarketing: 'マーケティング対象への変更',
  asked: (what) => `依頼内容：${what}`,
  contact: (id) => `コンタクト：レコードID ${id}（このタスクに関連付けられています）`,
  rule: {
    'locked-type': 'この種類は自社の設定でロックされています',
    'opted-out-by-contact': 'コンタクト本人が配信停止しています',
    'opted-out-by-someone-unknown':
      '配信停止されていますが、誰によるものかHubSpotに記録がなく、本人の意思とみなしています',
    'opted-out-of-everything':
      'すべてのEメールが配信停止されています（HubSpotの記録では本人の操作とは確認できません）',
    'opted-out-of-brand':
      'このブランドのすべてのEメールが配信停止されています（HubSpotの記録では本人の操作とは確認できません）',
    'cooling-off': '本人が拒否してから、自社で定めた期間が経過していません',
    'team-may-not-change':
      '依頼者のチームには変更の権限がありません（ページの申告によるもので、HubSpotでは確認されていません）',
    'marketing-without-consent': 'マーケティングEメールについて本人の同意がありません',
  },
  inTheWay: (rule) => `変更できない理由：${rule}`,
  since: (rule, at) => `${rule}（${at}から）`,
  way: {
    phone: '電話',
    mail: 'Eメール',
    letter: '手紙',
    meeting: '面談',
    chat: 'チャット',
    form: 'フォーム',
    other: 'その他の方法',
  },
  byContact: (way, on) =>
    `変更の申し出：コンタクト本人から（${way}${on === undefined ? '' : `、${on}`}。依頼者の申告による）`,
  byStaff: '変更の申し出：本人からではなく、依頼者の判断によるもの',
  evidence: (text) => `証跡の所在：${text ?? '記入なし'}`,
  note: (text) => `メモ：${text}`,
  user: (id, name) => (name === undefined ? `ユーザーID ${id}` : `${name}（ユーザーID ${id}）`),
  askedBy: {
    vouched: (user) => `依頼者：${user}`,
    claimed: (user) => `依頼者：${user}（ページの申告によるもので、HubSpotでは確認されていません）`,
    unknown: '依頼者：不明',
  },
  unlocksNothing:
    'このタスクをどのように処理しても、設定は変わらず、ロックも解除されません。承認する場合は、権限のある方がご自身で変更してください。本人が配信停止している場合は、本人専用の配信設定ページのリンクから本人に再登録してもらいます。判断が済んだら、タスクを完了にしてください。',
  reference: '次の行は変更しないでください。',
};
