/** A thread over an inspector that does whatever the first byte of a file says. */
import { parentPort } from 'node:worker_threads';
import { webAssembly } from '#functions/scanning/adapters/pictures/webassembly.ts';
import { serveInspections } from '#functions/scanning/adapters/watched/serve-inspections.ts';
import { oddities } from './oddities.ts';

/** `(module (func (export "f") (loop (br 0))))` */
const endless = Buffer.from(
  '0061736d010000000104016000000302010007050101660000' + '0a0901070003400c000b0b',
  'hex',
);

const taken: Buffer[] = [];
let served = 0;

const does: Readonly<Record<number, () => void | Promise<void>>> = {
  [oddities.hangs]: () => {
    const { f } = new webAssembly.Instance(new webAssembly.Module(endless), {}).exports;
    (f as () => void)();
  },
  [oddities.hoards]: () => {
    const all: unknown[] = [];
    for (;;) all.push(Array.from({ length: 100_000 }, () => ({})));
  },
  [oddities.swells]: async () => {
    // Outside of the heap, as WebAssembly's memory is; nothing else is wrong with it.
    taken.push(...Array.from({ length: 40 }, () => Buffer.alloc(16_000_000, 1)));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  },
  [oddities.grows]: () => {
    taken.push(...Array.from({ length: 15 }, () => Buffer.alloc(16_000_000, 1)));
  },
  [oddities.dies]: () => process.exit(7),
  [oddities.fails]: () => {
    throw new TypeError('a defect of ours');
  },
};

const nothing = new Uint8Array(1);

if (!parentPort) throw new Error('this is a thread');
serveInspections(parentPort, {
  inspect: async ([what = 0], mediaType, keep, from) => {
    for (const page of [1, 2, 3]) {
      keep?.({ page, image: nothing, thumbnail: nothing });
      await new Promise((resolve) => setTimeout(resolve, what === oddities.dawdles ? 600 : 0));
    }
    await does[what]?.();
    served += 1;
    const pages = what === oddities.counts ? served : (from?.pages ?? 3);
    return { ok: true, inspection: { mediaType, pages, findings: [], marks: [] } };
  },
  findRepeated: async (seen, read) => {
    const repeated: number[] = [];
    for (const { page } of seen) {
      const [what = 0] = (await read(page)).bytes;
      await does[what]?.();
      repeated.push(what);
    }
    return { repeated, similar: [], unchecked: [] };
  },
});
