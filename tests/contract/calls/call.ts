export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** A real path, in the newest spelling the emulator has; older spellings are called by themselves. */
  readonly path: string;
  readonly body?: unknown;
}

/** One row of the contract: a call that a person could make, and the status it must get. */
export interface Call extends Request {
  readonly does: string;
  readonly status: number;
  /** The status at older versions' paths, where it is another. */
  readonly older?: number;
  /** Calls that make the situation, checked too; `$id` in path or body is the id that the last one answered. */
  readonly before?: readonly Request[];
  /** 1001 (privacy settings off) where nothing is said; 1002 has them on. */
  readonly portalId?: number;
}

/** Rows of one path, shorter to write: what it does, the status, and what is asked. */
export function calls(
  method: Request['method'],
  path: string,
  rows: readonly (readonly [does: string, status: number, more?: Partial<Call>])[],
): Call[] {
  return rows.map(([does, status, { path: rest = '', ...more } = {}]) => ({
    does,
    status,
    method,
    path: path + rest,
    ...more,
  }));
}
