import { grayOf, turned } from '#functions/scanning/adapters/page/gray.ts';
import { stanceOf, isUpsideDown } from '#functions/scanning/adapters/page/text-direction.ts';
import sharp from 'sharp';
for (const f of process.argv.slice(2)) for (const rot of [0, 180]) {
  const { data, info } = await sharp(f).rotate(rot).raw().toBuffer({ resolveWithObject: true });
  const g = grayOf({ data, width: info.width, height: info.height });
  console.log(f.split('/').pop(), rot, g.judged.width, g.judged.height, stanceOf(g.judged), stanceOf(turned(g.judged, 1)), isUpsideDown(g.judged));
}
