import {
  FIELD_PROBLEMS,
  type BadRequest,
  type FieldProblem,
  type Trouble,
} from '../contract/reply.ts';
import { HubSpotTrouble } from '../gateway/trouble.ts';
import { OrganisationRefused } from '../policy/organisation.ts';
import { RecordChanged } from './gather.ts';
import type { World } from './world.ts';

/** The one place that explains what went wrong. Unforeseen errors tell the page nothing but their correlation id. */
export function explain(
  error: unknown,
  world: Pick<World, 'correlationId' | 'log'>,
): Trouble | BadRequest {
  const { correlationId, log } = world;
  if (error instanceof RecordChanged) {
    return badRequest('record-changed', ['propertiesToSend.email'], world);
  }
  if (error instanceof OrganisationRefused) {
    const { field: setting, mend } = error;
    log({ level: 'error', correlationId, code: 'settings-refused', setting, mend });
    return { status: 'trouble', code: 'settings-refused', correlationId, setting };
  }
  const trouble = error instanceof HubSpotTrouble ? error : undefined;
  const code = trouble?.code ?? 'internal';
  const kind = error instanceof Error ? error.name : typeof error;
  log({ level: 'error', correlationId, code, kind });
  return {
    status: 'trouble',
    code,
    correlationId,
    ...(trouble?.scope === undefined ? {} : { scope: trouble.scope }),
  };
}

/** Such a request is logged and never recorded: nobody floods the record with what is no wish. */
export function badRequest(
  code: BadRequest['code'],
  paths: readonly string[],
  { correlationId, log }: Pick<World, 'correlationId' | 'log'>,
): BadRequest {
  log({ level: 'warn', correlationId, code, kind: 'bad-request' });
  return { status: 'bad-request', code, paths, correlationId };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message?: string;
}

/** Names the fields that were wrong and never repeats what was in them. */
export function badParameters(
  issues: readonly Issue[],
  fields: readonly string[],
  world: Pick<World, 'correlationId' | 'log'>,
): BadRequest {
  const known = issues.filter(({ path }) => fields.includes(String(path[0])));
  const named = known.map(({ path }) => `parameters.${String(path[0])}`);
  const paths = named.length === 0 ? ['parameters'] : [...new Set(named)];
  const problems = known.flatMap(({ path, message }) =>
    isFieldProblem(message) ? [[['parameters', ...path].map(String).join('.'), message]] : [],
  );
  const reply = badRequest('invalid-parameters', paths, world);
  return problems.length === 0
    ? reply
    : { ...reply, problems: Object.fromEntries(problems) as BadRequest['problems'] & object };
}

function isFieldProblem(message: string | undefined): message is FieldProblem {
  return FIELD_PROBLEMS.some((one) => one === message);
}
