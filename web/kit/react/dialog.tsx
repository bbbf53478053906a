import { type ReactNode, useEffect, useRef } from 'react';

/** A modal question: the browser keeps the focus in it and gives it back. */
export const Dialog = (p: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly children: ReactNode;
  /** Escape; without it the question has to be answered. */
  readonly close?: () => void;
}) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (p.isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [p.isOpen]);
  return (
    <dialog
      ref={dialog}
      aria-label={p.title}
      onCancel={(event) => {
        event.preventDefault();
        p.close?.();
      }}
    >
      <h2>{p.title}</h2>
      {p.children}
    </dialog>
  );
};
