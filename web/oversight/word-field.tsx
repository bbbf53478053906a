import { useId } from 'react';

/** A few lines that stay: a conclusion, a reason, an answer. */
export const WordField = (p: {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  /** In characters, as the route takes it. */
  readonly most: number;
}) => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{p.label}</label>
      <textarea
        id={id}
        rows={2}
        maxLength={p.most}
        value={p.value}
        onChange={({ target }) => p.change(target.value)}
      />
    </div>
  );
};
