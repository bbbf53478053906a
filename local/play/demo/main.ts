import { clientOf } from '#local/play/client.ts';
import { Disagreement } from '#local/play/tour/narrator.ts';
import { chooseProcedures } from './choose-procedures.ts';
import { type Desk, furthest, type Made, makeDossier, sendBack } from './make-dossier.ts';

const argumentOf = (name: string, fallback: string): string => {
  const at = process.argv.indexOf(name);
  return (at < 0 ? undefined : process.argv[at + 1]) ?? fallback;
};

const url = argumentOf('--url', 'http://127.0.0.1:8080');
const count = Number(argumentOf('--count', '200'));

/** Dossiers under way at the same time: each waits for its scans most of its way. */
const atOnce = 8;

const desk = async (): Promise<Desk> => {
  const counter = await clientOf(url, 'lan.vithanh');
  return {
    procedures: await chooseProcedures(counter),
    clerks: [counter, await clientOf(url, 'minh.ngabay')],
    courier: await clientOf(url, 'tuan.vithanh'),
    officers: {
      'ct-nnmt': await clientOf(url, 'hoa.nnmt'),
      'ct-tp': await clientOf(url, 'thao.tp'),
    },
  };
};

/** Fills a running stack with invented dossiers in every state, all through the API. */
const fill = async (): Promise<void> => {
  const began = performance.now();
  const staff = await desk();
  const numbers = Array.from({ length: count }, (_, n) => n).values();
  const made: Made[] = [];
  const work = async (): Promise<void> => {
    for (const n of numbers) {
      made.push(await makeDossier(staff, n));
      if (made.length % 20 === 0) process.stdout.write(`${made.length} dossiers\n`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const all = await sendBack(staff, made);
  for (const state of furthest) {
    const here = all.filter(({ reached }) => reached === state);
    process.stdout.write(`${state.padEnd(22)} ${here.length}\n`);
  }
  process.stdout.write(`${((performance.now() - began) / 1000).toFixed(1)} s\n`);
};

try {
  await fill();
} catch (error) {
  if (!(error instanceof Disagreement) && !(error instanceof TypeError)) throw error;
  process.stderr.write(`${error.message}\nIs the stack running? npm start\n`);
  process.exitCode = 1;
}
