import type { Reactions } from '@hubspot/ui-extensions';
import * as React from 'react';
import { createContext, useContext, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { OverlaysOfCard } from '../overlays.ts';

type Pressed = ((event: never, reactions: Reactions) => unknown) | undefined;

const Close = createContext<() => void>(() => undefined);

/** What `overlay` carries arrives as an element of its own; the page decides when it is drawn. */
export function useOverlay(overlay: unknown, onClick: Pressed) {
  const [isOpen, setIsOpen] = useState(false);
  const all = useContext(OverlaysOfCard);
  const open = () => {
    setIsOpen(true);
  };
  const press = () => {
    if (overlay !== undefined) open();
    const reactions: Reactions = {
      openPanel: open,
      openModal: open,
      closePanel: (id) => {
        all.close(id);
      },
      closeModal: (id) => {
        all.close(id);
      },
    };
    void onClick?.({ type: 'click' } as never, reactions);
  };
  const close = () => {
    setIsOpen(false);
  };
  const drawn = isOpen ? (
    <Close.Provider value={close}>{overlay as React.ReactNode}</Close.Provider>
  ) : null;
  return { press, drawn };
}

interface DialogProps {
  readonly id: string;
  readonly title?: string;
  readonly 'aria-label'?: string;
  readonly width?: string;
  readonly testId?: string;
  readonly onOpen?: () => void;
  readonly onClose?: () => void;
  readonly children?: React.ReactNode;
}

/** The browser's own dialog holds the focus, closes on Escape and gives the focus back. */
function Dialog(props: DialogProps & { readonly kind: 'modal' | 'panel' }) {
  const box = useRef<HTMLDialogElement>(null);
  const close = useContext(Close);
  const all = useContext(OverlaysOfCard);
  const { id, onOpen, onClose } = props;
  const left = useRef(close);
  left.current = () => {
    close();
    onClose?.();
  };
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  useEffect(() => {
    onOpen?.();
    // Said once, when it opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useEffect(
    () =>
      all.listen((closed) => {
        if (closed === id) left.current();
      }),
    [all, id],
  );
  return (
    <dialog
      ref={box}
      className={`hs-${props.kind} ${props.width ?? 'md'}`}
      aria-label={props['aria-label'] ?? props.title}
      data-test-id={props.testId}
      onCancel={(event) => {
        event.preventDefault();
        left.current();
      }}
    >
      <header>
        <span>{props.title}</span>
        <button type="button" aria-label="Close" onClick={() => left.current()}>
          ×
        </button>
      </header>
      {props.children}
    </dialog>
  );
}

export function Modal(props: DialogProps) {
  return <Dialog {...props} kind="modal" />;
}

export function Panel(props: DialogProps) {
  return <Dialog {...props} kind="panel" />;
}

interface Part {
  readonly children?: React.ReactNode;
}

export function DialogBody({ children }: Part) {
  return <div className="hs-dialog-body">{children}</div>;
}

export function DialogFooter({ children }: Part) {
  return <footer className="hs-dialog-footer">{children}</footer>;
}
