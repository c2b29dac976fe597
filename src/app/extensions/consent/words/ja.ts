import type { FactName } from '#policy/facts.ts';
import type { Lights } from '#policy/verdict.ts';
import { ruleNamesJa, ruleSaysJa } from './rules.ja.ts';
import type { SeenWords, TabWords, WayToAsk } from './words.ts';

const OBSTACLE: SeenWords['obstacles'] = {
  'no-address': 'Eメールアドレスが登録されていない',
  'opted-out-of-everything': 'すべてのEメールが配信停止になっている',
  'hard-bounced': 'ハードバウンスが発生している',
  quarantined: 'HubSpotがアドレスを隔離している',
  'double-opt-in-pending': 'ダブルオプトインが未確認である',
  'not-a-marketing-contact': 'マーケティング対象外のコンタクトである',
  'no-type-opted-in': '配信登録されている種類がない',
  'opted-out-of-brand': 'このブランドのすべてのEメールが配信停止になっている',
  'opted-out': '配信停止になっている',
  'not-specified': '配信登録されていない',
  'inactive-type': 'この種類が有効になっていない',
  'consent-outdated': '同意が自社の有効期間を過ぎている',
  'spam-complaint': '迷惑メールとして報告されている',
};

const LIGHT = { on: '問題なし', off: '問題あり', unknown: '不明' };

const LIGHT_NAME = { consent: '同意', deliverability: '到達性', billing: '課金' };

const WAY: Readonly<Record<WayToAsk, string>> = {
  phone: '電話',
  mail: 'メール',
  letter: '書面',
  meeting: '面談',
  chat: 'チャット',
  form: 'フォーム',
  other: 'その他の方法',
};

const FACT: Readonly<Record<FactName, string>> = {
  change: '変更の内容',
  typeId: '配信登録の種類',
  businessUnitId: '種類のブランド',
  contactFound: 'コンタクト',
  hasAddress: 'Eメールアドレス',
  typeExists: '配信登録の種類',
  typeIsActive: '種類が有効かどうか',
  typeIsInternal: '種類が社内用かどうか',
  typeIsLocked: '種類がロックされているかどうか',
  brandIsCovered: '種類のブランド',
  alreadySo: '現在の状態',
  changedSinceShown: '表示されていた状態',
  optedOutOfEverything: 'すべてのEメールの配信停止',
  lastOptOutBy: '配信停止を行った人',
  selfOptOuts: '自社の設定',
  inCoolingOff: '本人が最後に断った日時',
  consentIsOutdated: '同意の時期',
  spamComplaint: '迷惑メール報告の有無',
  hardBounced: 'バウンスの有無',
  quarantined: '隔離の有無',
  doubleOptInPending: 'ダブルオプトインの状態',
  privacySettings: 'プライバシー設定',
  teamMayChange: 'あなたのチーム',
  approver: '承認担当者の設定',
  ledger: '変更の記録',
  undoTo: '変更前の状態',
  undoTime: '変更した日時',
  changedSinceOwn: 'その後の変更の有無',
  notSpecifiedIsAccepted: 'HubSpotで「未指定」に戻せるかどうか',
  marketingIsOffered: 'アカウントの契約内容',
  marketingStatus: 'マーケティングステータス',
  marketingWorkflow: 'マーケティングステータス用のワークフロー',
  tier: 'マーケティングコンタクトの契約数',
  mayBeMailed: '同意の内容',
};

const REASON_TYPE: Readonly<Record<string, string>> = {
  FORM_SUBMISSION: 'フォーム送信',
  CONTACT_IMPORT: 'インポート',
  WORKFLOW: 'ワークフロー',
  USER_SET: 'ユーザーによる設定',
  INTEGRATOR_SET: '連携アプリ',
  CONVERSATION: 'コミュニケーション',
  AD: '広告',
  EMAIL: 'Eメール',
  INITIAL_STATE: '初期設定',
  SAMPLE_CONTACT: 'サンプルコンタクト',
};

