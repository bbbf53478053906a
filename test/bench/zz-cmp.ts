import { readFile } from 'node:fs/promises';
import { makeShowPages } from '#functions/scanning/adapters/pictures/show-pages.ts';
import { grayOf } from '#functions/scanning/adapters/page/gray.ts';
import { comparePages, likenessOf } from '#functions/scanning/adapters/page/same-page.ts';
import { mostAlike } from '#functions/scanning/adapters/page/fingerprint.ts';
import { flawsOf } from '#functions/scanning/adapters/page/page-quality.ts';
import { isUpsideDown } from '#functions/scanning/adapters/page/text-direction.ts';
import { makeSheetCodeReader } from '#functions/scanning/adapters/page/sheet-code-reader.ts';
import { engines } from '#test/unit/scanning/inspection/engines.ts';
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1000; };
const show = makeShowPages(engines, { pixels: 6e7, memory: 512e6 });
const codes = makeSheetCodeReader(engines.loadWasm);
const t: Record<string, number> = {};
const tm = async <T>(k: string, f: () => T | Promise<T>): Promise<T> => { const s = cpu(); const r = await f(); t[k] = (t[k] ?? 0) + cpu() - s; return r; };
for (const round of [0, 1]) {
for (const k of Object.keys(t)) delete t[k];
const r: any = await tm('open', async () => show(new Uint8Array(await readFile(`/tmp/scan/prof-${process.argv[2]}-20.pdf`)), 'application/pdf'));
const seen: any[] = []; let n = 0; const res: any = {};
for (let p = 1; p <= 20; p++) {
  const pic = await tm('draw', () => r.file.at(p));
  const g = await tm('gray', () => grayOf(pic as any));
  await tm('flaws', () => flawsOf(g.judged, pic as any));
  await tm('codes', () => codes(g.judged));
  await tm('upside', () => isUpsideDown(g));
  const l = await tm('likeness', () => likenessOf(g));
  await tm('compare', () => { for (const { page } of mostAlike(seen, l.fingerprint)) { const v = comparePages(page, l); res[v] = (res[v] ?? 0) + 1; n++; } });
  seen.push({ page: l, fingerprint: l.fingerprint }); if (seen.length > 12) seen.shift();
}
if (round) { console.log(res, n); for (const [k, v] of Object.entries(t)) console.log(k.padEnd(10), (v / 20).toFixed(2)); }
}
console.log((globalThis as any).cnt)
