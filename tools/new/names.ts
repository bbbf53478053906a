import { Refused } from './refused.ts';

/** A name as code and sentences write it. */
export interface Name {
  /** `lost-papers` */
  readonly name: string;
  /** `lostPapers` */
  readonly camel: string;
  /** `LostPapers` */
  readonly Name: string;
  /** `lost papers` */
  readonly words: string;
  /** `Lost papers` */
  readonly Words: string;
}

const upperFirst = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** Lower-case words joined by hyphens, at most 40 characters; anything else is refused. */
export const nameOf = (given: string | undefined): Name => {
  if (!given || given.length > 40 || !/^[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*$/.test(given))
    throw new Refused(`a name is lower-case words joined by hyphens, not '${given ?? ''}'`);
  const words = given.split('-');
  const pascal = words.map(upperFirst).join('');
  return {
    name: given,
    camel: `${pascal.slice(0, 1).toLowerCase()}${pascal.slice(1)}`,
    Name: pascal,
    words: words.join(' '),
    Words: upperFirst(words.join(' ')),
  };
};
