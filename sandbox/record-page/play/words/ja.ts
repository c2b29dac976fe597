import type { Act } from '../../../emulator/hubspot/acts.ts';
import type { Values } from '../parts.ts';
import type { Names, PlayWords } from './words.ts';

const TO: PlayWords['to'] = {
  SUBSCRIBED: '配信登録',
  UNSUBSCRIBED: '配信停止',
  NOT_SPECIFIED: '未指定',
};

const MARKETING: PlayWords['marketing'] = {
  marketing: 'マーケティングコンタクト',
  'non-marketing': 'マーケティング対象外',
};

const EDITION: PlayWords['edition'] = {
  'marketing-enterprise': 'Marketing Hub Enterprise',
  'marketing-enterprise-without-marketing-contacts':
    'Marketing Hub Enterprise（マーケティングコンタクトなし）',
  'sales-enterprise': 'Sales Hub Enterpriseのみ',
  'test-account': '開発者テストアカウント',
  free: '無料版',
};

const BASIS: Readonly<Record<Exclude<Values['legalBasis'], ''>, string>> = {
  CONSENT_WITH_NOTICE: '自由意志による同意',
  LEGITIMATE_INTEREST_PQL: '正当な利益：見込み客・リード',
  LEGITIMATE_INTEREST_CLIENT: '正当な利益：既存顧客',
  LEGITIMATE_INTEREST_OTHER: '正当な利益：その他',
  PERFORMANCE_OF_CONTRACT: '契約の履行',
  PROCESS_AND_STORE: 'データの処理・保管への同意',
  NON_GDPR: '該当なし（GDPRの対象外）',
};

const BOUNCE: PlayWords['bounce'] = {
  MAILBOX_FULL: 'メールボックスの容量超過',
  POLICY: '受信ポリシーによる拒否',
  UNKNOWN_USER: '宛先不明',
};

const ON_OFF: PlayWords['onOff'] = { on: 'オン', off: 'オフ' };

function ground(act: { readonly legalBasis?: string; readonly explanation?: string }): string {
  const basis = act.legalBasis as keyof typeof BASIS | undefined;
  const parts = [
    ...(basis === undefined ? [] : [`法的根拠：${BASIS[basis]}`]),
    ...(act.explanation === undefined ? [] : [`説明：${act.explanation}`]),
  ];
  return parts.length === 0 ? '' : `（${parts.join('、')}）`;
}

