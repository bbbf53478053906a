import { useState } from 'react';
import { Button } from './button.tsx';
import { useKitWords } from './language.tsx';

/** Where a page of a list stands among those that are shown. */
export interface PagePlace {
  /** The cursor that it begins behind; undefined: the first. */
  readonly after: string | undefined;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly goOn: (next: string) => void;
}

/** The cursor as a route takes it: of the first page there is none. */
export const cursorAt = (after: string | undefined): { readonly after?: string } =>
  after === undefined ? {} : { after };

/** The pages of a list, one below the other; the last one shown leads to the next. */
export const usePages = (): readonly PagePlace[] => {
  const [cursors, setCursors] = useState<readonly (string | undefined)[]>([undefined]);
  return cursors.map((after, n) => ({
    after,
    isFirst: n === 0,
    isLast: n === cursors.length - 1,
    goOn: (next) => setCursors([...cursors, next]),
  }));
};

export const MorePages = ({
  isLast,
  goOn,
  next,
}: Pick<PagePlace, 'isLast' | 'goOn'> & { readonly next: string | undefined }) => {
  const kit = useKitWords();
  return isLast && next !== undefined && <Button onPress={() => goOn(next)}>{kit.more}</Button>;
};
