import { eraseTexts } from './erase-texts/command.ts';
import { InvalidUse } from './invalid-use.ts';
import type { Environment } from './place.ts';
import { postalReport } from './postal-report/command.ts';
import { publishData } from './publish-data/command.ts';
import { publishPages } from './publish-pages/command.ts';
import { questionMisses } from './question-misses/command.ts';
import { rebuildFigures } from './rebuild-figures/command.ts';
import { rebuildHeads } from './rebuild-heads/command.ts';
import { retention } from './retention/command.ts';
import { splitMasterKey } from './split-master-key/command.ts';

type Command = (args: readonly string[], env: Environment) => Promise<number>;

/** One folder a command; each answers its exit code. */
const commands: Readonly<Record<string, Command>> = {
  'erase-texts': eraseTexts,
  'postal-report': postalReport,
  'publish-data': publishData,
  'publish-pages': publishPages,
  'question-misses': questionMisses,
  'rebuild-figures': rebuildFigures,
  'rebuild-heads': rebuildHeads,
  retention,
  'split-master-key': splitMasterKey,
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;

try {
  if (!command) throw new InvalidUse(`usage: npm run ops -- ${Object.keys(commands).join(' | ')}`);
  process.exitCode = await command(args, process.env);
} catch (error) {
  if (!(error instanceof InvalidUse)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
