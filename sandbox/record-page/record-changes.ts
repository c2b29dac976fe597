/** Tells the cards on a page that the record has changed, as HubSpot does after a refresh. */
export interface RecordChanges {
  announce(): void;
  listen(callback: () => void): () => void;
}

export function recordChanges(): RecordChanges {
  const listeners = new Set<() => void>();
  return {
    announce: () => {
      for (const listener of listeners) listener();
    },
    listen: (callback) => {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
  };
}
