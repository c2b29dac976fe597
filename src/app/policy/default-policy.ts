import { LAW_PACKS } from './law-packs.ts';
import { MARKETING_RULES } from './marketing-rules.ts';
import { LAW_PACK_NAMES, type LawPack } from './organisation.ts';
import { loadPolicy, type Policy } from './policy.ts';
import { SUBSCRIPTION_CONDITIONS, SUBSCRIPTION_RULES } from './subscription-rules.ts';
import { UNDO_RULES } from './undo-rules.ts';

/** Changes with every change of a rule, and goes into each record of a decision. */
const VERSION = '2026-11-28.1';

/** The policy that every portal starts with, and the laws that an admin switched on; its version names them. */
export function policyWith(lawPacks: readonly LawPack[]): Policy {
  const on = LAW_PACK_NAMES.filter((name) => lawPacks.includes(name));
  return loadPolicy({
    version: [VERSION, ...on].join('+'),
    conditions: SUBSCRIPTION_CONDITIONS,
    rules: [
      ...SUBSCRIPTION_RULES,
      ...UNDO_RULES,
      ...MARKETING_RULES,
      ...on.flatMap((name) => LAW_PACKS[name]),
    ],
  });
}
