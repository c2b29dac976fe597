import { useCallback, useEffect, useState } from 'react';
import type { RecordPage } from './record-page.ts';

/** What each form decides upon, by its id; it is missing or undefined where its change is not offered now. */
type Versions = Readonly<Record<string, string | undefined>>;

/** The forms of one row: kept in the row, since a form's own button goes with the offer. */
export interface Forms {
  readonly versions: Versions;
  readonly opened: (id: string) => void;
  readonly closed: () => void;
  /** One was open when the record changed under it, and nobody has done anything since. */
  readonly isDiscarded: boolean;
}

/** Closes an open form when what it decides upon changes or is no longer offered. `turn` counts what the person did. */
export function useForms({ closeOverlay }: RecordPage, turn: number, versions: Versions): Forms {
  const [open, setOpen] = useState<{ id: string; version: string | undefined }>();
  const [discarded, setDiscarded] = useState<{ id: string; turn: number }>();
  if (open !== undefined && open.version !== versions[open.id]) {
    setOpen(undefined);
    setDiscarded({ id: open.id, turn });
  }
  useEffect(() => {
    if (discarded !== undefined) closeOverlay(discarded.id);
  }, [discarded, closeOverlay]);
  const closed = useCallback(() => {
    setOpen(undefined);
  }, []);
  return {
    versions,
    opened: (id) => {
      setOpen({ id, version: versions[id] });
      setDiscarded(undefined);
    },
    closed,
    isDiscarded: discarded?.turn === turn,
  };
}
