import type { RuleNames, RuleSays } from './rule-words.ts';

export const ruleNamesJa: RuleNames = {
  'contact-not-found': 'コンタクトなし',
  'no-address': 'Eメールアドレスなし',
  'no-such-type': '存在しない種類',
  'inactive-type': '無効な種類',
  'internal-type': '社内用の種類',
  'locked-type': 'ロックされた種類',
  'other-business-unit': '別ブランドの種類',
  'opted-out-of-everything': 'すべて配信停止',
  'opted-out-of-brand': 'ブランド全体が配信停止',
  'opted-out-by-contact': '本人が配信停止',
  'opted-out-by-someone-unknown': '配信停止・変更者不明',
  'spam-complaint': '迷惑メール報告あり',
  'cooling-off': '再確認待ち期間中',
  'changed-elsewhere': '別の場所で変更あり',
  'team-may-not-change': '対象外のチーム',
  'ledger-not-set-up': '未設定',
  'ledger-not-whole': '記録に不整合あり',
  'undo-time-over': '取り消し期限切れ',
  'changed-since-own-change': 'その後に変更あり',
  'not-specified-cant-be-written': '元に戻せない状態',
  'marketing-not-in-plan': 'このアカウントでは利用不可',
  'no-marketing-workflow': 'ワークフローなし',
  'marketing-without-consent': '同意なし',
  'privacy-settings-want-proof': '法的根拠が必要',
  'self-opt-out-wants-proof': '本人が配信停止',
  'resubscription-wants-proof': '本人以外が配信停止',
  'marketing-wants-a-yes': '確認が必要',
  'tier-would-be-exceeded': '契約数の超過',
  'hard-bounced': 'ハードバウンス',
  quarantined: '隔離中',
  'double-opt-in-pending': 'ダブルオプトイン確認待ち',
  'consent-outdated': '同意が古い',
  'marketing-counts-at-once': '即時に計上',
  'marketing-ends-later': '次回の変更反映日まで継続',
  'already-so': '変更不要',
  'already-leaving': '変更予定あり',
  'staff-may-opt-in': '社内ユーザーによる配信登録',
  'staff-may-opt-out': '社内ユーザーによる配信停止',
  'staff-may-undo': '社内ユーザーによる配信登録の取り消し',
  'staff-may-restore': '社内ユーザーによる変更の取り消し',
  'staff-may-change-marketing': '社内ユーザーによるステータス変更',
  'no-rule-allows': '許可されていません',
  'eu-consent-must-be-shown': 'GDPR：同意の証明',
  'eu-consent-may-be-withdrawn': 'GDPR：同意の撤回',
  'japan-consent-record': '特定電子メール法：同意の記録',
  'japan-refusal': '特定電子メール法：受信拒否',
  'canada-burden-of-proof': 'カナダ：立証責任',
  'canada-unsubscribe': 'カナダ：配信停止',
  'us-consent-after-opt-out': 'CAN-SPAM法：配信停止後の同意',
  'us-opt-out': 'CAN-SPAM法：配信停止',
};

