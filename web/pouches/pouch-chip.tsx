import type { PouchState } from '#domain/handover/pouch.ts';
import type { Pouch } from '../api/packing.ts';
import { useWords } from '../kit/react/language.tsx';
import { differs } from './groups.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

const looks: Readonly<Record<PouchState, readonly [mood: string, shape: string]>> = {
  open: ['plain', '○'],
  sealed: ['waits', '◇'],
  'under-way': ['moving', '◐'],
  counted: ['waits', '◇'],
  signed: ['good', '●'],
  settled: ['good', '●'],
};

/** Where a pouch is, by colour, shape and word; one that differs says so first. */
export const PouchChip = ({ pouch }: { readonly pouch: Pouch }) => {
  const words = useWords({ vi, en });
  const state = pouch.state as PouchState;
  const isBad = state === 'counted' && differs(pouch);
  const [mood, shape] = isBad ? ['bad', '■'] : looks[state];
  return (
    <span className={`chip ${mood}`}>
      <span aria-hidden="true">{shape}</span> {isBad ? words.group.differing : words.state[state]}
    </span>
  );
};