function said(act: Act, names: Names): string {
  switch (act.act) {
    case 'create':
      return act.properties['email']
        ? `コンタクトをHubSpotに登録（${act.properties['email']}）`
        : 'コンタクトをHubSpotに登録（Eメールアドレスなし）';
    case 'contact-link':
      return `本人がEメールのフッターのリンクから「${names.type(act.typeId)}」を配信停止`;
    case 'contact-link-everything':
      return act.brand === undefined
        ? '本人がすべてのEメールを配信停止'
        : `本人がブランド（ID：${String(act.brand)}）のすべてのEメールを配信停止`;
    case 'contact-preferences':
      return `本人が配信設定ページで「${names.type(act.typeId)}」を${TO[act.to]}に変更`;
    case 'contact-resubscription-mail':
      return `本人が配信再登録のEメールで「${names.type(act.typeId)}」の再登録を確定`;
    case 'contact-form':
      return `本人がフォーム「${names.form(act.formId)}」を送信（「${names.type(act.typeId)}」の同意欄：${act.ticked ? 'チェックあり' : 'チェックなし'}）`;
    case 'contact-interest-form':
      return `本人が正当な利益に基づくフォーム「${names.form(act.formId)}」を送信`;
    case 'spam-complaint':
      return `本人が「${names.type(act.typeId)}」のEメールを迷惑メールとして報告`;
    case 'hard-bounce':
      return `ハードバウンスが発生（${BOUNCE[act.reason]}）`;
    case 'double-opt-in':
      return {
        pending: 'ダブルオプトイン：確認待ち',
        'mail-sent': 'ダブルオプトイン：HubSpotが確認メールを送信',
        confirmed: 'ダブルオプトイン：本人が確認メールのリンクをクリック',
      }[act.stage];
    case 'colleague':
      return `${names.user(act.userId)}がHubSpotの画面で「${names.type(act.typeId)}」を${TO[act.to]}に変更${ground(act)}`;
    case 'colleague-everything':
      return `${names.user(act.userId)}がHubSpotの画面ですべてのEメールを配信停止に変更`;
    case 'workflow':
      return `ワークフロー「${act.name}」が「${names.type(act.typeId)}」を${TO[act.to]}に変更${ground(act)}`;
    case 'import':
      return `インポート「${act.name}」で「${names.type(act.typeId)}」を${TO[act.to]}に変更${ground(act)}`;
    case 'integration':
      return `連携アプリ「${act.name}」が「${names.type(act.typeId)}」を${TO[act.to]}に変更${ground(act)}`;
    case 'unnamed':
      return `「${names.type(act.typeId)}」を${TO[act.to]}に変更（変更者はHubSpotに記録なし）`;
    case 'marketing-status':
      return {
        FORM_SUBMISSION: `フォーム「${act.name}」の送信により、${MARKETING[act.to]}に設定`,
        USER_SET: `社内の担当者が${MARKETING[act.to]}に設定`,
        WORKFLOW: `ワークフロー「${act.name}」が${MARKETING[act.to]}に設定`,
      }[act.by];
    case 'delete':
      return 'コンタクトを削除';
    case 'privacy-delete':
      return 'プライバシー関連法令に基づき、コンタクトを完全に削除';
    case 'merge':
      return `コンタクト（ID：${act.otherId}）をこのコンタクトにマージ`;
    case 'change-address':
      return `${names.user(act.userId)}がEメールアドレスを${act.to}に変更`;
    case 'property':
      return `プロパティ「${act.name}」を「${act.value}」に変更`;
    case 'edition':
      return `アカウントの契約を変更：${EDITION[act.to]}`;
    case 'privacy-settings':
      return `プライバシー設定を${ON_OFF[act.to]}に変更`;
    case 'portal-double-opt-in':
      return `アカウントのダブルオプトインを${ON_OFF[act.to]}に変更`;
    case 'billing':
      return act.to.term === 'annual'
        ? '年払いに変更（変更反映日は毎月1日）'
        : `月払いに変更（変更反映日は毎月${String(act.to.renewalDay)}日）`;
    case 'flow':
      return '管理者がワークフローを作成';
    case 'marketing-workflows':
      return `管理者がマーケティングステータス変更用のワークフローを${ON_OFF[act.to]}に変更`;
  }
}

