import type { FirstMessages, SeenMessages, TabMessages } from './messages.ts';

export const firstDe: FirstMessages = {
  loading: 'Einwilligungen werden aus HubSpot gelesen',
  signalNames: { consent: 'Einwilligung', deliverability: 'Zustellbarkeit', billing: 'Abrechnung' },
  labelled: '{label}: {text}',
  problemTitle: 'Einwilligungen können nicht angezeigt werden',
  notReached:
    'Die Funktion der App ist nicht erreichbar. Möglicherweise ist sie nicht installiert. Prüfen Sie es erneut oder informieren Sie einen Admin.',
  reload: 'Die Anfrage wurde nicht verstanden. Laden Sie die Seite neu.',
  tryAgain: 'Erneut prüfen',
  looksAgainIn: 'Die Karte prüft in {seconds} Sekunden von selbst erneut.',
};

export const seenDe: SeenMessages = {
  lists: 'de',
  verdict: {
    'will-send':
      'Marketing-E-Mails können gesendet werden: {types}. Nach den Angaben von HubSpot steht nichts im Weg.',
    'can-send': 'Marketing-E-Mails können gesendet werden: {types}. {leftOut}',
    outdated: ' Die Einwilligung ist älter, als Ihre Organisation zulässt: {types}.',
    'will-not-send': 'Marketing-E-Mails werden nicht gesendet, weil {why}.',
    unknown: 'Ob Marketing-E-Mails gesendet werden, ist nicht bekannt. Unklar ist, {what}.',
    'look-again': ' Prüfen Sie es später erneut.',
  },
  obstacles: {
    'no-address': 'der Kontakt keine E-Mail-Adresse hat',
    'opted-out-of-everything': 'der Kontakt von allen E-Mails abgemeldet ist',
    'no-such-address': 'die Adresse{on} nicht vorhanden ist',
    bounced: 'HubSpot den Versand nach einem Bounce{on}{reason} eingestellt hat',
    quarantined: 'HubSpot die Adresse{on}{reason} in Quarantäne gestellt hat',
    ineligible: 'HubSpot die Adresse für alle Kunden gesperrt hat',
    'double-opt-in-pending': 'der Kontakt das Double-Opt-in noch nicht bestätigt hat',
    'not-a-marketing-contact': 'der Kontakt kein Marketingkontakt ist',
    'no-type-opted-in': 'der Kontakt keinen Abonnementtyp abonniert hat',
    'opted-out-of-brand': 'der Kontakt von allen E-Mails dieser Marke abgemeldet ist',
    'opted-out': 'der Kontakt davon abgemeldet ist',
    'not-specified': 'keine Anmeldung dafür vorliegt',
    'inactive-type': 'der Abonnementtyp nicht aktiv ist',
    'consent-outdated': 'die Einwilligung die Frist Ihrer Organisation überschritten hat',
    'spam-complaint': 'der Kontakt{on} E-Mails als Spam gemeldet hat',
  },
  obstacleDay: {
    on: ' am {day}',
    'on-or-earlier': ' am {day} oder früher',
    'known-since': ' (HubSpot bekannt seit {day})',
    'known-since-or-earlier': ' (HubSpot bekannt seit {day} oder früher)',
  },
  obstacleReason: { alone: ' ({reason})', listed: ' ({reason})' },
  bounceReasons: {
    content: 'wegen des Inhalts abgelehnt',
    'mailbox-full': 'Postfach voll',
    other: 'HubSpot nennt keinen Grund',
    policy: 'durch eine Richtlinie des Empfängerservers abgelehnt',
    spam: 'als Spam abgelehnt',
    'unknown-user': 'Empfänger unbekannt',
  },
  quarantineReasons: {
    blocklist: 'nach einem Eintrag auf einer Sperrliste',
    'cancelled-campaigns': 'mehrere abgebrochene Sendungen',
    complaint: 'als Spam gemeldet',
    'form-abuse': 'Missbrauch eines Formulars',
    'high-bounce-rate': 'zu viele Hard Bounces',
    'list-import': 'aus einer importierten Liste mit fehlerhaften Adressen',
    other: 'HubSpot nennt keinen Grund',
    suspension: 'nach einer Sperre des Versands',
    'trust-and-safety': 'auf Veranlassung des Trust-&-Safety-Teams von HubSpot',
    undeliverable: 'Adresse nicht erreichbar',
  },
  hubSpotsWords: '„{text}“',
  betweenSentences: ' ',
  leavesOut: {
    unengaged:
      'HubSpot lässt diesen Kontakt möglicherweise aus: Keine der letzten {count} Marketing-E-Mails wurde geöffnet oder angeklickt, und eine E-Mail kann inaktive Kontakte ausschließen.',
    'send-limit':
      'HubSpot lässt diesen Kontakt bis {until} möglicherweise aus: Die Höchstzahl an E-Mails pro Zeitraum ist erreicht.',
  },
  unknowns: {
    state: 'ob der Kontakt angemeldet ist',
    'opt-out-of-everything': 'ob der Kontakt von allen E-Mails abgemeldet ist',
    'consent-age': 'wie alt die Einwilligung ist',
    'no-such-address': 'ob die Adresse vorhanden ist',
    bounced: 'ob es einen Bounce gab',
    quarantined: 'ob die Adresse in Quarantäne ist',
    ineligible: 'ob HubSpot die Adresse gesperrt hat',
    'spam-complaint': 'ob der Kontakt E-Mails als Spam gemeldet hat',
    'double-opt-in-pending': 'ob das Double-Opt-in bestätigt ist',
    unengaged: 'wie viele E-Mails in Folge der Kontakt nicht geöffnet hat',
    'send-limit': 'ob die Höchstzahl an E-Mails pro Zeitraum erreicht ist',
    'marketing-status': 'ob der Kontakt ein Marketingkontakt ist',
    'one-to-one-after-obstacle': 'ob HubSpot One-to-One-E-Mails an eine solche Adresse sendet',
    'documents-disagree': 'was HubSpot nach einer Abmeldung von allen E-Mails tut',
  },
  notUnderstood:
    'HubSpot meldet zu {about} den Wert „{text}“, den diese App nicht kennt. Fragen Sie einen Admin.',
  contactValues: {
    'hard-bounce': 'dem Grund eines Bounces',
    'hard-bounce-text': 'einem Bounce',
    'bad-address': 'der Gültigkeit der Adresse',
    quarantine: 'der Quarantäne der Adresse',
    'quarantine-reason': 'dem Grund einer Quarantäne',
    'quarantine-reason-of-account': 'dem Quarantänegrund Ihres Accounts',
    ineligible: 'der Sperre der Adresse',
    'sends-since-engagement': 'den E-Mails seit der letzten Reaktion',
    'send-limit': 'der Höchstzahl an E-Mails pro Zeitraum',
    'double-opt-in': 'dem Double-Opt-in',
    'marketing-status': 'dem Marketingkontaktstatus',
    'marketing-schedule': 'dem Marketingkontaktstatus zum nächsten Aktualisierungsdatum',
  },
  nextStep: 'Nächster Schritt',
  clearing: {
    'add-address': 'Fügen Sie dem Kontakt eine E-Mail-Adresse hinzu.',
    'allow-then-unbounce':
      'Bitten Sie den Kontakt, Ihre Absenderadressen von seiner IT freigeben zu lassen, und lassen Sie den Bounce dann von einem Admin in HubSpot aufheben.',
    'ask-hubspot-support':
      'Bitten Sie einen Admin, die Quarantäne mit dem HubSpot-Support zu klären.',
    'ask-then-unbounce':
      'Fragen Sie den Kontakt, ob das Postfach wieder erreichbar ist, und lassen Sie den Bounce dann von einem Admin in HubSpot aufheben.',
    'await-confirmation':
      'Bitten Sie den Kontakt, auf den Link in der Bestätigungs-E-Mail zu klicken.',
    'check-forms':
      'Lassen Sie einen Admin prüfen, ob Ihre Formulare missbraucht werden; wer sich über ein gültiges Formular anmeldet, ist von der Quarantäne ausgenommen.',
    'clear-own-quarantine':
      'Fragen Sie einen Admin: Ihr Account hat diese Quarantäne selbst gesetzt, in der Kontakteigenschaft „Email address quarantine reason“.',
    'contact-returns':
      'Nur der Kontakt selbst kann zurückkehren; senden Sie ihm den Link zu seinen E-Mail-Einstellungen.',
    'correct-address':
      'Korrigieren Sie die Adresse; auf eine andere überträgt HubSpot die Sperre nicht.',
    'release-by-answer':
      'Bitten Sie den Kontakt, auf eine One-to-One-E-Mail zu antworten oder sich über ein Formular anzumelden; das nimmt ihn von der Quarantäne aus. Sonst kann ein Admin den HubSpot-Support fragen.',
    'use-other-address':
      'Fragen Sie den Kontakt nach einer anderen Adresse; diese ist für alle Kunden von HubSpot gesperrt.',
  },
  billedInVain: {
    says: 'An diesen Kontakt können keine Marketing-E-Mails gesendet werden, er zählt aber zu Ihrer Kontaktstufe: als Nicht-Marketingkontakt einstufen; wird wirksam {when}.',
    on: 'am {date}',
    'next-update-date': 'zum nächsten Aktualisierungsdatum',
  },
  alarm: {
    contact: 'HubSpot würde senden ({types}), obwohl {objection} und nicht zurückgekehrt ist.',
    unknown:
      'HubSpot würde senden ({types}), obwohl {objection} und der Kontakt nicht zurückgekehrt ist.',
    unclear:
      'HubSpot würde senden ({types}), obwohl {objection}; ob sich der Kontakt wieder angemeldet hat, ist nicht bekannt.',
    unread:
      'HubSpot würde senden ({types}). Ob der Kontakt widersprochen hat, ist nicht bekannt: Sein Verlauf konnte nicht gelesen werden.',
    others: 'Nach den Angaben von HubSpot steht nichts im Weg: {types}.',
  },
  objection: {
    contact: {
      type: 'sich der Kontakt {day}{where} abgemeldet hat',
      brand: 'sich der Kontakt {day}{where} von allen E-Mails dieser Marke abgemeldet hat',
      'all-email': 'sich der Kontakt {day}{where} von allen E-Mails abgemeldet hat',
      'spam-complaint': 'der Kontakt {day}{where} E-Mails als Spam gemeldet hat',
    },
    unknown: {
      type: '{day}{where} eine Abmeldung (Urheber unbekannt) eingetragen wurde',
      brand:
        '{day}{where} eine Abmeldung von allen E-Mails dieser Marke (Urheber unbekannt) eingetragen wurde',
      'all-email':
        '{day}{where} eine Abmeldung von allen E-Mails (Urheber unbekannt) eingetragen wurde',
    },
  },
  objectionDay: {
    on: 'am {day}',
    'on-or-earlier': 'am {day} oder früher',
    'not-told': 'zu einem Zeitpunkt, den HubSpot nicht nennt,',
  },
  elsewhere: ' unter einer anderen Adresse',
  orEarlier: '{at} oder früher',
  signal: {
    consent: {
      given: 'erteilt',
      'given-in-part': 'für einige Typen erteilt',
      'not-needed': 'keine erfasst, laut HubSpot nicht nötig',
      'pending-confirmation': 'Bestätigung steht aus',
      'against-objection': 'gegen einen Widerspruch',
      'objection-unclear': 'nicht bekannt',
      off: 'nein',
      unknown: 'nicht bekannt',
    },
    deliverability: {
      on: 'nichts im Weg',
      'may-leave-out': 'eventuell ausgelassen',
      off: 'nein',
      unknown: 'nicht bekannt',
    },
    billing: { on: 'ja', off: 'nein', unknown: 'nicht bekannt' },
  },
  state: {
    'opted-in': 'Abonniert',
    'opted-out': 'Abgemeldet',
    'not-specified': 'Nicht angegeben',
  },
  since: '{state} seit {at}, {who}',
  who: {
    contact: 'durch den Kontakt',
    'contact-email': 'durch den Kontakt, Link in einer E-Mail',
    'contact-form': 'durch den Kontakt, Formular',
    'contact-named-form': 'durch den Kontakt, Formular „{name}“',
    'contact-preferences': 'durch den Kontakt, E-Mail-Einstellungen',
    'contact-meeting': 'durch den Kontakt, Meeting-Seite',
    'contact-membership': 'durch den Kontakt, Mitgliederseite',
    staff: 'durch einen Benutzer',
    'named-staff': 'durch {name}',
    'staff-id': 'durch Benutzer {id}',
    workflow: 'durch einen Workflow',
    'named-workflow': 'durch Workflow „{name}“',
    import: 'durch einen Import',
    'named-import': 'durch Import „{name}“',
    integration: 'durch eine Integration',
    'named-integration': 'durch Integration „{name}“',
    'integration-id': 'durch eine Integration (App {id})',
    'this-card': 'über diese Karte',
    hubspot: 'durch HubSpot',
    someone: 'durch jemanden, den HubSpot nicht nennt',
  },
  staffThroughCard: '{who}, durch {name} ({identity})',
  identity: { vouched: 'von HubSpot bestätigt', claimed: 'laut Angabe der Seite' },
  user: 'Benutzer {id}',
  lastChange: 'Letzte Änderung',
  allMail: 'alle E-Mails',
  locked: '{name}, gesperrt: {why}',
  lockedTypes: 'Gesperrt: {names} ({why}).',
  notKnownShort: 'noch nicht bekannt',
  openTab:
    'Änderungen und der ganze Verlauf stehen in der Karte „Consent“ in einem Tab dieses Datensatzes.',
  trouble: {
    'missing-scope':
      'Der App fehlt eine Berechtigung{detail}. Bitten Sie einen Admin, die App damit neu zu installieren.',
    'bad-token':
      'HubSpot akzeptiert das Token der App nicht. Bitten Sie einen Admin, die App neu zu installieren.',
    'record-not-found':
      'HubSpot findet diesen Kontakt nicht; er wurde vielleicht zusammengeführt oder gelöscht. Laden Sie die Seite neu.',
    'rate-limited':
      'HubSpot ist ausgelastet: zu viele Aufrufe auf einmal. Warten Sie einige Sekunden und prüfen Sie es erneut.',
    'hubspot-failing': 'HubSpot antwortet nicht richtig. Prüfen Sie es in einer Minute erneut.',
    'timed-out':
      'HubSpot hat zu lange für die Antwort gebraucht. Prüfen Sie es in einer Minute erneut.',
    'unreadable-answer':
      'Die Antwort von HubSpot war nicht verständlich, daher wird nichts angezeigt. Informieren Sie einen Admin.',
    'rejected-by-hubspot': 'HubSpot hat die Anfrage abgelehnt. Informieren Sie einen Admin.',
    'not-configured':
      'Die App ist nicht richtig konfiguriert. Bitten Sie einen Admin, Token und Einstellungen zu prüfen.',
    'not-set-up':
      'Die App ist in diesem Account nicht eingerichtet. Bitten Sie einen Admin, die Einrichtung auszuführen.',
    'settings-refused':
      'Eine Einstellung der App ist nicht verwendbar{detail}. Bitten Sie einen Admin, sie zu korrigieren.',
    internal: 'In der App ist ein Fehler aufgetreten. Informieren Sie einen Admin.',
  },
  troubleDetail: { 'missing-scope': ' ({detail})', 'settings-refused': ': {detail}' },
  badRequest: {
    'invalid-parameters': 'Die Anfrage wurde nicht verstanden. Laden Sie die Seite neu.',
    'record-missing':
      'HubSpot hat nicht mitgeteilt, welcher Kontakt geöffnet ist. Laden Sie die Seite neu.',
    'record-changed':
      'Der Kontakt wurde mit einem anderen zusammengeführt, oder seine Adresse wurde gerade geändert. Laden Sie die Seite neu.',
    'request-reused':
      'Nicht geändert: Diese Anfrage wurde bereits für etwas anderes gestellt. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  },
  reference: 'Referenz für Ihren Admin: {id}',
  notLookedAgain: 'Angezeigt wird der Stand vom {readAt}',
  ruleNames: {
    'contact-not-found': 'Kontakt nicht gefunden',
    'no-address': 'keine E-Mail-Adresse',
    'no-such-type': 'Typ nicht vorhanden',
    'inactive-type': 'Typ nicht aktiv',
    'internal-type': 'interner Typ',
    'locked-type': 'gesperrter Typ',
    'other-business-unit': 'andere Marke',
    'opted-out-of-everything': 'von allen E-Mails abgemeldet',
    'opted-out-of-brand': 'von der Marke abgemeldet',
    'opted-out-by-contact': 'Kontakt hat sich abgemeldet',
    'opted-out-by-someone-unknown': 'abgemeldet, unbekannt durch wen',
    'spam-complaint': 'als Spam gemeldet',
    'cooling-off': 'Wartezeit läuft',
    'changed-elsewhere': 'anderswo geändert',
    'team-may-not-change': 'nicht Ihr Team',
    'ledger-not-set-up': 'nicht eingerichtet',
    'ledger-not-whole': 'Protokoll unvollständig',
    'undo-time-over': 'Frist abgelaufen',
    'changed-since-own-change': 'seither geändert',
    'not-specified-cant-be-written': 'kein Weg zurück',
    'marketing-not-in-plan': 'nicht in diesem Account',
    'no-marketing-workflow': 'kein Workflow',
    'marketing-without-consent': 'keine Einwilligung',
    'privacy-settings-want-proof': 'Rechtsgrundlage nötig',
    'self-opt-out-wants-proof': 'Kontakt hat sich abgemeldet',
    'resubscription-wants-proof': 'von Ihrer Seite abgemeldet',
    'marketing-wants-a-yes': 'Bestätigung nötig',
    'tier-would-be-exceeded': 'Kontaktstufe überschritten',
    'no-such-address': 'Adresse nicht vorhanden',
    'hard-bounced': 'Hard Bounce',
    quarantined: 'in Quarantäne',
    ineligible: 'gesperrt',
    'double-opt-in-pending': 'Double-Opt-in ausstehend',
    'consent-outdated': 'Einwilligung zu alt',
    'marketing-counts-at-once': 'zählt sofort',
    'marketing-ends-later': 'endet später',
    'already-so': 'bereits so',
    'already-leaving': 'bereits vorgemerkt',
    'staff-may-opt-in': 'Benutzer dürfen anmelden',
    'staff-may-opt-out': 'Benutzer dürfen abmelden',
    'staff-may-undo': 'Benutzer dürfen eine Anmeldung zurücknehmen',
    'staff-may-restore': 'Benutzer dürfen eine Änderung zurücknehmen',
    'staff-may-change-marketing': 'Benutzer dürfen den Marketingkontaktstatus ändern',
    'no-rule-allows': 'nicht erlaubt',
    'eu-consent-must-be-shown': 'DSGVO: Nachweis der Einwilligung',
    'eu-consent-may-be-withdrawn': 'DSGVO: Widerruf der Einwilligung',
    'japan-consent-record': 'Japan: Aufzeichnung der Einwilligung',
    'japan-refusal': 'Japan: Ablehnung',
    'canada-burden-of-proof': 'Kanada: Beweislast',
    'canada-unsubscribe': 'Kanada: Abmeldung',
    'us-consent-after-opt-out': 'CAN-SPAM: Einwilligung nach Abmeldung',
    'us-opt-out': 'CAN-SPAM: Abmeldung',
  },
};

export const tabDe: TabMessages = {
  mail: {
    sent: 'Kann nach den Angaben von HubSpot gesendet werden.',
    'sent-too-late': 'Kann gesendet werden, obwohl {why}: Fragen Sie den Kontakt erneut.',
    'not-sent': 'Wird nicht gesendet, weil {why}.',
    'not-known': 'Nicht bekannt, ob gesendet wird. Unklar ist, {what}.',
    'sent-against-objection': 'HubSpot würde senden, gegen den Widerspruch des Kontakts.',
    'sent-unclear': 'HubSpot würde senden. Ob der Kontakt widersprochen hat, ist nicht bekannt.',
    'sent-as-settings-are-off':
      'Kann trotzdem gesendet werden: Die Datenschutzeinstellungen sind deaktiviert, daher verlangt HubSpot keine Anmeldung.',
    'sent-as-settings-are-not-enforced':
      'Kann trotzdem gesendet werden: HubSpot ist so eingestellt, dass keine Anmeldung verlangt wird.',
    'sent-as-one-to-one':
      'Kann trotzdem gesendet werden: Für interne Typen verlangt HubSpot keine Anmeldung.',
  },
  oneToOneTitle: 'One-to-One-E-Mails',
  oneToOne: {
    sent: 'Kann nach den Angaben von HubSpot gesendet werden.',
    'sent-against-objection': 'HubSpot würde senden, gegen den Widerspruch des Kontakts.',
    'sent-unclear': 'HubSpot würde senden. Ob der Kontakt widersprochen hat, ist nicht bekannt.',
    'not-sent': 'Werden nicht gesendet, weil {why}.',
    'not-known': 'Nicht bekannt, ob gesendet wird. Unklar ist, {what}.',
    disagree:
      'Ob nach einer Abmeldung von allen E-Mails noch gesendet wird, beantworten die Dokumente von HubSpot widersprüchlich (geprüft: {checkedOn}); für Ihre Organisation gilt: {treatedAs}.',
  },
  treatedAs: { refused: 'wird nicht gesendet', sent: 'wird gesendet' },
  stateNotRecorded: 'In HubSpot nicht erfasst',
  rowObjection: {
    no: 'Aus HubSpot geht hervor, dass {objection}.',
    'not-known':
      'Aus HubSpot geht hervor, dass {objection}. Ob sich der Kontakt wieder angemeldet hat, ist nicht bekannt.',
  },
  basisSet: '{basis} (gesetzt {at}, {who})',
  optOutAgain: {
    type: 'Erneut von {name} abmelden',
    'all-email': 'Erneut von allen E-Mails abmelden',
  },
  whose: {
    hubspot: 'Vorgabe von HubSpot',
    organisation: 'Regel Ihrer Organisation',
    law: 'Gesetz, wie von Ihrer Organisation eingestellt',
  },
  advisory: '{whose}, nur als Hinweis, da HubSpot nicht bestätigt, wer anfragt',
  sinceThen: ' am {at}',
  carriedBy: ' {who}',
  notKnown:
    'Vorerst gesperrt, da etwas nicht gelesen werden konnte: {what}. Prüfen Sie es später erneut.',
  facts: {
    change: 'Änderung',
    typeId: 'Abonnementtyp',
    businessUnitId: 'Marke des Abonnementtyps',
    contactFound: 'Kontakt',
    hasAddress: 'Adresse',
    typeExists: 'Abonnementtyp',
    typeIsActive: 'Aktivierung des Abonnementtyps',
    typeIsInternal: 'interne Verwendung des Abonnementtyps',
    typeIsLocked: 'Sperre des Abonnementtyps',
    brandIsCovered: 'Marke des Abonnementtyps',
    alreadySo: 'jetziger Stand',
    changedSinceShown: 'angezeigter Stand',
    optedOutOfEverything: 'Abmeldung von allen E-Mails',
    everythingOptedOutBy: 'Urheber der Abmeldung von allen E-Mails',
    optedOutThrough: 'Herkunft der Abmeldung',
    lastOptOutBy: 'Urheber der Abmeldung',
    selfOptOuts: 'Entscheidung Ihrer Organisation',
    inCoolingOff: 'Zeitpunkt der letzten Ablehnung',
    consentIsOutdated: 'Alter der Einwilligung',
    spamComplaint: 'Spam-Meldungen',
    noSuchAddress: 'Bestehen der Adresse',
    hardBounced: 'Bounces',
    quarantined: 'Quarantäne',
    ineligible: 'Sperre der Adresse',
    doubleOptInPending: 'Double-Opt-in',
    privacySettings: 'Datenschutzeinstellungen',
    teamMayChange: 'Ihr Team',
    ledger: 'Änderungsprotokoll',
    undoTo: 'Stand vor der Änderung',
    undoTime: 'Zeitpunkt der Änderung',
    changedSinceOwn: 'spätere Änderungen',
    notSpecifiedIsAccepted: 'Rückkehr zu „Nicht angegeben“',
    marketingIsOffered: 'Tarif des Accounts',
    marketingStatus: 'Marketingkontaktstatus',
    marketingWorkflow: 'Workflow für den Marketingkontaktstatus',
    tier: 'Kontaktstufe',
    mayBeMailed: 'Umfang der Einwilligung',
    approver: 'Genehmigende Person Ihrer Organisation',
  },
  showEvent: '{name}: im Verlauf zeigen',
  eventShown: 'Unten im Verlauf ist nur diese Änderung zu sehen.',
  orNextStep: 'Oder',
  remedy: {
    'add-address': 'Fügen Sie dem Kontakt eine E-Mail-Adresse hinzu.',
    'share-preference-link':
      'Senden Sie dem Kontakt den Link zu seinen E-Mail-Einstellungen und lassen Sie ihn selbst wählen.',
    'ask-for-approval':
      'Bitten Sie die genehmigende Person Ihrer Organisation um Zustimmung und geben Sie an, wo der Nachweis liegt.',
    'lift-in-hubspot':
      'Heben Sie die Abmeldung nach der Genehmigung in HubSpot auf: „Kommunikationsabonnements“ im Kontaktdatensatz.',
    'correct-the-source':
      'Berichtigen Sie den Import oder das andere System, aus dem die Abmeldung stammt; sonst kommt sie wieder.',
    'ask-admin-to-activate-type':
      'Bitten Sie einen Admin, den Abonnementtyp in den HubSpot-Einstellungen zu aktivieren.',
    'change-in-hubspot': 'Nehmen Sie die Änderung direkt in HubSpot vor.',
    'check-the-type': 'Laden Sie die Seite neu; die Liste der Abonnementtypen hat sich geändert.',
    'check-the-contact':
      'Laden Sie die Seite neu oder suchen Sie den Kontakt unter seiner anderen Adresse.',
    'look-again': 'Sehen Sie sich den jetzigen Stand an und entscheiden Sie dann erneut.',
    'make-a-new-change': 'Nehmen Sie eine neue Änderung vor, mit allem, was dafür nötig ist.',
    wait: 'Warten Sie, bis die Wartezeit abgelaufen ist.',
    'opt-in-first': 'Holen Sie zuerst die Einwilligung des Kontakts für einen Abonnementtyp ein.',
    'ask-admin-for-permission': 'Fragen Sie einen Admin, wer dies ändern darf.',
    'ask-admin-to-set-up': 'Bitten Sie einen Admin, das Änderungsprotokoll der App einzurichten.',
    'ask-admin-to-check-record':
      'Bitten Sie einen Admin, das Änderungsprotokoll dieses Kontakts zu prüfen.',
    'ask-admin-for-workflow':
      'Bitten Sie einen Admin, den Workflow für den Marketingkontaktstatus einzurichten.',
    'ask-admin-about-plan':
      'Fragen Sie einen Admin, ob der Tarif des Accounts Marketingkontakte umfasst.',
  },
  requestText: {
    copy: 'Anfragetext für den Kontakt kopieren ({name})',
    copied: 'Kopiert.',
    text: '„{name}“ erhalten Sie derzeit nicht von uns. Wenn Sie das ändern möchten, treffen Sie Ihre Wahl bitte selbst in Ihren E-Mail-Einstellungen: Den Link dorthin finden Sie am Ende unserer E-Mails. Ohne Ihre Auswahl ändert sich nichts.',
  },
  approval: {
    button: 'Genehmigung anfragen: {name}',
    says: 'Die genehmigende Person Ihrer Organisation erhält in HubSpot eine Aufgabe mit Ihren Angaben. Damit allein wird nichts freigegeben.',
    note: 'Notiz für die genehmigende Person',
    send: 'Anfragen',
    asking: 'Wird angefragt',
    asked:
      'Angefragt am {at}: In HubSpot liegt eine Aufgabe vor. Bis zur Entscheidung ändert sich nichts.',
    already: 'Bereits angefragt am {at}: Die Aufgabe ist noch offen.',
    notRecorded: 'Nicht angefragt: Das Änderungsprotokoll lässt sich derzeit nicht schreiben.',
    notKnownYet:
      'Noch nicht bekannt, ob angefragt wurde. Sehen Sie vor einer neuen Anfrage die Aufgaben des Kontakts an.',
    not: {
      allowed: 'Nicht angefragt: Sie dürfen diese Änderung selbst vornehmen. Prüfen Sie erneut.',
      'not-known':
        'Nicht angefragt: Etwas, das vorher bekannt sein muss, konnte nicht gelesen werden. Prüfen Sie später erneut.',
      'not-to-be-approved':
        'Nicht angefragt: Nach heutigem Stand kann das niemand genehmigen. Prüfen Sie erneut.',
      'too-often':
        'Nicht angefragt: Für diesen Kontakt wurden innerhalb einer Stunde zu viele Anfragen abgelehnt. Warten Sie und fragen Sie dann erneut an.',
      'not-made': 'Nicht angefragt: Die Aufgabe wurde nicht angelegt. Fragen Sie erneut an.',
    },
  },
  preferenceLink: {
    copy: 'Link zu den E-Mail-Einstellungen kopieren ({name})',
    copied:
      'Kopiert. Der Link öffnet die eigene Seite dieses Kontakts: Geben Sie ihn an niemanden sonst weiter.',
    notCopied: 'Der Browser hat das Kopieren nicht erlaubt. Versuchen Sie es noch einmal.',
    'no-address': 'Kein Link: Für diesen Kontakt ist keine E-Mail-Adresse hinterlegt.',
    'not-offered': 'HubSpot erstellt für diesen Account keinen solchen Link.',
  },
  subscriptions: 'Abonnementtypen',
  setUp: {
    title: 'Das Änderungsprotokoll ist nicht eingerichtet',
    says: 'Abmelden ist trotzdem möglich; ohne Protokoll wird niemand angemeldet.',
    button: 'Einrichten',
    notOurs:
      'Etwas anderes in diesem Account trägt den Namen des App-Protokolls und wurde nicht verändert. Informieren Sie einen Admin.',
    noKey:
      'Der Signaturschlüssel der App ist nicht verwendbar ({code}). Bitten Sie einen Admin, das Secret zu setzen.',
  },
  saving: 'Wird gespeichert',
  optIn: 'Für „{name}“ anmelden',
  optOutOf: 'Von „{name}“ abmelden',
  recordRequest: 'Abmeldewunsch für „{name}“ erfassen',
  everything: {
    title: 'Alle E-Mails',
    button: 'Von allen E-Mails abmelden',
    warning:
      'Der Kontakt erhält keine Marketing-E-Mails mehr, gleich welchen Typs. HubSpot bietet keinen Weg zurück: Dies lässt sich hier nicht rückgängig machen, und nur der Kontakt selbst kann sich wieder anmelden.',
    confirm: 'Ja, von allen E-Mails abmelden',
  },
  asksFirst: '{name}, {why}',
  undo: 'Rückgängig: zurück zu „{state}“',
  undoUntil: 'bis {time} Uhr',
  form: {
    basis: 'Rechtsgrundlage für die Kommunikation',
    explanation: 'Erklärung',
    explanationHint: 'Wozu der Kontakt eingewilligt hat, wann und wie. HubSpot speichert es.',
    wording: 'Textbaustein Ihrer Organisation',
    useWording: 'Übernehmen: „{wording}“',
    evidence: 'Nachweis',
    evidenceHint: 'Wo der Beleg liegt: Anruf, Ticket, Formular, Brief.',
    askedBy: 'Wie der Kontakt darum gebeten hat',
    askedOn: 'An welchem Tag',
    explicitYes: 'Ja, das möchte ich',
    needed: 'Diese Angabe ist erforderlich.',
    cancel: 'Abbrechen',
    discarded:
      'Der Datensatz hat sich inzwischen geändert. Ihre Eingaben wurden verworfen; sehen Sie sich zuerst den jetzigen Stand an.',
  },
  ways: {
    phone: 'telefonisch',
    mail: 'per E-Mail',
    letter: 'per Brief',
    meeting: 'in einem Meeting',
    chat: 'im Chat',
    form: 'über ein Formular',
    other: 'auf anderem Weg',
  },
  // Without quotation marks of its own, as it is quoted where it is offered and where it is read again.
  wording: { says: 'Hat{on} {way} um Zusendung gebeten: {name}.', on: ' am {date}' },
  legalBasis: {
    CONSENT_WITH_NOTICE: 'Freiwillige Einwilligung des Kontakts',
    LEGITIMATE_INTEREST_PQL: 'Berechtigtes Interesse – potenzieller Kunde/Lead',
    LEGITIMATE_INTEREST_CLIENT: 'Berechtigtes Interesse – bestehender Kunde',
    LEGITIMATE_INTEREST_OTHER: 'Berechtigtes Interesse – Sonstiges',
    PERFORMANCE_OF_CONTRACT: 'Erfüllung eines Vertrags',
    PROCESS_AND_STORE: 'Einwilligung in Verarbeitung und Speicherung',
    NON_GDPR: 'Nicht zutreffend (DSGVO gilt nicht)',
  },
  outcome: {
    changed: {
      'opt-in': 'Gespeichert: In HubSpot steht jetzt „Abonniert“.',
      'opt-out': 'Gespeichert: In HubSpot steht jetzt „Abgemeldet“.',
      'opt-out-of-everything':
        'Gespeichert: Der Kontakt ist jetzt in HubSpot von allen E-Mails abgemeldet.',
      'to-marketing': 'Gespeichert: Der Kontakt ist jetzt in HubSpot ein Marketingkontakt.',
      'to-non-marketing':
        'Gespeichert: Der Kontakt ist jetzt in HubSpot ein Nicht-Marketingkontakt.',
      undo: 'Rückgängig gemacht: Der frühere Stand gilt wieder.',
    },
    requested: 'Angefordert: Der Workflow führt es aus.',
    'nothing-to-do': 'Nichts zu tun: In HubSpot steht es bereits so.',
    'not-done': {
      'refused-by-hubspot': [
        'Nicht geändert: HubSpot hat abgelehnt.',
        'Vielleicht hat sich der Kontakt gerade eben abgemeldet.',
      ],
      'changed-meanwhile': [
        'Nicht geändert: Etwas anderes wurde zuerst geändert.',
        'Hier steht, was jetzt gilt; sehen Sie es sich an und entscheiden Sie dann erneut.',
      ],
      reversed: [
        'Sofort zurückgenommen.',
        'Der Kontakt hat sich im selben Moment abgemeldet, und das zählt.',
      ],
    },
    overtaken: ['Geändert, und danach anderswo erneut geändert.', 'Hier steht, was jetzt gilt.'],
    'not-recorded':
      'Nicht geändert: Das Änderungsprotokoll kann gerade nicht geschrieben werden, und ohne Protokoll wird niemand angemeldet.',
    'not-known-yet':
      'Noch nicht bekannt, ob gespeichert wurde. Prüfen Sie es, bevor Sie es noch einmal versuchen.',
    refused: 'Nicht geändert.',
    lacking: 'Nicht geändert: Eine nötige Angabe fehlte.',
  },
  unrecorded:
    'Die Änderung ist erfolgt, aber nicht protokolliert: Der Signaturschlüssel der App fehlt. Informieren Sie einen Admin.',
  recordOwed:
    'Die Änderung ist erfolgt; ihr Protokolleintrag steht noch aus. Die Karte sendet ihn erneut.',
  marketing: {
    marketing: 'Marketingkontakt{reason}{leaving}.',
    leaving: '; wird zum nächsten Aktualisierungsdatum{date} Nicht-Marketingkontakt',
    date: ' ({date})',
    'non-marketing': 'Nicht-Marketingkontakt{reason}.',
    unavailable:
      'In diesem Account nicht verfügbar: HubSpot hat keinen Marketingkontaktstatus gesendet.',
  },
  marketingTitle: 'Marketingkontaktstatus',
  marketingReason: {
    says: ' (Quelle: {source}{name})',
    name: ' „{name}“',
    unexplained: 'von HubSpot nicht erläutert',
  },
  marketingSources: {
    FORM_SUBMISSION: 'Formulareinsendung',
    CONTACT_IMPORT: 'Import',
    WORKFLOW: 'Workflow',
    USER_SET: 'Benutzer',
    INTEGRATOR_SET: 'Integration',
    CONVERSATION: 'Konversation',
    AD: 'Werbeanzeige',
    EMAIL: 'E-Mail',
    INITIAL_STATE: 'Anfangsstatus',
    SAMPLE_CONTACT: 'Beispielkontakt',
  },
  toMarketing: 'Als Marketingkontakt einstufen',
  toNonMarketing: 'Als Nicht-Marketingkontakt einstufen',
  keepMarketing: 'Als Marketingkontakt behalten',
  marketingRequest: 'Änderung {wish}, angefordert{who} am {at}: {how}.',
  marketingWish: {
    marketing: 'zum Marketingkontakt',
    'non-marketing': 'zum Nicht-Marketingkontakt',
  },
  marketingElsewhere: ' außerhalb dieser Karte',
  marketingHow: {
    requested: 'gesendet, in HubSpot noch nicht zu sehen',
    pending: 'wartet auf den Workflow',
    applied: 'ausgeführt',
    'not-applied':
      'nicht ausgeführt. Prüfen Sie, ob der Workflow aktiviert ist und diesen Kontakt erneut aufnehmen darf, und sehen Sie sich seinen Verlauf in HubSpot an',
  },
  nextUpdateDate: 'Nächstes Aktualisierungsdatum: {date}.',
  doubleOptInTitle: 'Double-Opt-in',
  doubleOptIn: {
    'not-required': 'Nicht erforderlich',
    pending: 'Ausstehend',
    confirmed: 'Vom Kontakt bestätigt',
    'marked-confirmed': 'Von Ihrer Seite als bestätigt markiert, nicht vom Kontakt angeklickt',
    unknown: 'Nicht bekannt',
  },
  doubleOptInValue: '{status} (HubSpot: „{text}“)',
  notRecorded:
    'Die Datenschutzeinstellungen sind deaktiviert: Wo HubSpot nichts erfasst hat, kann es anderswo einen Nachweis der Einwilligung geben, etwa in einem Formular.',
  otherAddresses: {
    one: 'Eine weitere Adresse dieses Kontakts hat eigene Einwilligungen. Änderungen hier betreffen die Hauptadresse.',
    other:
      '{count} weitere Adressen dieses Kontakts haben eigene Einwilligungen. Änderungen hier betreffen die Hauptadresse.',
  },
  everyoneActsThroughTheApp:
    'Änderungen auf dieser Karte nimmt die App vor, unabhängig von Ihren eigenen Berechtigungen in HubSpot.',
  timeline: {
    title: 'Einwilligungsverlauf',
    empty: 'HubSpot hat für diesen Kontakt keine Änderung der Einwilligung aufgezeichnet.',
    showOlder: 'Ältere Änderungen anzeigen',
    olderMayExist:
      'Es kann ältere Änderungen geben: HubSpot bewahrt nur eine begrenzte Anzahl auf.',
    when: 'Wann',
    what: 'Was',
    byWhom: 'Durch wen',
    inferred: 'wahrscheinlich {who} (abgeleitet: {ground})',
    grounds: {
      'form-submitted-just-before': 'das Formular wurde weniger als eine Minute zuvor eingesendet',
      'opted-out-of-everything-just-then':
        'im selben Moment erfolgte die Abmeldung von allen E-Mails',
      'address-changed-just-then': 'im selben Moment wurde die Adresse geändert',
      'merged-just-then': 'im selben Moment wurde ein anderer Kontakt zusammengeführt',
    },
    between: ' ',
    seenIn: 'Gefunden in: {sources}.',
    repeats: 'So war es schon vorher.',
    basis: 'Rechtsgrundlage: „{basis}“.',
    explanation: 'Erklärung: „{text}“.',
    rules: { one: 'Regel: {rules}.', other: 'Regeln: {rules}.' },
    betweenRules: '; ',
    askedBy: 'Der Kontakt hat {way} darum gebeten.',
    cardEvidence: 'Angegebener Nachweis: „{text}“.',
    disputed: 'Eine andere Quelle sagt: {others}.',
    conflict: 'Die Quellen widersprechen sich hier.',
    learnedAt: 'Festgehalten am {at}.',
    certainty: { stated: 'Erfasst', inferred: 'Abgeleitet', unknown: 'Nicht bekannt' },
    written: 'Festgehalten',
    search: 'Suchen',
    searched: 'Durchsucht werden die neuesten {shown} von {all} Änderungen.',
    filter: 'Filtern',
    readIn: 'Quelle',
    all: 'Alle',
    showAll: 'Alle Änderungen anzeigen',
    noneFits: 'Keine passende Änderung.',
    deliverability: 'Zustellbarkeit',
    asOf: 'Stand am Ende eines Tages',
    evidence:
      'Weitere Nachweise neben dem Status in HubSpot. HubSpot speichert nicht, ob das Kontrollkästchen eines Formulars aktiviert war.',
    nothingOlder: 'Es wurde keine weitere Änderung gefunden.',
    olderFailed: 'Ältere Änderungen können nicht angezeigt werden',
    unread: 'Nicht in diesem Verlauf: {source} ({because}).',
    because: {
      'missing-scope': 'der App fehlt die Berechtigung {scope}',
      'not-permitted-by-plan': 'der Tarif des Accounts erlaubt es nicht',
      failing: 'HubSpot antwortet nicht',
      'not-asked': 'nicht abgefragt',
    },
    source: {
      'property-history': 'Eigenschaftsverlauf',
      'current-status': 'heutiger Status',
      'subscription-timeline': 'frühere Abonnement-Chronik',
      'email-events': 'E-Mail-Events',
      'event-occurrences': 'Event-Daten',
      'form-submissions': 'Formulareinsendungen',
      ledger: 'Protokoll dieser Karte',
    },
  },
  event: {
    change: {
      'opted-in': 'Angemeldet: {about}',
      'opted-out': 'Abgemeldet: {about}',
      cleared: '{about}: Status gelöscht',
      unblocked: '{about}: aufgehoben',
      lifted: 'Abmeldung von allen E-Mails aufgehoben',
    },
    plain: {
      'set-marketing': 'Als Marketingkontakt eingestuft',
      'set-non-marketing': 'Als Nicht-Marketingkontakt eingestuft',
      'leaving-marketing': 'Wird zum nächsten Aktualisierungsdatum Nicht-Marketingkontakt',
      'staying-marketing': 'Nicht mehr als Nicht-Marketingkontakt vorgemerkt',
      'double-opt-in-pending': 'Double-Opt-in ausstehend',
      'double-opt-in-confirmed': 'Double-Opt-in bestätigt',
      'basis-recorded': 'Rechtsgrundlage für die Verarbeitung erfasst',
      submitted: 'Formular eingesendet',
      merged: 'Ein anderer Kontakt wurde mit diesem zusammengeführt',
      'address-changed': 'Die E-Mail-Adresse wurde geändert',
      changed: 'In einen Wert geändert, der nicht verstanden wird',
    },
    obstacle: {
      'hard-bounce': 'Hard Bounce',
      'bad-address': 'Ungültige Adresse',
      quarantine: 'Quarantäne der Adresse',
      'spam-complaint': 'Spam-Meldung',
    },
    about: {
      subscription: '{name}',
      everything: 'alle E-Mails',
      brand: 'alle E-Mails der Marke {id}',
      'some-subscription': 'etwas, das HubSpot nicht nennt',
      marketing: 'Marketingkontaktstatus',
      'double-opt-in': 'Double-Opt-in',
      'legal-basis': 'Rechtsgrundlage für die Verarbeitung',
      contact: 'Kontakt',
    },
    label: {
      everything: 'Alle E-Mails',
      brand: 'Alle E-Mails der Marke {id}',
      'some-subscription': 'Etwas, das HubSpot nicht nennt',
      'marketing-schedule': 'Marketingkontaktstatus zum nächsten Aktualisierungsdatum',
    },
    otherAddress: '{said} (weitere Adresse {nth})',
  },
  then: {
    notKnown: 'Nicht bekannt',
    notKnownBefore: 'Nicht bekannt vor {before}',
    state: {
      'not-opted-out': 'Nicht abgemeldet',
      marketing: 'Marketingkontakt',
      'non-marketing': 'Nicht-Marketingkontakt',
      'not-set': 'Nie gesetzt',
      leaving: 'Wird Nicht-Marketingkontakt',
      'not-leaving': 'Bleibt unverändert',
      blocked: 'Ja',
      clear: 'Nein',
      recorded: 'Erfasst',
      none: 'Nicht erfasst',
      unclear: '',
    },
  },
  ruleSays: {
    'contact-not-found':
      'HubSpot hat diesen Kontakt nicht: Er wurde gelöscht und wird von hier aus nie neu angelegt.',
    'no-address': 'Eine Einwilligung gehört zu einer E-Mail-Adresse, und dieser Kontakt hat keine.',
    'no-such-type': 'Diesen Abonnementtyp gibt es nicht mehr.',
    'inactive-type': 'Dieser Abonnementtyp ist nicht aktiv.',
    'internal-type':
      'Dies ist ein interner Abonnementtyp, für den von hier aus niemand angemeldet wird.',
    'locked-type': 'Dieser Abonnementtyp ist für Anmeldungen gesperrt.',
    'other-business-unit':
      'Dieser Abonnementtyp gehört zu einer Marke, die hier nicht verwaltet wird.',
    'opted-out-of-everything': 'Der Kontakt wurde{since}{by} von allen E-Mails abgemeldet.',
    'opted-out-of-brand': 'Der Kontakt wurde{since}{by} von allen E-Mails dieser Marke abgemeldet.',
    'opted-out-by-contact':
      'Der Kontakt hat sich{since} abgemeldet; nur er selbst kann sich wieder anmelden.',
    'opted-out-by-someone-unknown':
      'Der Kontakt wurde{since}{by} abgemeldet; ob er das wünschte, ist nicht bekannt, daher gilt es als sein eigener Wunsch.',
    'spam-complaint':
      'Der Kontakt hat unsere E-Mails{since} als Spam gemeldet; nur er selbst kann sich wieder anmelden.',
    'cooling-off': 'Der Kontakt hat{since} abgelehnt; so bald meldet ihn niemand wieder an.',
    'changed-elsewhere':
      'Der Stand hat sich geändert, seit Sie ihn gesehen haben; hier steht, was jetzt gilt.',
    'team-may-not-change': 'Ihr Team gehört nicht zu denen, die dies ändern dürfen.',
    'ledger-not-set-up':
      'Das Änderungsprotokoll ist nicht eingerichtet, und ohne Protokoll wird niemand angemeldet.',
    'ledger-not-whole':
      'Auf das Änderungsprotokoll dieses Kontakts ist kein Verlass, und ohne Protokoll wird niemand angemeldet.',
    'undo-time-over':
      'Eine hier vorgenommene Änderung lässt sich zehn Minuten lang rückgängig machen; diese Frist ist abgelaufen.',
    'changed-since-own-change':
      'Nach der hier vorgenommenen Änderung wurde erneut geändert; nur unsere eigene letzte Änderung lässt sich rückgängig machen.',
    'not-specified-cant-be-written':
      'Zuvor stand hier „Nicht angegeben“. Ob HubSpot das als Änderung annimmt, ist nicht bekannt; etwas anderes wird nicht eingesetzt.',
    'marketing-not-in-plan': 'Dieser Account hat keine Marketingkontakte.',
    'no-marketing-workflow':
      'Nur ein Workflow kann den Marketingkontaktstatus ändern, und dieser Account hat keinen dafür.',
    'marketing-without-consent':
      'Ein Marketingkontakt kostet Geld, und dieser Kontakt hat in nichts eingewilligt, was gesendet werden könnte.',
    'privacy-settings-want-proof':
      'Die Datenschutzeinstellungen sind aktiviert, daher braucht eine Anmeldung eine Rechtsgrundlage und eine Erklärung. HubSpot speichert beides.',
    'self-opt-out-wants-proof':
      'Der Kontakt hat sich{since} abgemeldet; ihn wieder anzumelden erfordert eine Rechtsgrundlage, eine Erklärung und einen Nachweis.',
    'resubscription-wants-proof':
      'Der Kontakt wurde{since}{by} abgemeldet; ihn wieder anzumelden erfordert eine Rechtsgrundlage, eine Erklärung und einen Nachweis.',
    'marketing-wants-a-yes':
      'Ein Marketingkontakt zählt sofort zu den Kontakten, für die Sie zahlen, und bleibt es mindestens bis zum nächsten Aktualisierungsdatum. Dazu ist Ihr ausdrückliches Ja nötig.',
    'tier-would-be-exceeded':
      'Ein weiterer Marketingkontakt kann Ihre Kontaktstufe überschreiten; HubSpot stuft sie dann hoch und berechnet das sofort.',
    'no-such-address': 'Die Adresse ist nicht vorhanden, wie HubSpot{since} festgestellt hat.',
    'hard-bounced':
      'HubSpot hat den Versand an diese Adresse nach einem Bounce{since} eingestellt; das Postfach kann noch bestehen.',
    quarantined:
      'HubSpot hat die Adresse{since} in Quarantäne gestellt und sendet keine Marketing-E-Mails an sie.',
    ineligible: 'HubSpot hat die Adresse für alle Kunden gesperrt und sendet nichts an sie.',
    'double-opt-in-pending':
      'Es wird nichts gesendet, bis der Kontakt das Double-Opt-in bestätigt.',
    'consent-outdated':
      'Der Kontakt hat{since} eingewilligt; das liegt länger zurück, als Ihre Frist zulässt. Fragen Sie ihn erneut.',
    'marketing-counts-at-once':
      'Ein Marketingkontakt zählt ab dem Moment der Einstufung zu Ihrer Kontaktstufe.',
    'marketing-ends-later':
      'Der Kontakt bleibt bis zum nächsten Aktualisierungsdatum Marketingkontakt.',
    'already-so': 'In HubSpot steht es bereits so; es gibt nichts zu tun.',
    'already-leaving':
      'Der Kontakt ist bereits vorgemerkt und wird zum nächsten Aktualisierungsdatum Nicht-Marketingkontakt.',
    'staff-may-opt-in': 'Benutzer dürfen einen Kontakt anmelden, der eine Adresse hat.',
    'staff-may-opt-out': 'Benutzer dürfen einen Kontakt jederzeit abmelden.',
    'staff-may-undo':
      'Benutzer dürfen eine hier vorgenommene Anmeldung innerhalb von zehn Minuten rückgängig machen; der Kontakt wird wieder abgemeldet.',
    'staff-may-restore':
      'Benutzer dürfen eine hier vorgenommene Änderung innerhalb von zehn Minuten rückgängig machen; der frühere Stand gilt wieder, als Korrektur unseres eigenen Fehlers.',
    'staff-may-change-marketing':
      'Benutzer dürfen den Marketingkontaktstatus ändern, wo der Account Marketingkontakte hat.',
    'no-rule-allows': 'Keine Regel erlaubt diese Änderung.',
    'eu-consent-must-be-shown':
      'Art. 7 Abs. 1 DSGVO: Wer sich auf eine Einwilligung stützt, muss nachweisen können, dass sie erteilt wurde.',
    'eu-consent-may-be-withdrawn':
      'Art. 7 Abs. 3 DSGVO: Eine Einwilligung kann jederzeit widerrufen werden, und der Kontakt wird darüber informiert, bevor er sie erteilt.',
    'japan-consent-record':
      'Japanisches Gesetz zur Regelung der Übermittlung bestimmter E-Mails, Art. 3 Abs. 2: Eine Aufzeichnung, die den Wunsch oder die Einwilligung belegt, muss aufbewahrt werden.',
    'japan-refusal':
      'Japanisches Gesetz zur Regelung der Übermittlung bestimmter E-Mails, Art. 3 Abs. 3: Nach einer Ablehnung{since} darf nichts gesendet werden; ein späterer Wunsch des Kontakts braucht einen Nachweis.',
    'canada-burden-of-proof':
      'Kanadisches Anti-Spam-Gesetz (CASL), Abschnitt 13: Wer sich auf eine Einwilligung beruft, muss sie beweisen.',
    'canada-unsubscribe':
      'Kanadisches Anti-Spam-Gesetz (CASL), Abschnitt 11 Abs. 3: Eine Abmeldung ist unverzüglich umzusetzen, spätestens innerhalb von 10 Werktagen.',
    'us-consent-after-opt-out':
      'CAN-SPAM Act, 15 U.S.C. § 7704(a)(4)(B): Nach einer Abmeldung{since} darf erst wieder gesendet werden, wenn der Empfänger später ausdrücklich eingewilligt hat; das braucht einen Nachweis.',
    'us-opt-out':
      'CAN-SPAM Act, 15 U.S.C. § 7704(a)(4)(A): Ab 10 Werktagen nach einem Abmeldewunsch darf nichts mehr gesendet werden, was er umfasst.',
  },
};
