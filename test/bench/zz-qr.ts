import { readFile } from 'node:fs/promises';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import sharp from 'sharp';
import { coverSheet } from '#test/support/batches.ts';
import { engines } from '#test/unit/scanning/inspection/engines.ts';
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1000; };
await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(await engines.loadWasm('zxing_reader.wasm' as any)).buffer as any }, fireImmediately: true });
const sheet = await coverSheet('01JZ0000000000000000000001' as any, 'ban-ve', 3);
const img = async (b: any) => { const { data, info } = await sharp(b).resize({ height: 877 }).ensureAlpha().raw().toBuffer({ resolveWithObject: true }); return { data: new Uint8ClampedArray(data), width: info.width, height: info.height, colorSpace: 'srgb' } as any; };
const text = await img('/tmp/scan/sib/paper.jpg'); 
const sheets = await Promise.all([sheet, await sharp(sheet).rotate(180).toBuffer(), await sharp(sheet).rotate(4, { background: '#fff' }).toBuffer(), await sharp(sheet).linear(0.5, 110).blur(2).toBuffer(), await sharp(sheet).rotate(90).toBuffer()].map(img));
for (const o of [{}, { tryRotate: false }, { tryDownscale: false }, { tryRotate: false, tryDownscale: false }, { tryRotate: false, tryDownscale: false, tryHarder: false }, {tryRotate: false, maxNumberOfSymbols: 4}] as any[]) {
  const opt = { formats: ['QRCode'], tryHarder: true, tryInvert: false, ...o } as any;
  for (let n = 0; n < 5; n++) await readBarcodes(text, opt);
  const s = cpu(); for (let n = 0; n < 20; n++) await readBarcodes(text, opt);
  const t = (cpu() - s) / 20;
  console.log(JSON.stringify(o), t.toFixed(2), 'ms', (await Promise.all(sheets.map((x: any) => readBarcodes(x, opt)))).map((r: any) => r.filter((c: any) => c.isValid).map((c: any) => Math.round(c.rotation))).join(' | '));
}
