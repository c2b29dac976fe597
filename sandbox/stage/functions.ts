import { FUNCTIONS, type FunctionIs, type FunctionUid } from './asked.ts';

/** The app's functions as HubSpot has them: there, not installed, or with every call held back until they are let go. */
interface Functions {
  set(uid: FunctionUid, is: FunctionIs): void;
  /** Waits as long as the function is held. */
  reach(uid: string): Promise<'there' | 'not-installed'>;
  all(): Readonly<Record<FunctionUid, FunctionIs>>;
  reset(): void;
}

export function functionsOnRequest(): Functions {
  let all = THERE;
  let waiting: (() => void)[] = [];
  const letGo = () => {
    const gone = waiting;
    waiting = [];
    for (const go of gone) go();
  };
  return {
    set: (uid, is) => {
      all = { ...all, [uid]: is };
      letGo();
    },
    reach: async (uid) => {
      const is = () => (isKnown(uid) ? all[uid] : 'there');
      for (let now = is(); ; now = is()) {
        if (now !== 'held') return now;
        await new Promise<void>((go) => waiting.push(go));
      }
    },
    all: () => all,
    reset: () => {
      all = THERE;
      letGo();
    },
  };
}

const THERE: Readonly<Record<FunctionUid, FunctionIs>> = {
  'read-consent': 'there',
  'change-consent': 'there',
  'setup-portal': 'there',
};

function isKnown(uid: string): uid is FunctionUid {
  return (FUNCTIONS as readonly string[]).includes(uid);
}
