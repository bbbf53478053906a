const letters = 'abcdeghiklmnopqrstuvxy';

/** Numbers from 0 to 1 that follow from a seed. */
const chances = (seed: number) => {
  let state = Math.imul(seed, 2_654_435_761) + 1;
  return (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
};

const blurs: readonly ((word: string, at: number, letter: string) => string)[] = [
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at) => word.slice(0, at) + word.slice(at - 1),
  (word, at, letter) => word.slice(0, at) + letter + word.slice(at + 1),
];

const lost = 0.05;
const blurred = 0.17;

/**
 * A question as a bad line or fast fingers give it: one word in twenty is lost, and one in eight has a letter
 * too few, one twice or another one.
 */
export const misheard = (question: string, seed: number): string => {
  const chance = chances(seed);
  const pick = <T>(list: ArrayLike<T>): T => list[Math.floor(chance() * list.length)] as T;
  const heard = (word: string): string => {
    const what = chance();
    if (what < lost) return '';
    if (what > blurred || word.length < 3) return word;
    return pick(blurs)(word, 1 + Math.floor(chance() * (word.length - 1)), pick(letters));
  };
  return question.split(' ').map(heard).filter(Boolean).join(' ');
};
