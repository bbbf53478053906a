import { readFile } from 'node:fs/promises';
import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
import { engines } from '#test/unit/scanning/inspection/engines.ts';
const types: any = { pdf:'application/pdf', jpg:'image/jpeg', jpeg:'image/jpeg', png:'image/png', tif:'image/tiff', tiff:'image/tiff', webp:'image/webp' };
const { inspect } = makeScanInspector(engines);
for (const f of process.argv.slice(2)) {
  const bytes = new Uint8Array(await readFile(f));
  const s = process.cpuUsage(); const t = performance.now();
  let out: string;
  try {
    const r: any = await inspect(bytes, types[f.split('.').pop()!]);
    out = r.ok ? `ok pages=${r.inspection.pages} ${r.inspection.findings.join(' ')}` : `REFUSED ${r.refusal}`;
  } catch (e: any) { out = 'THREW ' + e.message; }
  const u = process.cpuUsage(s);
  console.log(f.split('/').pop()!.padEnd(40), out, `cpu ${((u.user+u.system)/1000).toFixed(0)} ms, rss max ${(process.resourceUsage().maxRSS/1024).toFixed(0)} MB`);
}
