import { createController } from '@remote-ui/react/host';
import { components } from './components/index.ts';
import { unknown } from './components/unknown.tsx';

const known = createController(components);
const standIns = new Map<string, ReturnType<typeof unknown>>();

/** Draws what the cards send; a name that is not known is drawn as an error that names it. */
export const controller: typeof known = {
  ...known,
  get(name) {
    if (Object.hasOwn(components, name)) return known.get(name);
    const standIn = standIns.get(name) ?? unknown(name);
    standIns.set(name, standIn);
    return standIn;
  },
};
