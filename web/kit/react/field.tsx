import type { ReactNode } from 'react';

interface FieldProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: string;
  readonly change: (value: string) => void;
  /** What is wrong with it, in words. */
  readonly wrong?: string | undefined;
  readonly hint?: ReactNode;
  readonly inputMode?: 'numeric' | 'tel';
  readonly leave?: () => void;
}

/** A line to type into, with what is wrong and what helps tied to it for whoever hears the page. */
export const Field = (p: FieldProps) => (
  <div className="field">
    <label htmlFor={p.id}>{p.label}</label>
    <input
      id={p.id}
      value={p.value}
      onChange={(event) => p.change(event.target.value)}
      onBlur={p.leave}
      inputMode={p.inputMode}
      autoComplete="off"
      spellCheck={false}
      aria-invalid={p.wrong !== undefined}
      aria-describedby={`${p.id}-note`}
    />
    <span id={`${p.id}-note`}>
      {p.wrong !== undefined && <span className="wrong">{p.wrong}</span>}
      {p.wrong === undefined && p.hint !== undefined && <span className="hint">{p.hint}</span>}
    </span>
  </div>
);

/** One of a few, by words. */
export const Choice = <Value extends string>(p: {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: Value | '';
  readonly options: readonly (readonly [Value, string])[];
  readonly change: (value: Value) => void;
  /** Shown until something is chosen. */
  readonly none?: string;
  /** True: the label is heard, not seen. */
  readonly isLabelHidden?: boolean;
  /** The key that changes it, shown beside the label. */
  readonly shortcut?: string;
}) => (
  <div className="field">
    <label htmlFor={p.id} className={p.isLabelHidden ? 'heard' : undefined}>
      {p.label}
      {p.shortcut !== undefined && <kbd>{p.shortcut}</kbd>}
    </label>
    <select
      id={p.id}
      aria-keyshortcuts={p.shortcut}
      value={p.value}
      onChange={(event) => p.change(event.target.value as Value)}
    >
      {p.none !== undefined && <option value="">{p.none}</option>}
      {p.options.map(([value, word]) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </select>
  </div>
);