export const seenJa: SeenWords = {
  lightNames: LIGHT_NAME,
  light: LIGHT,
  lastChange: '最後の変更',
  allMail: 'すべてのEメール',
  lockedTypes: (names, why) => `変更不可：${names.join('、')}（${why}）`,
  openTab: '変更の操作とすべての履歴は、このレコードのタブにあるカード「Consent」をご覧ください。',
  looksAgainIn: (seconds) => `${String(seconds)}秒後に自動で再読み込みします。`,
  notLookedAgain: (readAt) => `${readAt}時点の状態を表示しています`,
  loading: 'HubSpotから同意の状況を読み込んでいます',
  labelled: (label, text) => `${label}：${text}`,
  tryAgain: '再読み込み',
  verdict: (verdict, nameOf) => {
    switch (verdict.kind) {
      case 'will-send':
        return `マーケティングEメールは配信されます（${verdict.typeIds.map(nameOf).join('、')}）。${
          verdict.outdated.length === 0
            ? ''
            : `自社で定めた同意の有効期間を過ぎています（${verdict.outdated.map(nameOf).join('、')}）。`
        }`;
      case 'will-not-send':
        return `${verdict.because.map((why) => OBSTACLE[why]).join('、')}ため、マーケティングEメールは配信されません。`;
      case 'unknown':
        return 'HubSpotから一部の情報を取得できなかったため、マーケティングEメールが配信されるかどうかは分かりません。しばらくしてから再読み込みしてください。';
    }
  },
  obstacles: OBSTACLE,
  state: { 'opted-in': '配信登録済み', 'opted-out': '配信停止', 'not-specified': '未指定' },
  since: (state, at, who) => `${state}（${at}、${who}）`,
  who: (actor) => {
    switch (actor.kind) {
      case 'contact':
        if (actor.by === 'form')
          return actor.name
            ? `コンタクト本人・フォーム「${actor.name}」`
            : 'コンタクト本人・フォーム';
        if (actor.by === 'preferences') return 'コンタクト本人・配信設定ページ';
        if (actor.by === 'meeting') return 'コンタクト本人・ミーティングページ';
        if (actor.by === 'membership') return 'コンタクト本人・会員ページ';
        return actor.by === 'email' ? 'コンタクト本人・Eメール内のリンク' : 'コンタクト本人';
      case 'staff':
        return (
          actor.name ?? (actor.userId ? `社内ユーザー（ID：${actor.userId}）` : '社内ユーザー')
        );
      case 'workflow':
        return actor.name ? `ワークフロー「${actor.name}」` : 'ワークフロー';
      case 'import':
        return actor.name ? `インポート「${actor.name}」` : 'インポート';
      case 'integration':
        return actor.name
          ? `連携アプリ「${actor.name}」`
          : actor.appId
            ? `連携アプリ（ID：${actor.appId}）`
            : '連携アプリ';
      case 'this-card':
        return 'このカードから変更';
      case 'hubspot':
        return 'HubSpotの自動処理';
      case 'someone':
        return '変更者はHubSpotに記録なし';
    }
  },
  ruleNames: ruleNamesJa,
  locked: (name, why) => `${name}（変更不可：${why}）`,
  notKnownShort: '確認できません',
  problemTitle: '同意の状況を表示できません',
  trouble: (code, detail) => {
    switch (code) {
      case 'missing-scope':
        return `アプリに必要な権限${detail === undefined ? '' : `（${detail}）`}がありません。アプリの再インストールを管理者に依頼してください。`;
      case 'bad-token':
        return 'アプリのトークンがHubSpotに受け付けられません。アプリの再インストールを管理者に依頼してください。';
      case 'record-not-found':
        return 'このコンタクトはHubSpotに見つかりません。マージまたは削除された可能性があります。ページを再読み込みしてください。';
      case 'rate-limited':
        return 'HubSpotへのアクセスが集中しています。数秒待ってから再読み込みしてください。';
      case 'hubspot-failing':
        return 'HubSpotが正常に応答していません。1分ほど待ってから再読み込みしてください。';
      case 'timed-out':
        return 'HubSpotの応答に時間がかかっています。1分ほど待ってから再読み込みしてください。';
      case 'unreadable-answer':
        return 'HubSpotの応答を正しく読み取れないため、表示を控えています。管理者にお知らせください。';
      case 'rejected-by-hubspot':
        return 'HubSpotにリクエストを拒否されました。管理者にお知らせください。';
      case 'not-configured':
        return 'アプリが正しく設定されていません。トークンと設定の確認を管理者に依頼してください。';
      case 'not-set-up':
        return 'このアカウントではアプリの初期設定が完了していません。初期設定の実行を管理者に依頼してください。';
      case 'settings-refused':
        return `アプリの設定${detail === undefined ? '' : `「${detail}」`}が正しくありません。修正を管理者に依頼してください。`;
      case 'internal':
        return 'アプリ内部で問題が発生しました。管理者にお知らせください。';
    }
  },
  badRequest: {
    'invalid-parameters': 'リクエストを処理できませんでした。ページを再読み込みしてください。',
    'record-missing':
      'どのコンタクトが開かれているか確認できませんでした。ページを再読み込みしてください。',
    'record-changed':
      'コンタクトのEメールアドレスが変更されました。ページを再読み込みしてください。',
    'request-reused':
      '変更されませんでした。同じ番号のリクエストが、別の内容ですでに送信されています。ページを再読み込みして、もう一度操作してください。',
  },
  notReached:
    'アプリの関数に接続できません。インストールされていない可能性があります。再読み込みしても変わらない場合は、管理者にお知らせください。',
  reference: (correlationId) => `管理者への連絡用の番号：${correlationId}`,
};

