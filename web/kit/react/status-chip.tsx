import type { CaseStatus } from '#domain/dossier/case-status.ts';
import { useKitWords } from './language.tsx';

type Mood = 'plain' | 'moving' | 'waits' | 'good' | 'bad';

/** Colour and shape of each status; the word stands beside them. */
const moods: Readonly<Record<CaseStatus, Mood>> = {
  registered: 'plain',
  accepted: 'moving',
  'in-progress': 'moving',
  'not-accepted': 'bad',
  stopped: 'bad',
  'withdrawal-requested': 'waits',
  'supplement-requested': 'waits',
  'payment-requested': 'waits',
  decided: 'good',
  returned: 'good',
};

const shapes: Readonly<Record<Mood, string>> = {
  plain: '○',
  moving: '◐',
  waits: '◇',
  good: '●',
  bad: '■',
};

/** A status by colour, shape and word: none of them alone. */
export const StatusChip = ({ status }: { readonly status: CaseStatus }) => {
  const words = useKitWords();
  const mood = moods[status];
  return (
    <span className={`chip ${mood}`}>
      <span aria-hidden="true">{shapes[mood]}</span> {words.status[status]}
    </span>
  );
};
