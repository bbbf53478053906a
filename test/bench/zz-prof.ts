import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
import { scanPdf } from '#local/play/paper/scan-page.ts';
import { engines } from '#test/unit/scanning/inspection/engines.ts';
import { readFile, writeFile } from 'node:fs/promises';
const page = (seed: number, isAlike: boolean) => ({
  seed, dpi: 200,
  title: isAlike ? 'Đơn đăng ký biến động đất đai' : `Hợp đồng số ${seed}`,
  lines: Array.from({ length: isAlike ? 12 : 4 + ((seed * 5) % 17) }, (_, n) =>
    isAlike ? `Điều ${n + 1}: bên tặng cho giao thửa đất số ${seed * 7}` : 'Bên A giao cho bên B '.repeat(1 + ((seed * 3 + n * n) % 4))),
  skewDegrees: ((seed % 5) - 2) / 4, noise: 0.05,
});
const [mode, n] = [process.argv[2], Number(process.argv[3] ?? 20)];
if (mode === 'make') {
  for (const a of [false, true]) for (const k of [1, n]) await writeFile(`/tmp/scan/prof-${a ? 'alike' : 'unlike'}-${k}.pdf`, await scanPdf({ pages: Array.from({ length: k }, (_, i) => page(i + 1, a)) }));
} else {
  const pdf = new Uint8Array(await readFile(`/tmp/scan/prof-${mode}-${n}.pdf`));
  const insp = makeScanInspector(engines, { bytes: 1e8, pages: 300, pixels: 6e7, memory: 512e6, milliseconds: 6e5 });
  await insp.inspect(new Uint8Array(await readFile('/tmp/scan/prof-unlike-1.pdf')), 'application/pdf');
  const keep = process.argv[4] ? () => undefined : undefined;
  const s = process.cpuUsage();
  await insp.inspect(pdf, 'application/pdf', keep);
  const u = process.cpuUsage(s);
  console.log(((u.user + u.system) / 1000 / n).toFixed(1), 'ms a page');
}
