import type { ReactNode } from 'react';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  /** `main`: the one thing to do on a screen. */
  readonly kind?: 'main' | 'quiet' | 'danger';
  readonly type?: 'button' | 'submit';
  /** Works: a second press does nothing, and the reader hears it. */
  readonly isBusy?: boolean;
  /** Why it is shut; shown beside it. A shut button can be focused, so that the reason can be read. */
  readonly shutBecause?: string | undefined;
  /** The key that presses it, shown on it: `F9`. */
  readonly shortcut?: string;
}

/** A button that says that it works, and why it does not. */
export const Button = (p: ButtonProps) => {
  const isShut = p.isBusy === true || p.shutBecause !== undefined;
  return (
    <span className="button-with-reason">
      <button
        type={p.type ?? 'button'}
        className={`button ${p.kind ?? 'quiet'}`}
        aria-disabled={isShut}
        aria-busy={p.isBusy}
        aria-keyshortcuts={p.shortcut}
        title={p.shutBecause}
        onClick={(event) => {
          if (isShut) event.preventDefault();
          else p.onPress?.();
        }}
      >
        {p.children}
        {p.shortcut !== undefined && <kbd>{p.shortcut}</kbd>}
      </button>
      {p.shutBecause !== undefined && <span className="reason">{p.shutBecause}</span>}
    </span>
  );
};