export const tabJa: TabWords = {
  setUp: {
    title: '変更の記録先が設定されていません',
    says: '配信停止はこのまま行えますが、記録を残せない配信登録は行いません。',
    button: '設定する',
    notOurs:
      'アプリの記録先と同じ名前のものがすでに存在するため、変更しませんでした。管理者にお知らせください。',
    noKey: (code) =>
      `アプリの署名鍵を利用できません（${code}）。シークレットの設定を管理者に依頼してください。`,
  },
  optIn: (name) => `「${name}」を配信登録`,
  optOutOf: (name) => `「${name}」を配信停止`,
  recordRequest: (name) => `本人の依頼で「${name}」を配信停止`,
  everything: {
    title: 'すべてのEメール',
    button: 'すべてのEメールを配信停止',
    warning:
      'すべての種類のマーケティングEメールが配信されなくなります。HubSpotには元に戻す方法がなく、ここで取り消すことはできません。配信を再開できるのは本人だけです。',
    confirm: 'すべて配信停止する',
  },
  requestText: {
    copy: '本人への依頼文をコピー',
    copied: 'コピーしました。',
    text: (name) =>
      `現在、「${name}」の配信を停止しております。再度の配信をご希望の場合は、お手数ですが、弊社からのEメールの末尾にあるリンクから配信設定ページを開き、ご自身でお選びください。お手続きがない限り、配信を再開することはございません。`,
  },
  asksFirst: (name, why) => `${name}（${why}）`,
  undo: (state) => `取り消して「${state}」に戻す`,
  undoUntil: (time) => `${time}まで`,
  nextUpdateDate: (date) => `次回の変更反映日：${date}`,
  toMarketing: 'マーケティングコンタクトに設定',
  marketingRequest: ({ to, state, by }, at) => {
    const wish = to === 'marketing' ? 'マーケティングコンタクト' : 'マーケティング対象外';
    const who = by === 'elsewhere' ? 'このカード以外から' : '';
    const how = {
      requested: '送信済み（HubSpotではまだ確認できません）',
      pending: 'ワークフローの反映待ち',
      applied: '反映済み',
      'not-applied':
        '未反映。ワークフローがオンになっているか、再登録が許可されているか、HubSpotの実行履歴を確認してください',
    }[state];
    return `${wish}への変更（${at}に${who}依頼）：${how}。`;
  },
  mail: (verdict) => {
    switch (verdict.mail) {
      case 'sent':
        return `配信されます。`;
      case 'sent-too-late':
        return `HubSpotからは配信されますが、${OBSTACLE['consent-outdated']}ため、本人に改めて確認してください。`;
      case 'not-sent':
        return `${obstaclesIn(verdict).join('、')}ため、配信されません。`;
      case 'not-known':
        return `配信されるかどうか分かりません。`;
    }
  },
  oneToOneTitle: '1対1のEメール',
  oneToOne: (verdict) => {
    const said = verdict.documentsDisagree;
    if (said !== undefined)
      return `すべてのEメールが配信停止になった後も送信できるかどうかは、HubSpotの資料の間で一致していません（${said.checkedOn}確認）。自社では${said.treatedAs === 'refused' ? '送信できない' : '送信できる'}ものとして扱います。`;
    if (verdict.mail === 'sent') return '送信できます。';
    if (verdict.mail === 'not-sent')
      return `${obstaclesIn(verdict).join('、')}ため、送信できません。`;
    return '送信できるかどうか分かりません。';
  },
  stateNotRecorded: 'HubSpotに記録なし',
  whose: {
    hubspot: 'HubSpotの制限',
    organisation: '自社のルール',
    law: '法令（自社の設定による）',
  },
  advisory: (whose) => `${whose}（参考：操作している人をHubSpotがアプリに保証していないため）`,
  ruleSays: ruleSaysJa,
  sinceThen: (at) => `${at}に`,
  notKnown: (missing) =>
    `${[...new Set(missing.map((fact) => FACT[fact]))].join('、')}を確認できなかったため、現在は変更できません。しばらくしてから再読み込みしてください。`,
  nextStep: '次にできること',
  remedy: {
    'add-address': 'コンタクトにEメールアドレスを追加してください。',
    'share-preference-link':
      '本人専用の配信設定ページのリンクを送り、ご本人に選んでもらってください。',
    'ask-admin-to-activate-type':
      'HubSpotの設定でこの種類を有効にするよう、管理者に依頼してください。',
    'change-in-hubspot': 'HubSpotの画面で直接変更してください。',
    'check-the-type': '種類の一覧が変わりました。ページを再読み込みしてください。',
    'check-the-contact': 'ページを再読み込みするか、別のアドレスでコンタクトを検索してください。',
    'look-again': '現在の状態を確認してから、改めて判断してください。',
    'make-a-new-change': '必要な項目を入力し、新しい変更として操作してください。',
    wait: '再確認待ち期間が終わるまでお待ちください。',
    'opt-in-first': '先に、いずれかの種類について本人の同意を得てください。',
    'ask-admin-for-permission': '変更できる人を管理者に確認してください。',
    'ask-admin-to-set-up': 'アプリの記録先を設定するよう、管理者に依頼してください。',
    'ask-admin-to-check-record':
      'このコンタクトの変更の記録を確認するよう、管理者に依頼してください。',
    'ask-admin-for-workflow':
      'マーケティングステータス用のワークフローを設定するよう、管理者に依頼してください。',
    'ask-for-approval': '自社の承認担当者に、証跡を添えて承認を依頼してください。',
    'ask-admin-about-plan':
      'マーケティングコンタクトを利用できる契約かどうか、管理者に確認してください。',
  },
  subscriptions: '配信登録の種類',
  saving: '保存しています',
  form: {
    basis: 'コミュニケーションの法的根拠',
    explanation: '説明',
    explanationHint: '何に、いつ、どのように同意したか（HubSpotに記録されます）',
    useWording: (wording) => `この文を使う：「${wording}」`,
    evidence: '証跡',
    evidenceHint: '証拠となるものの所在（通話、チケット、フォーム、書面など）',
    askedBy: '本人からの依頼方法',
    askedOn: '依頼を受けた日',
    ways: WAY,
    explicitYes: '内容を確認し、実行します',
    needed: '必須項目です。',
    cancel: 'キャンセル',
    discarded:
      '入力中にレコードが変更されたため、入力内容を破棄しました。現在の状態を確認してください。',
  },
  wording: (by, on, name) =>
    `${on === undefined ? '' : `${on}、`}${WAY[by]}で「${name}」の配信希望を受けた。`,
  legalBasis: {
    CONSENT_WITH_NOTICE: 'コンタクトからの自由意志による同意',
    LEGITIMATE_INTEREST_PQL: '正当な利益：見込み客・リード',
    LEGITIMATE_INTEREST_CLIENT: '正当な利益：既存顧客',
    LEGITIMATE_INTEREST_OTHER: '正当な利益：その他',
    PERFORMANCE_OF_CONTRACT: '契約の履行',
    PROCESS_AND_STORE: 'データの処理・保管への同意',
    NON_GDPR: '該当なし（GDPRの対象外）',
  },
  outcome: {
    changed: {
      'opt-in': '保存しました。HubSpotで配信登録済みになっています。',
      'opt-out': '保存しました。HubSpotで配信停止になっています。',
      'opt-out-of-everything': '保存しました。HubSpotですべてのEメールが配信停止になっています。',
      'to-marketing': '保存しました。HubSpotでマーケティングコンタクトになっています。',
      'to-non-marketing': '保存しました。HubSpotでマーケティング対象外になっています。',
      undo: '取り消しました。元の状態に戻っています。',
    },
    requested: '依頼しました。ワークフローによって反映されます。',
    'nothing-to-do': '変更の必要はありません。HubSpotですでにこの状態になっています。',
    'not-done': {
      'refused-by-hubspot': [
        '変更されませんでした（HubSpotによる拒否）。',
        '直前に本人が配信停止した可能性があります。',
      ],
      'changed-meanwhile': [
        '変更されませんでした（先に別の変更あり）。',
        '現在の状態をここに表示しています。確認してから、改めて判断してください。',
      ],
      reversed: [
        '変更を直ちに元に戻しました。',
        '同時に本人が配信停止したため、本人の意思を優先しました。',
      ],
    },
    overtaken: ['変更後に、別の場所で再び変更されました。', '現在の状態をここに表示しています。'],
    'not-recorded':
      '変更されませんでした。現在、変更の記録を保存できません。記録を残せない配信登録は行いません。',
    'not-known-yet':
      '保存されたかどうか、まだ確認できていません。もう一度操作する前に、再読み込みしてください。',
    refused: '変更されませんでした。',
    lacking: '変更されませんでした。必要な項目が入力されていません。',
  },
  recordOwed: '変更は完了していますが、その記録がまだ保存されていません。自動的に再送します。',
  marketing: (status, date) => {
    switch (status.kind) {
      case 'marketing':
        return `マーケティングコンタクトです${reason(status)}。${status.untilNextUpdateDate ? `次回の変更反映日${date === undefined ? '' : `（${date}）`}にマーケティング対象外になります。` : ''}`;
      case 'non-marketing':
        return `マーケティング対象外です${reason(status)}。`;
      case 'unavailable':
        return 'このアカウントでは利用できません（HubSpotからマーケティングステータスが送られていません）。';
    }
  },
  marketingTitle: 'マーケティングステータス',
  doubleOptInTitle: 'ダブルオプトイン',
  doubleOptIn: {
    'not-required': '不要',
    pending: '確認待ち',
    confirmed: '確認済み',
    unknown: '不明',
  },
  notRecorded:
    'プライバシー設定がオフのため、HubSpotに記録がなくても、フォームなど別の場所に同意の証跡がある可能性があります。',
  otherAddresses: (count) =>
    `このコンタクトには、ほかに${String(count)}件のアドレスがあります。同意はアドレスごとに管理され、ここには表示されません。`,
  timeline: '同意の履歴',
  timelineEmpty: 'このコンタクトについて、同意の変更はHubSpotに記録されていません。',
  showOlder: '以前の変更を表示',
  olderMayExist: 'HubSpotの保存件数には限りがあるため、さらに古い変更が存在する可能性があります。',
  when: '日時',
  what: '内容',
  byWhom: '変更者',
  everyoneActsThroughTheApp:
    'ここでの変更は、ご自身のHubSpotの権限にかかわらず、アプリの権限で行われます。',
};

function reason(status: { readonly reason?: string; readonly reasonName?: string }): string {
  if (status.reason === undefined) return '';
  const name = status.reasonName === undefined ? '' : `「${status.reasonName}」`;
  return `（理由：${REASON_TYPE[status.reason] ?? 'HubSpotに説明なし'}${name}）`;
}

function obstaclesIn({ consent, deliverability, billing }: Lights): string[] {
  return [consent, deliverability, billing].flatMap((light) =>
    light.is === 'off' ? light.why.map((why) => OBSTACLE[why]) : [],
  );
}
