import type { ReactNode } from 'react';

/** Scrolls sideways within itself where the screen is narrow, by keyboard too, whatever is in it. */
export const Scrolls = ({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
  <div className="scroll" role="group" tabIndex={0} aria-label={label}>
    {children}
  </div>
);
