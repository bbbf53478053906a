import { readFile } from 'node:fs/promises';
import { makePdfiums } from '#functions/scanning/adapters/pictures/pdfium.ts';
import { drawnOn } from '#functions/scanning/adapters/pictures/drawn-images.ts';
import { isDamaged } from '#functions/scanning/adapters/pictures/image-damage.ts';
import { engines } from '#test/unit/scanning/inspection/engines.ts';
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1000; };
const mk = makePdfiums(engines.loadWasm, { memory: 512e6 });
const bytes = new Uint8Array(await readFile(`/tmp/scan/prof-unlike-20.pdf`));
for (const fmt of [2, 2, 3, 4, 1]) {
  const p = await mk(); const { call, view } = p;
  const at = call.malloc(bytes.length); view(at, bytes.length).set(bytes);
  const doc = call.FPDF_LoadMemDocument(at, bytes.length, 0);
  const t: Record<string, number> = {}; const tm = (k: string, f: any) => { const s = cpu(); const r = f(); t[k] = (t[k] ?? 0) + (cpu() - s) / 20; return r; };
  const bpp = fmt === 2 ? 3 : fmt === 1 ? 1 : 4;
  for (let n = 0; n < 20; n++) {
    const h = tm('load', () => call.FPDF_LoadPage(doc, n));
    const [w, hh] = [1241, 1754];
    const { images } = tm('drawnOn', () => drawnOn(p, h));
    const buf = tm('malloc', () => call.malloc(w * hh * bpp));
    const bm = call.FPDFBitmap_CreateEx(w, hh, fmt, buf, w * bpp);
    tm('fill', () => call.FPDFBitmap_FillRect(bm, 0, 0, w, hh, 0xffffffff));
    tm('render', () => call.FPDF_RenderPageBitmap(bm, h, 0, 0, w, hh, 0, fmt === 1 ? 1 : 0x11));
    const data = tm('slice', () => view(buf, w * hh * bpp).slice());
    call.FPDFBitmap_Destroy(bm); call.free(buf);
    if (fmt === 2) { const s = cpu(); await isDamaged({ pdfium: p, page: h, isWholeJpeg: async () => true, pixels: { data, width: w, height: hh } }, images, 595 * 842); t['damaged'] = (t['damaged'] ?? 0) + (cpu() - s) / 20; }
    tm('close', () => call.FPDF_ClosePage(h));
  }
  console.log(fmt, Object.entries(t).map(([k, v]) => `${k} ${v.toFixed(1)}`).join(', '));
}
