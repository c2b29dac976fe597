import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { PrivateFileRefused, privateFiles } from '../../project/private-file.ts';
import type { HubSpotOnDesk } from '../emulator/index.ts';
import { ActShape, AskedDate } from './asked.ts';
import type { Stage, StageState } from './stage.ts';

/** A state file that can't be used. The message is for the person who named it. */
export class StateFileTrouble extends Error {}

export interface StateFile {
  /** Takes what the file holds, where it is there; else writes it for the first time. Throws `StateFileTrouble`. */
  readonly begin: () => void;
  /** Something may have changed: written soon, and once for many changes. */
  readonly changed: () => void;
  /** Writes what is not written yet. Throws `StateFileTrouble`. */
  readonly finish: () => void;
}

const VERSION = 1;
const SOON_MS = 200;

const Played = z.strictObject({
  at: z.number(),
  actsAt: z.number(),
  what: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('act'), portalId: z.number(), act: ActShape }),
    z.strictObject({ kind: z.literal('date'), moved: AskedDate, to: z.number() }),
  ]),
});
const Content = z.strictObject({
  consentCardSandbox: z.literal(VERSION),
  stage: z.strictObject({
    movedByMs: z.number().min(0),
    told: z.record(z.string(), z.number()),
    played: z.array(Played),
  }),
  hubspot: z.record(z.string(), z.record(z.string(), z.unknown())),
});

/** Keeps a sandbox between two starts: the emulated HubSpot, what was played, and the date that was moved. */
export function stateFile(
  file: string,
  hubspot: HubSpotOnDesk,
  stage: Stage,
  files = privateFiles(),
): StateFile {
  let written: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  const finish = () => {
    clearTimeout(timer);
    timer = undefined;
    const text = contentOf(hubspot, stage.state());
    if (text === written) return;
    explained(() => {
      files.write(file, text, isStateText);
    });
    written = text;
  };
  return {
    begin: () => {
      if (!existsSync(file)) {
        finish();
        return;
      }
      const { content, text } = read(file, hubspot);
      // Written again, so that a file that others could read, or that may not be used, shows at once.
      explained(() => {
        files.write(file, text, isStateText);
      });
      hubspot.restore(JSON.stringify(content.hubspot));
      stage.restore(content.stage);
      written = text;
    },
    changed: () => {
      timer ??= setTimeout(() => {
        try {
          finish();
        } catch (error) {
          console.error((error as Error).message);
        }
      }, SOON_MS).unref();
    },
    finish,
  };
}

function contentOf(hubspot: HubSpotOnDesk, stage: StageState): string {
  const stored = JSON.parse(hubspot.snapshot()) as object;
  return `${JSON.stringify({ consentCardSandbox: VERSION, stage, hubspot: stored })}\n`;
}

function explained(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof PrivateFileRefused)) throw error;
    throw new StateFileTrouble(`The state file ${error.message}.`);
  }
}

/** The version does not matter here: `read` has refused another one. */
function isStateText(text: string): boolean {
  return text.startsWith('{"consentCardSandbox":');
}

function read(file: string, hubspot: HubSpotOnDesk) {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new StateFileTrouble(
      `The state file ${file} can’t be read (${codeOf(error)}). Choose another file, or mend its rights.`,
    );
  }
  const content = Content.safeParse(parsed(text));
  const isFamiliar =
    content.success && shapeOf(content.data.hubspot) === shapeOf(JSON.parse(hubspot.snapshot()));
  if (content.success && isFamiliar) return { content: content.data, text };
  throw new StateFileTrouble(
    `The state file ${file} is not one of this version of the sandbox. Nothing was changed. ` +
      'Choose another file, or move this one away to begin anew.',
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a portal's data consists of: a version with other parts could not work with it. */
function shapeOf(stored: unknown): string {
  const portals = Object.entries(stored as Record<string, Record<string, unknown>>);
  return JSON.stringify(
    portals.map(([id, data]) => [
      id,
      Object.keys(data).sort(),
      Object.keys(data['assumptions'] ?? {}).sort(),
    ]),
  );
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown';
}
