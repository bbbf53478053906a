import { useLineState } from '../api/staff.tsx';
import { shortMoment } from '../kit/format.ts';
import { useWords } from '../kit/react/language.tsx';
import type { Read } from './use-pouches.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

/** Without a line: of when it is what is shown. */
export const KeptNotice = ({ read }: { readonly read: Read<unknown> }) => {
  const words = useWords({ vi, en });
  const line = useLineState();
  if (line === 'up' && !read.isKept) return null;
  return <p className="notice">{words.keptAt(shortMoment(read.at))}</p>;
};
