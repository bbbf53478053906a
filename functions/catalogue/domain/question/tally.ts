/** What a term is worth in each of the names that hold it. */
export interface Worths {
  readonly names: Uint32Array;
  readonly worths: Float64Array;
}

/** Terms of which one was meant, each with what it counts. */
export type AnyOf = readonly (readonly [term: Worths, factor: number])[];

/** 0 where there is none. */
const numberAt = (numbers: Float64Array, at: number): number => numbers[at] ?? 0;

/** Keeps of each name the greatest of what it is given, in an array that is used again. */
const makeBest = (size: number) => {
  const best = new Float64Array(size);
  const seen: number[] = [];
  return {
    offer: ({ names, worths }: Worths, factor: number): void => {
      names.forEach((name, n) => {
        const worth = numberAt(worths, n) * factor;
        const known = numberAt(best, name);
        if (known === 0) seen.push(name);
        if (worth > known) best[name] = worth;
      });
    },
    take: (each: (name: number, worth: number) => void): void => {
      for (const name of seen) {
        each(name, numberAt(best, name));
        best[name] = 0;
      }
      seen.length = 0;
    },
  };
};

/**
 * Sums by name, in an array that is used again for the next question: a province has ten thousand names, and maps
 * of them took five times as long.
 */
export const makeTally = (size: number) => {
  const sums = new Float64Array(size);
  const best = makeBest(size);
  const touched: number[] = [];
  const add = (name: number, worth: number): void => {
    const sum = numberAt(sums, name);
    if (sum === 0) touched.push(name);
    sums[name] = sum + worth;
  };
  const addAll = ({ names, worths }: Worths, factor: number): void => {
    names.forEach((name, n) => {
      add(name, numberAt(worths, n) * factor);
    });
  };
  return {
    /** Adds to each name what the best of these terms is worth in it. */
    add: (terms: AnyOf): void => {
      const [only] = terms;
      if (only && terms.length === 1) addAll(...only);
      else {
        for (const [term, factor] of terms) best.offer(term, factor);
        best.take(add);
      }
    },
    of: (name: number): number => numberAt(sums, name),
    greatest: (): number => {
      let greatest = 0;
      for (const name of touched) greatest = Math.max(greatest, numberAt(sums, name));
      return greatest;
    },
    clear: (): void => {
      for (const name of touched) sums[name] = 0;
      touched.length = 0;
    },
  };
};

export type Tally = ReturnType<typeof makeTally>;
