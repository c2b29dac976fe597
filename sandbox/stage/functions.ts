import { FUNCTIONS, type FunctionIs, type FunctionUid } from './asked.ts';

/** The app's functions as HubSpot has them: there, not installed, or with every call held back until they are let go. */
interface Functions {
  set(uid: FunctionUid, is: FunctionIs): void;
  /** Waits as long as the function is held. */
  reach(uid: string): Promise<Reached>;
  all(): Readonly<Record<FunctionUid, FunctionIs>>;
  /** All are there again. Calls that were held are dropped: they belong to what was before. */
  reset(): void;
}

type Reached = Exclude<FunctionIs, 'held'>;

export function functionsOnRequest(): Functions {
  let all = THERE;
  let waiting: { readonly uid: FunctionUid; readonly go: (is: Reached) => void }[] = [];
  return {
    set: (uid, is) => {
      all = { ...all, [uid]: is };
      if (is === 'held') return;
      for (const one of waiting) if (one.uid === uid) one.go(is);
      waiting = waiting.filter((one) => one.uid !== uid);
    },
    reach: (uid) => {
      const is = isKnown(uid) ? all[uid] : 'there';
      if (is !== 'held' || !isKnown(uid)) return Promise.resolve(is as Reached);
      return new Promise((go) => waiting.push({ uid, go }));
    },
    all: () => all,
    reset: () => {
      all = THERE;
      for (const { go } of waiting) go('not-installed');
      waiting = [];
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
