import type { StatusApi } from '@hubspot/api-client/lib/codegen/communication_preferences';
import type { BasicApi as AssociationsApi } from '@hubspot/api-client/lib/codegen/crm/associations/v4';
import type {
  BasicApi as ContactsApi,
  SearchApi as ContactSearchApi,
} from '@hubspot/api-client/lib/codegen/crm/contacts';
import type {
  BasicApi as TasksApi,
  BatchApi as TaskBatchApi,
} from '@hubspot/api-client/lib/codegen/crm/objects/tasks';
import type { HttpRequest } from './send.ts';

/**
 * The parts of HubSpot's official client that this product uses, each loaded when it is first asked for: all of them
 * together take some 70 ms to load. They build requests from typed arguments and never send one (decision 0019).
 */
export interface OfficialClient {
  contacts(): Promise<{ readonly basic: ContactsApi; readonly search: ContactSearchApi }>;
  tasks(): Promise<{ readonly basic: TasksApi; readonly batch: TaskBatchApi }>;
  associations(): Promise<AssociationsApi>;
  subscriptionStatus(): Promise<StatusApi>;
}

/**
 * The request that a typed method of the client makes, without a token. The method itself never gets an answer: its
 * promise stays open, and whoever called this reads the answer. Rejects where the method refuses its arguments.
 */
export function requestBy(
  ask: (client: OfficialClient) => Promise<unknown>,
  origin: string,
): Promise<HttpRequest> {
  return new Promise((resolve, reject) => {
    const open = (request: BuiltRequest): Promise<never> => {
      const body: unknown = request.getBody();
      resolve({
        method: request.getHttpMethod(),
        url: new URL(request.getUrl()),
        headers: request.getHeaders(),
        body: typeof body === 'string' ? body : '',
      });
      return new Promise(() => undefined);
    };
    ask(clientOf(origin, open)).catch(reject);
  });
}

/** What all of the client's parts call a request, each with a class of its own. */
interface BuiltRequest {
  getHttpMethod(): string;
  getUrl(): string;
  getHeaders(): Record<string, string>;
  getBody(): unknown;
}

/** Each part is loaded once for the process; its code differs from no account to another. */
const contactsPart = once(() => import('@hubspot/api-client/lib/codegen/crm/contacts/index.js'));
const tasksPart = once(() => import('@hubspot/api-client/lib/codegen/crm/objects/tasks/index.js'));
const associationsPart = once(
  () => import('@hubspot/api-client/lib/codegen/crm/associations/v4/index.js'),
);
const preferencesPart = once(
  () => import('@hubspot/api-client/lib/codegen/communication_preferences/index.js'),
);

/** A failed load is tried again by the next caller. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

/** What all of the client's parts have to make a configuration of, each with classes of its own. */
interface Part<Library, Server, Configuration> {
  readonly ServerConfiguration: new (url: string, variables: Record<string, string>) => Server;
  readonly wrapHttpLibrary: (library: { send: Open }) => Library;
  readonly createConfiguration: (settings: {
    readonly baseServer: Server;
    readonly httpApi: Library;
  }) => Configuration;
}

type Open = (request: BuiltRequest) => Promise<never>;

function clientOf(origin: string, open: Open): OfficialClient {
  const settingsOf = <L, S, C>(part: Part<L, S, C>): C =>
    part.createConfiguration({
      baseServer: new part.ServerConfiguration(origin, {}),
      httpApi: part.wrapHttpLibrary({ send: open }),
    });
  return {
    async contacts() {
      const part = await contactsPart();
      const settings = settingsOf(part);
      return { basic: new part.BasicApi(settings), search: new part.SearchApi(settings) };
    },
    async tasks() {
      const part = await tasksPart();
      const settings = settingsOf(part);
      return { basic: new part.BasicApi(settings), batch: new part.BatchApi(settings) };
    },
    async associations() {
      const part = await associationsPart();
      return new part.BasicApi(settingsOf(part));
    },
    async subscriptionStatus() {
      const part = await preferencesPart();
      return new part.StatusApi(settingsOf(part));
    },
  };
}
