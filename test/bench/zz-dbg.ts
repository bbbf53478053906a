import { readFile } from 'node:fs/promises';
import { makeShowPages } from '#functions/scanning/adapters/pictures/show-pages.ts';
import { grayOf } from '#functions/scanning/adapters/page/gray.ts';
import { comparePages, likenessOf } from '#functions/scanning/adapters/page/same-page.ts';
import { bestMatch, matchBeside, inkedTiles } from '#functions/scanning/adapters/page/dots.ts';
import { engines } from '#test/unit/scanning/inspection/engines.ts';
const show = makeShowPages(engines, { pixels: 6e7, memory: 512e6 });
const r: any = await show(new Uint8Array(await readFile(`/tmp/scan/prof-alike-20.pdf`)), 'application/pdf');
const ls: any[] = []; for (let p = 1; p <= 20; p++) ls.push(likenessOf(grayOf(await r.file.at(p))));
for (let i = 0; i < 20; i++) for (let j = Math.max(0, i - 12); j < i; j++) { const v = comparePages(ls[j], ls[i]); if (v !== 'other') console.log(j + 1, i + 1, v, (i + 1) * 7, (j + 1) * 7); }
const [a, b] = [ls[0], ls[1]];
for (const around of [{dx:0,dy:0}]) { let beside: any = around; const rows: any[] = [];
for (const tile of inkedTiles(a.near, 48)) { const o = bestMatch(a.near, b.near, { tile, around, span: 10 }); const n = matchBeside(a.near, b.near, { tile, around, span: 10 }, beside); beside = n; rows.push([o, n.match, n.dx, n.dy, tile.x, tile.y]); }
console.log(rows.sort((p, q) => p[0] - q[0]).slice(0, 30).map((r) => r.map((v: number) => +v.toFixed(3)).join(' ')).join('\n')); console.log(rows.length, rows[Math.floor(rows.length/4)]); }
