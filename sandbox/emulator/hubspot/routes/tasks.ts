import type { Call, Result, Route } from '../call.ts';
import { SCOPES } from '../objects/access.ts';
import { RECORD_BATCHES } from './record-batches.ts';
import { IS_ARCHIVED, ONE_RECORD, WRITTEN_RECORD } from './record-parameters.ts';
import { RECORDS } from './records.ts';

const { read, write } = SCOPES.records;

/**
 * Tasks (OpenAPI file tasks 2026-09, in which they are any `{objectType}`: the paths and fields of the objects files,
 * under the scopes of contacts). Everything else about tasks is answered 501 or as for any object.
 */
export const TASK_ROUTES: readonly Route[] = [
  { method: 'POST', ...taskPaths(''), scopes: write.contact, answer: asTasks(RECORDS, '') },
  {
    method: 'GET',
    ...taskPaths('/{taskId}'),
    scopes: read.contact,
    query: ONE_RECORD,
    answer: asTasks(RECORDS, '/{objectId}'),
  },
  {
    method: 'PATCH',
    ...taskPaths('/{taskId}'),
    scopes: write.contact,
    query: WRITTEN_RECORD,
    answer: asTasks(RECORDS, '/{objectId}'),
  },
  {
    method: 'POST',
    ...taskPaths('/batch/read'),
    scopes: read.contact,
    query: IS_ARCHIVED,
    answer: asTasks(RECORD_BATCHES, '/batch/read'),
  },
];

function taskPaths(rest: string): Pick<Route, 'path' | 'also'> {
  return {
    path: `/crm/objects/2026-09/tasks${rest}`,
    also: [`/crm/v3/objects/tasks${rest}`],
  };
}

/** The route of any object at the same place, asked for tasks. */
function asTasks(routes: readonly Route[], rest: string) {
  return (call: Call, parts: readonly string[]): Result => {
    const route = routes.find(
      ({ method, path }) =>
        method === call.method && path === `/crm/objects/2026-09/{objectType}${rest}`,
    );
    if (route === undefined) throw new Error(`no ${call.method} of any object at ${rest}`);
    return route.answer(call, ['tasks', ...parts]);
  };
}