export const ja: PlayWords = {
  title: '役を演じる',
  intro: 'ほかの人や機能として操作し、カードの変化を確認できます。',
  now: (at) => `サンドボックスの日時：${at}`,
  steps: {
    title: '一歩ずつ再現',
    first: '最初から',
    next: '次へ',
    last: '最後まで',
    link: 'この時点へのリンク',
    notYet: '未再現',
    progress: (told, all) => `${String(all)}件中${String(told)}件を再現済み`,
  },
  act: said,
  role: {
    contact: 'コンタクト本人として',
    workflow: 'ワークフローとして',
    colleague: '社内の担当者として（HubSpotの画面）',
    import: 'インポートとして',
    integration: 'ほかの連携アプリとして',
    portal: 'アカウントの設定',
  },
  what: '操作',
  part: {
    footerLink: 'フッターのリンクで配信停止',
    footerLinkEverything: 'すべてのEメールを配信停止',
    preferencesPage: '配信設定ページで変更',
    resubscriptionMail: '配信再登録のEメールで確定',
    form: 'フォームを送信',
    interestForm: '正当な利益に基づくフォームを送信',
    doubleOptIn: 'ダブルオプトインの確認メール',
    spamComplaint: '迷惑メールとして報告',
    hardBounce: 'ハードバウンス',
    workflowSets: '配信登録を変更',
    workflowMarketing: 'マーケティングステータスを設定',
    colleagueSets: '配信登録を変更',
    colleagueEverything: 'すべてのEメールを配信停止',
    colleagueMarketing: 'マーケティングステータスを設定',
    changeAddress: 'Eメールアドレスを変更',
    importSets: '配信登録を変更',
    integrationSets: '配信登録を変更',
    unnamedSets: '変更者の記録がない変更',
    edition: '契約',
    privacySettings: 'プライバシー設定',
    portalDoubleOptIn: 'ダブルオプトイン',
    marketingWorkflows: 'マーケティングステータス変更用のワークフロー',
    billing: '支払い期間',
  },
  field: {
    typeId: '配信登録の種類',
    to: '変更後',
    formId: 'フォーム',
    interestFormId: 'フォーム',
    ticked: 'この種類の同意欄にチェック',
    userId: '担当者',
    name: '名前',
    legalBasis: '法的根拠',
    explanation: '説明',
    stage: '段階',
    bounce: '理由',
    marketing: '変更後',
    address: '新しいEメールアドレス',
    edition: '変更後',
    onOff: '変更後',
    term: '支払い期間',
    renewalDay: '更新日（毎月）',
    when: '実行時期',
  },
  to: TO,
  legalBasis: { '': 'なし', ...BASIS },
  stage: {
    pending: '確認待ち',
    'mail-sent': '確認メール送信済み',
    confirmed: '確認済み（リンクをクリック）',
  },
  bounce: BOUNCE,
  marketing: MARKETING,
  edition: EDITION,
  onOff: ON_OFF,
  term: { monthly: '月払い', annual: '年払い' },
  when: (delay) => ({ later: `約${delay}秒後`, now: 'すぐに' }),
  play: '実行',
  notPlayable: {
    'no-such-contact': 'このコンタクトはすでに存在しません。',
    'no-such-type': 'このアカウントにはこの配信登録の種類がありません。',
    'no-address':
      'このコンタクトにはEメールアドレスがありません（同意はアドレスごとに管理されます）。',
    'no-workflows': 'このアカウントの契約ではワークフローを利用できません。',
    'no-marketing-contacts': 'このアカウントの契約ではマーケティングコンタクトを利用できません。',
  },
  notUnderstood: '実行できませんでした。入力内容を確認してください。',
  notReached: 'サンドボックスが応答しません。起動しているか確認してください。',
  date: {
    title: '日付',
    days: '日数',
    move: '進める',
    toNextUpdate: (at) => `次回の変更反映日（${at}）まで進める`,
    moved: (to) => `日時を${to}まで進める`,
  },
  failures: {
    title: '呼び出しを失敗させる',
    call: 'HubSpotへの呼び出し',
    calls: {
      everything: 'すべての呼び出し',
      contact: 'コンタクトの読み取り',
      definitions: '配信登録の種類の読み取り',
      statuses: '配信状態の読み取り',
      unsubscribeAll: '「すべて配信停止」の読み取り',
      optOut: '配信停止の書き込み',
      subscribe: '配信登録の書き込み',
      token: 'トークンの情報の読み取り',
    },
    fault: '失敗の種類',
    faults: {
      busy: '429（リクエスト過多）',
      failing: '500（HubSpotの障害）',
      gateway: '502（HubSpotの障害）',
      silent: '応答なし（変更は反映）',
      cutBefore: '接続が切断（変更は未反映）',
      cutAfter: '変更の反映後に接続が切断',
      slow: '応答の遅延',
      malformed: '応答が途中まで',
    },
    ms: 'ミリ秒',
    times: '回数',
    arm: '設定',
    waiting: '発生待ちの失敗',
    none: 'なし（呼び出しは成功します）',
    clear: '解除',
    one: (call, fault, times) => `${call}：${fault}・${String(times)}回`,
    met: (fault) => {
      switch (fault.kind) {
        case 'status':
          return String(fault.status);
        case 'malformed':
          return '応答が途中まで';
        case 'slow':
          return `${String(fault.ms)}ミリ秒の遅延`;
        case 'cut':
          return fault.write === 'lost' ? '切断（未反映）' : '切断（反映後）';
        case 'silent':
          return fault.write === 'lost' ? '応答なし（未反映）' : '応答なし（変更は反映）';
      }
    },
    limit: '10秒あたりの呼び出し上限',
    limits: { off: '上限なし', '100': '100回', '190': '190回' },
    setLimit: '上限を設定',
  },
  functions: {
    which: 'アプリの関数',
    becomes: '関数の状態',
    states: {
      there: '利用可能',
      held: '呼び出しを保留',
      'not-installed': '未インストール',
    },
    set: '設定',
  },
  played: {
    title: 'これまでの操作',
    none: 'まだ操作していません。',
    waiting: (seconds, what) => `約${String(seconds)}秒後に実行：${what}`,
  },
  notInstalled: {
    title: 'このアカウントにはアプリをインストールできません',
    why: 'このアカウントはHubSpotの無料版です。HubSpotのアプリ関数の実行にはEnterpriseの契約が必要なため、表示できるカードはありません。アプリのトークンも使用できません。',
    next: '「アカウントの設定」で別の契約を選ぶと、カードを確認できます。',
  },
};
