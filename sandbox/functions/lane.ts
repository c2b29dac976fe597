import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';

export type FunctionAnswer =
  | { readonly ok: true; readonly response: unknown }
  | { readonly ok: false; readonly error: string };

/** What a child is sent: the call, and by how many milliseconds the sandbox's date was moved. */
interface Sent {
  readonly context: object;
  readonly aheadMs: number;
}

interface Call {
  readonly sent: Sent;
  readonly done: (answer: FunctionAnswer) => void;
}

interface UnderWay extends Call {
  readonly timer: NodeJS.Timeout;
}

/** What a child sends: the function's JSON, or that it threw. What it threw stays in the child. */
type Message = { readonly ok: true; readonly text: string } | { readonly ok: false };

const CHILD = path.join(import.meta.dirname, 'child.cjs');

/** The children of one function and the calls that wait for a free one; every call is answered once. */
export class Lane {
  private readonly free: ChildProcess[] = [];
  private readonly busy = new Map<ChildProcess, UnderWay>();
  private waiting: Call[] = [];
  private isClosed = false;

  constructor(
    private readonly bundle: string,
    private readonly env: Readonly<Record<string, string>>,
    private readonly size: number,
    private readonly timeoutMs: number,
  ) {}

  run(sent: Sent): Promise<FunctionAnswer> {
    return new Promise((done) => {
      if (this.isClosed) {
        done({ ok: false, error: 'the sandbox has stopped' });
        return;
      }
      this.waiting.push({ sent, done });
      this.next();
    });
  }

  close(): void {
    this.isClosed = true;
    for (const { done } of this.waiting) done({ ok: false, error: 'the sandbox has stopped' });
    this.waiting = [];
    for (const child of [...this.free, ...this.busy.keys()]) {
      this.retire(child, 'the sandbox has stopped');
    }
  }

  private next(): void {
    if (this.waiting.length === 0) return;
    const child = this.free.pop() ?? (this.busy.size < this.size ? this.begin() : undefined);
    const call = child === undefined ? undefined : this.waiting.shift();
    if (child === undefined || call === undefined) return;
    const timer = setTimeout(() => {
      this.retire(child, 'the function took too long');
    }, this.timeoutMs);
    this.busy.set(child, { ...call, timer });
    child.send(call.sent, (error) => {
      if (error !== null) this.retire(child, 'the function could not be run');
    });
  }

  private begin(): ChildProcess {
    const child = fork(CHILD, [this.bundle], {
      env: { ...this.env },
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const isGone = () => {
      this.retire(child, 'the function could not be run');
    };
    child.on('exit', isGone).on('error', isGone);
    child.on('message', (message: Message) => {
      if (!this.settle(child, answerOf(message))) return;
      this.free.push(child);
      this.next();
    });
    return child;
  }

  /** A child that is dead, or must be: answered for and replaced when the next call needs one. */
  private retire(child: ChildProcess, error: string): void {
    const at = this.free.indexOf(child);
    if (at >= 0) this.free.splice(at, 1);
    this.settle(child, { ok: false, error });
    child.kill('SIGKILL');
    this.next();
  }

  private settle(child: ChildProcess, answer: FunctionAnswer): boolean {
    const call = this.busy.get(child);
    if (call === undefined) return false;
    clearTimeout(call.timer);
    this.busy.delete(child);
    call.done(answer);
    return true;
  }
}

function answerOf(message: Message): FunctionAnswer {
  return message.ok
    ? { ok: true, response: JSON.parse(message.text) as unknown }
    : { ok: false, error: 'the function failed' };
}
