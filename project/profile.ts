import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The variables of a HubSpot project profile, `src/hsprofile.<name>.json`, for `npm run build -- --profile <name>`.
 * HubSpot hands a profile's variables to cards and not to functions, so the build puts them into the
 * functions. Without a profile there are none.
 */
export function profileVariables(root: string, args: readonly string[]): Record<string, unknown> {
  const at = args.indexOf('--profile');
  if (at < 0) return {};
  const name = args[at + 1] ?? '';
  if (!/^[\w-]+$/.test(name)) throw new Error('usage: npm run build -- --profile NAME');
  const file = path.join(root, 'src', `hsprofile.${name}.json`);
  const profile = JSON.parse(readFileSync(file, 'utf8')) as { variables?: Record<string, unknown> };
  return profile.variables ?? {};
}