export const ruleSaysJa: RuleSays = {
  'contact-not-found':
    'HubSpotにこのコンタクトがありません（削除または消去済み）。ここから作り直すことはありません。',
  'no-address':
    '同意はEメールアドレスごとに管理されますが、このコンタクトにはアドレスがありません。',
  'no-such-type': 'この配信登録の種類はすでに存在しません。',
  'inactive-type': 'この配信登録の種類は有効になっていません。',
  'internal-type': '社内用の種類のため、ここからは配信登録できません。',
  'locked-type': 'この種類の配信登録は許可されていません。',
  'other-business-unit': 'ここでは管理していないブランドの種類です。',
  'opted-out-of-everything': '{since}すべてのEメールが配信停止になりました。',
  'opted-out-of-brand': '{since}このブランドのすべてのEメールが配信停止になりました。',
  'opted-out-by-contact':
    '{since}コンタクト本人が配信停止しました。配信を再開できるのは本人だけです。',
  'opted-out-by-someone-unknown':
    '{since}配信停止されましたが、誰によるものかHubSpotに記録がありません。本人の意思とみなします。',
  'spam-complaint':
    '{since}コンタクト本人が迷惑メールとして報告しました。配信を再開できるのは本人だけです。',
  'cooling-off': '{since}本人が拒否したばかりのため、まだ配信登録できません。',
  'changed-elsewhere': '表示後に状態が変わりました。現在の状態をここに表示しています。',
  'team-may-not-change': 'あなたのチームは、この変更を許可されたチームに含まれていません。',
  'ledger-not-set-up': '変更の記録先が設定されていません。記録を残せない配信登録は行いません。',
  'ledger-not-whole':
    'このコンタクトの変更の記録に不整合があります。記録を確実に残せない配信登録は行いません。',
  'undo-time-over': 'ここで行った変更を取り消せるのは10分以内です。その時間を過ぎています。',
  'changed-since-own-change':
    'ここで変更した後に、別の変更がありました。取り消せるのは、ここで最後に行った変更だけです。',
  'not-specified-cant-be-written':
    '変更前の状態は「未指定」ですが、HubSpotで「未指定」に戻せるかどうか確認されていません。代わりに別の状態にすることはありません。',
  'marketing-not-in-plan': 'このアカウントではマーケティングコンタクトを利用できません。',
  'no-marketing-workflow':
    'マーケティングステータスを変更できるのはワークフローだけですが、対応するものがありません。',
  'marketing-without-consent':
    'マーケティングコンタクトは課金対象ですが、このコンタクトには配信できる同意がありません。',
  'privacy-settings-want-proof':
    'プライバシー設定がオンのため、配信登録には法的根拠と説明が必要です。どちらもHubSpotに記録されます。',
  'self-opt-out-wants-proof':
    '{since}コンタクト本人が配信停止しました。配信再登録には法的根拠、説明、証跡が必要です。',
  'resubscription-wants-proof':
    '{since}本人以外により配信停止されました。配信再登録には法的根拠、説明、証跡が必要です。',
  'marketing-wants-a-yes':
    'マーケティングコンタクトにすると直ちに契約数に計上され、次回の変更反映日までは対象外に戻せません。明示的な確認が必要です。',
  'tier-would-be-exceeded':
    'マーケティングコンタクトの契約数を超える可能性があります。超えるとHubSpotで自動的にアップグレードされ、追加料金が発生します。明示的な確認が必要です。',
  'hard-bounced': 'ハードバウンスが発生しているため、このアドレスには配信されません。',
  quarantined: 'アドレスが隔離されているため、配信されません。',
  'double-opt-in-pending': '本人がダブルオプトインを確認するまで、配信されません。',
  'consent-outdated':
    '{since}得た同意は、自社の有効期間を過ぎています。本人に改めて確認してください。',
  'marketing-counts-at-once':
    'マーケティングコンタクトにすると、その時点から契約数に計上されます。',
  'marketing-ends-later': '次回の変更反映日まではマーケティングコンタクトのままです。',
  'already-so': 'HubSpotですでにこの状態になっているため、変更の必要はありません。',
  'already-leaving': '次回の変更反映日にマーケティング対象外になる予定がすでにあります。',
  'staff-may-opt-in': 'アドレスのあるコンタクトは、社内ユーザーが配信登録できます。',
  'staff-may-opt-out': '社内ユーザーはいつでも配信停止できます。',
  'staff-may-undo':
    'ここで行った配信登録は、10分以内であれば社内ユーザーが取り消し、配信停止に戻せます。',
  'staff-may-restore':
    'ここで行った変更は、10分以内であれば、自社の誤りの訂正として社内ユーザーが取り消し、元の状態に戻せます。',
  'staff-may-change-marketing':
    'マーケティングコンタクトを利用できるアカウントでは、社内ユーザーがステータスを変更できます。',
  'no-rule-allows': 'この変更を許可するルールがありません。',
  'eu-consent-must-be-shown':
    'GDPR第7条第1項：同意に基づく場合、同意があったことを証明できなければなりません。',
  'eu-consent-may-be-withdrawn':
    'GDPR第7条第3項：同意はいつでも撤回でき、そのことを同意の前に本人に知らせます。',
  'japan-consent-record':
    '特定電子メール法第3条第2項：送信の求めまたは同意があったことを証する記録の保存が必要です。',
  'japan-refusal':
    '特定電子メール法第3条第3項：{since}示された拒否の意思に反して送信することはできません。その後の本人の意思には証跡が必要です。',
  'canada-burden-of-proof':
    'カナダのスパム対策法（CASL）第13条：同意を得ていると主張する側が、それを証明する責任を負います。',
  'canada-unsubscribe':
    'カナダのスパム対策法（CASL）第11条第3項：配信停止の求めは、遅滞なく、遅くとも10営業日以内に反映します。',
  'us-consent-after-opt-out':
    'CAN-SPAM法（15 U.S.C. 7704(a)(4)(B)）：{since}配信停止の求めがあった後は、その後に本人の明確な同意がある場合にだけ送信できます。証跡が必要です。',
  'us-opt-out':
    'CAN-SPAM法（15 U.S.C. 7704(a)(4)(A)）：配信停止の求めから10営業日を過ぎた後は、その範囲のメールを送信できません。',
};
