import { type ReactNode, useEffect, useState } from 'react';
import type { Trouble } from '../../api/ask.ts';
import { Button } from './button.tsx';
import { useKitWords, useLanguage } from './language.tsx';

const quickEnoughMs = 200;

/** Holds its place at once and says so after a moment: what comes at once needs no word. */
export const Waiting = () => {
  const words = useKitWords();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), quickEnoughMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="waiting" role="status">
      {isSlow ? words.waiting : ''}
    </p>
  );
};

/** Nothing there: says what to do next. */
export const Empty = ({ children }: { readonly children: ReactNode }) => (
  <p className="empty">{children}</p>
);

/** What went wrong, what to do, and the number to read out. */
export const TroubleNotice = (p: {
  readonly trouble: Trouble;
  readonly again?: (() => void) | undefined;
}) => {
  const words = useKitWords();
  const { language } = useLanguage();
  const { trouble, again } = p;
  const problem = trouble.kind === 'refused' ? trouble.problem : undefined;
  const title = language === 'vi' ? problem?.title : problem?.titleEn;
  return (
    <div className="notice" role="alert">
      <strong>{title ?? words.noAnswer}</strong>
      {!problem && <p>{words.noAnswerHelp}</p>}
      {problem?.instance !== undefined && (
        <p>
          {words.request}: <code>{problem.instance}</code>
        </p>
      )}
      {again && <Button onPress={again}>{words.again}</Button>}
    </div>
  );
};
