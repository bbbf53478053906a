import { clientOf } from '#local/play/client.ts';
import { Disagreement } from '#local/play/tour/narrator.ts';
import { type Desk, furthest, makeDossier } from './make-dossier.ts';

const argumentOf = (name: string, fallback: string): string => {
  const at = process.argv.indexOf(name);
  return (at < 0 ? undefined : process.argv[at + 1]) ?? fallback;
};

const url = argumentOf('--url', 'http://127.0.0.1:8080');
const count = Number(argumentOf('--count', '200'));

/** Dossiers under way at the same time: each waits for its scans most of its way. */
const atOnce = 8;

const desk = async (): Promise<Desk> => ({
  url,
  clerks: [await clientOf(url, 'lan.vithanh'), await clientOf(url, 'minh.ngabay')],
  courier: await clientOf(url, 'tuan.vithanh'),
  officers: {
    'ct-nnmt': await clientOf(url, 'hoa.nnmt'),
    'ct-tp': await clientOf(url, 'thao.tp'),
  },
});

/** Fills a running stack with invented dossiers in every state, all through the API. */
const fill = async (): Promise<void> => {
  const staff = await desk();
  const reached = new Map<string, number>();
  const numbers = Array.from({ length: count }, (_, n) => n).values();
  let made = 0;
  const work = async (): Promise<void> => {
    for (const n of numbers) {
      const state = await makeDossier(staff, n);
      reached.set(state, (reached.get(state) ?? 0) + 1);
      made += 1;
      if (made % 20 === 0) process.stdout.write(`${made} dossiers\n`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  for (const state of furthest)
    process.stdout.write(`${state.padEnd(22)} ${reached.get(state) ?? 0}\n`);
};

try {
  await fill();
} catch (error) {
  if (!(error instanceof Disagreement) && !(error instanceof TypeError)) throw error;
  process.stderr.write(`${error.message}\nIs the stack running? npm start\n`);
  process.exitCode = 1;
}
