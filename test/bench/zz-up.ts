import { mulberry32 } from '#local/play/paper/grain.ts';
import { aPaper, kinds } from '#test/support/scan-corpus/draw-sheet.ts';
import { aPass, scanSheet } from '#test/support/scan-corpus/scan-sheet.ts';
import { grayOf, turned } from '#functions/scanning/adapters/page/gray.ts';
import { stanceOf, isUpsideDown } from '#functions/scanning/adapters/page/text-direction.ts';
import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
const die = mulberry32(Number(process.argv[2] ?? 5));
const rows: any[] = [];
for (let r = 0; r < Number(process.argv[3] ?? 4); r++) for (const kind of kinds) {
  const sheet = aPaper(die, kind); const pass = aPass(die);
  const jpg = await scanSheet(sheet, pass);
  if (process.argv[4]) writeFileSync(`/tmp/scan/up/${kind}-${r}.jpg`, jpg);
  const { data, info } = await sharp(jpg).raw().toBuffer({ resolveWithObject: true });
  const g = grayOf({ data, width: info.width, height: info.height }) as any; const g0 = g; const J = process.argv[5] ? g.drawn : g.judged;
  const up = stanceOf(J), down = stanceOf(turned(J, 2)), side = stanceOf(turned(J, 1));
  const f = (s: any) => `${s.pieces} ${s.mean.toFixed(2)} ${s.certainty.toFixed(1)}`;
  rows.push([kind, pass.skewDegrees.toFixed(1), sheet.lines.length, '| up', f(up), isUpsideDown(J), '| down', f(down), isUpsideDown(turned(J, 2)), '| side', f(side), isUpsideDown(turned(J, 1)), isUpsideDown(turned(J, 3))].join(' '));
}
console.log(rows.sort().join('\n'));
