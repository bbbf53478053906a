import { systemClock as clock } from '#adapters/node/system-clock.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { questionMissesOf } from '#functions/catalogue/adapters/question-misses.ts';
import { parseWeek, weekOf } from '#functions/catalogue/domain/question/miss.ts';
import { argumentsOf } from '../arguments.ts';
import { InvalidUse } from '../invalid-use.ts';
import { type Environment, openPlace, placeOptions, placeUsage } from '../place.ts';

const usage = `npm run ops -- question-misses [--week 2026-W48] ${placeUsage}`;

const options = { ...placeOptions, week: { type: 'string' } } as const;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Câu hỏi không tìm thấy trong tuần, for whoever writes the names of procedures. Reads, and writes nothing. */
export const questionMisses = async (
  args: readonly string[],
  env: Environment,
): Promise<number> => {
  const { week: asked = weekOf(dayOf(clock.now())), ...where } = argumentsOf(args, options, usage);
  const week = parseWeek(asked);
  if (!week) throw new InvalidUse(`no week: ${asked}\n${usage}`);
  const place = await openPlace(where, env);
  try {
    const table = await place.table('Figures', 'FIGURES_TABLE');
    const misses = await questionMissesOf({ client: place.client, table }, week, clock.now());
    say(`Tuần ${week}: ${misses.length} câu hỏi · không tìm thấy / không phải ý hỏi`);
    for (const { text, nothing, notMeant } of misses)
      say(`${String(nothing).padStart(5)} /${String(notMeant).padStart(4)}  ${text}`);
    return 0;
  } finally {
    await place.close();
  }
};
