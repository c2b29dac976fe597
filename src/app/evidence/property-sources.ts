import type { Actor } from './consent-event.ts';

/**
 * Every value of `PropertyValue.source` in HubSpot's OpenAPI file for imports 2026-09 (113 values), by whom
 * it stands for. HubSpot explains none of them. A value is a person's, a workflow's or a program's only
 * where its name leaves no doubt: taking a contact's act for staff's could unlock an opt-in, and taking
 * staff's for the contact's return could too. The rest is `someone`, on purpose and by name, as is any
 * value that is not here.
 */
export const PROPERTY_SOURCES: Readonly<Record<Exclude<Actor['kind'], 'this-card'>, string>> = {
  /** That `EMAIL` is the contact's own link and `FORM` their own form needs a real account to confirm. */
  contact: 'EMAIL FORM MEETINGS CONTENT_MEMBERSHIP',
  staff:
    'CRM_UI CRM_UI_BULK_ACTION CONTACTS_WEB BATCH_UPDATE MOBILE_IOS MOBILE_ANDROID WORK_UI SALES PLAYBOOKS',
  workflow:
    'WORKFLOWS AUTOMATION_PLATFORM AUTOMATION_JOURNEY PRIMARY_AUTOMATION WORKFLOW_CONTACT_DELETE_ACTION',
  import: 'IMPORT EMAIL_INBOX_IMPORT',
  integration:
    'API INTEGRATION INTEGRATIONS_PLATFORM INTEGRATIONS_SYNC SALESFORCE SLACK_INTEGRATION MARKETPLACE',
  /** Carried over, recomputed or put back: who stood behind it first is another matter. */
  hubspot:
    'CALCULATED DEFAULT PROPERTY_DEFAULT_VALUE PROPERTY_SETTINGS PROPERTY_RESTORE MIGRATION INTERNAL_PROCESSING ' +
    'WAL_INCREMENTAL LEGAL_BASIS_REMEDIATION RECYCLING_BIN RESTORE_OBJECTS DELETE_OBJECTS CLONE_OBJECTS ' +
    'MERGE_CONTACTS MERGE_COMPANIES MERGE_OBJECTS MERGE_REVERT_OBJECTS DATA_QUALITY DATA_ENRICHMENT ' +
    'COMPANY_INSIGHTS ANALYTICS',
  /**
   * Conversations, bots and agents: the contact may have asked, or nobody. Tools of a mailbox or a browser:
   * a person's or a program's. Names that HubSpot uses inside.
   */
  someone:
    'UNKNOWN BOT CONVERSATIONS CUSTOMER_AGENT HELP_DESK HELP_DESK_AI PROSPECTING_AGENT CHATSPOT AI_GROUP ' +
    'CONVERSATIONAL_ENRICHMENT SMART_DATA_CAPTURE ASSISTS SIGNALS INTENT COMMUNICATOR SALES_MESSAGES SEQUENCES ' +
    'LEADIN EXTENSION SIDEKICK BCC_TO_CRM FORWARD_TO_CRM GMAIL_INTEGRATION EMAIL_INTEGRATION ENGAGEMENTS TASK ' +
    'MICROAPPS SETTINGS PIPELINE_SETTINGS APPROVALS ACTIVITY_LOG_REVERT ACTIVITY_AUTO_ASSOCIATE ASSOCIATIONS ' +
    'AUTO_ASSOCIATE_BY_DOMAIN PORTAL_USER_ASSOCIATOR PORTAL_OBJECT_SYNC CRM_PROCESSES_PLATFORM DATASET ' +
    'BEHAVIORAL_EVENTS ADS SOCIAL CONTACTS COMPANIES COMPANY_FAMILIES DEALS QUOTES QUOTAS GOALS FORECASTING ' +
    'PAYMENTS BILLING PRESENTATIONS FILE_MANAGER AVATARS_SERVICE ACADEMY ACCEPTANCE_TEST BET_ASSIGNMENT ' +
    'BET_CRM_CONNECTOR BIDEN CENTRAL_EXCHANGE_RATES FLYWHEEL_PRODUCT_DATA_SYNC HEISENBERG MARKET_SOURCING ' +
    'SUCCESS TALLY',
};

/**
 * Those of HubSpot's sources whose names say that a value came from somewhere else: another record, an earlier
 * version, another system. Such a version tells when the value was copied, not when or by whom it was set.
 */
export const COPYING_SOURCES: ReadonlySet<string> = new Set([
  'MERGE_CONTACTS',
  'MERGE_COMPANIES',
  'MERGE_OBJECTS',
  'MERGE_REVERT_OBJECTS',
  'CLONE_OBJECTS',
  'RESTORE_OBJECTS',
  'RECYCLING_BIN',
  'PROPERTY_RESTORE',
  'MIGRATION',
]);
