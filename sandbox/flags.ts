import { parseArgs } from 'node:util';

/** What `npm start -- …` asks for. */
type Flags =
  | { readonly kind: 'start'; readonly ports: readonly number[]; readonly stateFile?: string }
  | { readonly kind: 'usage'; readonly problem: string };

export const USAGE = 'usage: npm start [-- [--port NUMBER] [--state FILE]]';

const FIRST_PORT = 4870;

/** Without `--port`, the first free one of twenty is taken. */
export function flagsIn(words: readonly string[]): Flags {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { port: { type: 'string' }, state: { type: 'string' } },
    });
    const ports = portsAsked(values.port);
    if (ports === undefined) return usage('--port takes a number from 0 to 65535');
    if (values.state === '') return usage('--state takes the name of a file');
    return {
      kind: 'start',
      ports,
      ...(values.state === undefined ? {} : { stateFile: values.state }),
    };
  } catch (error) {
    return usage(String((error as Error).message).split('. ')[0] ?? '');
  }
}

function portsAsked(port: string | undefined): readonly number[] | undefined {
  if (port === undefined) return Array.from({ length: 20 }, (_, offset) => FIRST_PORT + offset);
  return /^\d{1,5}$/.test(port) && Number(port) <= 65_535 ? [Number(port)] : undefined;
}

function usage(problem: string): Flags {
  return { kind: 'usage', problem };
}
