import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { InvalidUse } from './invalid-use.ts';

/**
 * What a command was told.
 * @throws InvalidUse for what it does not take, with how it is used
 */
export const argumentsOf = <const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  usage: string,
) => {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new InvalidUse(`${why}\n${usage}`, { cause: error });
  }
};
