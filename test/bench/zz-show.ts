import { readFile, writeFile } from 'node:fs/promises';
import { makeShowPages } from '#functions/scanning/adapters/pictures/show-pages.ts';
import { engines } from '#test/unit/scanning/inspection/engines.ts';
const types: any = { pdf:'application/pdf', jpg:'image/jpeg', png:'image/png', tif:'image/tiff', webp:'image/webp' };
const show = makeShowPages(engines, { pixels: 60e6, memory: 512e6 });
for (const f of process.argv.slice(2)) {
  const r: any = await show(new Uint8Array(await readFile(f)), types[f.split('.').pop()!]);
  if (!r.ok) { console.log(f, r.refusal); continue; }
  for (let p = 1; p <= r.file.pages; p++) {
    const { data, width, height, ...rest } = await r.file.at(p);
    console.log(f, rest, width, height);
    await writeFile(`/tmp/scan/${f.split('/').pop()}-${p}.png`, await engines.sharp(data, { raw: { width, height, channels: 3 } }).resize({width: 500}).png().toBuffer());
  }
}
