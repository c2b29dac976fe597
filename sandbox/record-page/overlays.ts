import { createContext } from 'react';

/** The open modals and panels of one card, by the ids its author gave them. */
export interface Overlays {
  close(id: string): void;
  listen(callback: (id: string) => void): () => void;
}

export function overlays(): Overlays {
  const listeners = new Set<(id: string) => void>();
  return {
    close: (id) => {
      for (const listener of listeners) listener(id);
    },
    listen: (callback) => {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
  };
}

/** Each card has its own, since two cards on a page may use the same ids. */
export const OverlaysOfCard = createContext<Overlays>(overlays());
