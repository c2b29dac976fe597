import choices from '../organisation.json';
import {
  OrganisationRefused,
  readOrganisation,
  type Organisation,
} from '../policy/organisation.ts';
import { profileChoices, type ProfileVariables } from './profile-choices.ts';

/** The variables of the HubSpot profile that was built for; the build puts them here (`project/profile.ts`). */
declare const CONSENT_CARD_PROFILE: ProfileVariables | undefined;

/**
 * The one door to the organisation's choices, each layer over the one before: careful defaults,
 * `src/app/organisation.json`, the profile that was built for, and JSON in `CONSENT_CARD_ORGANISATION` (for the
 * sandbox; HubSpot gives a function no such variable). Throws `OrganisationRefused`.
 */
export function organisationHere(
  environment: Readonly<Record<string, string | undefined>>,
  profile: ProfileVariables = typeof CONSENT_CARD_PROFILE === 'undefined'
    ? {}
    : CONSENT_CARD_PROFILE,
): Organisation {
  const built = readOrganisation(profileChoices(profile), readOrganisation(choices));
  const json = environment['CONSENT_CARD_ORGANISATION'];
  return json === undefined || json === '' ? built : readOrganisation(parsed(json), built);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new OrganisationRefused('CONSENT_CARD_ORGANISATION', 'write JSON');
  }
}
