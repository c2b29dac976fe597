import type { Sources } from '../../ports.ts';
import type { HubSpotClient } from '../client.ts';
import { emailEvents, spamReports } from './email-events.ts';
import { occurrences } from './event-occurrences.ts';
import { forms, submissions } from './form-submissions.ts';
import { addresses, properties } from './property-history.ts';
import { subscriptionTimeline } from './subscription-timeline.ts';
import { userNames } from './user-names.ts';

export function hubSpotSources(hubspot: HubSpotClient): Sources {
  return {
    addresses: addresses(hubspot),
    properties: properties(hubspot),
    emailEvents: emailEvents(hubspot),
    spamReports: spamReports(hubspot),
    timeline: subscriptionTimeline(hubspot),
    occurrences: occurrences(hubspot),
    userNames: userNames(hubspot),
    forms: forms(hubspot),
    submissions: submissions(hubspot),
  };
}
