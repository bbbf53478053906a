import { writeFile, stat } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { pdfOf, streamOf } from '#test/unit/scanning/inspection/corpus.ts';
const W = 7680, H = 7680; // 58.98 Mpx
const out = '/tmp/scan/big/';
const pages = (dict: string, data: Uint8Array, n = 300) => pdfOf([
  '<< /Type /Catalog /Pages 2 0 R >>',
  `<< /Type /Pages /Count ${n} /Kids [${Array.from({ length: n }, (_, k) => `${k + 5} 0 R`).join(' ')}] >>`,
  streamOf('', Buffer.from('595 0 0 842 0 0 cm /P Do')),
  streamOf(`/Type /XObject /Subtype /Image /Width ${W} /Height ${H} ${dict}`, data),
  ...Array.from({ length: n }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /XObject << /P 4 0 R >> >> >>'),
]);
const noise = await sharp('/tmp/scan/sib/paper.jpg').resize(W, H, { fit: 'fill' }).raw().toBuffer();
const S = () => sharp(noise, { raw: { width: W, height: H, channels: 3 } });
const w = async (n: string, b: Uint8Array) => { if (b.length > 20_000_000) console.log('TOO BIG', n, b.length); else await writeFile(out + n, b); };
const jpg = await S().jpeg({ quality: 40 }).toBuffer();
const prog = await S().jpeg({ quality: 40, progressive: true }).toBuffer();
await w('jpeg.pdf', pages('/BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode', jpg));
await w('jpeg-prog.pdf', pages('/BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode', prog));
await w('jpeg-prog-noend.pdf', pages('/BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode', Buffer.concat([prog.subarray(0, -2), Buffer.alloc(100)])));
const cm = await S().toColourspace('cmyk').jpeg({ quality: 30, progressive: true }).toBuffer();
await w('cmyk-prog.pdf', pages('/BitsPerComponent 8 /ColorSpace /DeviceCMYK /Filter /DCTDecode', cm));
await w('flate-rgb.pdf', pages('/BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode', deflateSync(Buffer.alloc(W * H * 3, 250))));
await w('flate-rgb16.pdf', pages('/BitsPerComponent 16 /ColorSpace /DeviceRGB /Filter /FlateDecode', deflateSync(Buffer.alloc(W * H * 6, 250))));
await w('flate-cmyk16.pdf', pages('/BitsPerComponent 16 /ColorSpace /DeviceCMYK /Filter /FlateDecode', deflateSync(Buffer.alloc(W * H * 8, 3))));
await w('flate-gray.pdf', pages('/BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode', deflateSync(Buffer.alloc(W * H, 250))));
await w('jpeg.jpg', jpg); await w('jpeg-prog.jpg', prog); await w('cmyk-prog.jpg', cm);
await w('png.png', await sharp({ create: { width: W, height: H, channels: 3, background: '#eee' } }).png().toBuffer());
await w('png-rgba16-interlaced.png', await sharp({ create: { width: W, height: H, channels: 4, background: { r: 240, g: 240, b: 240, alpha: 0.9 } } }).toColourspace('rgb16').png({ progressive: true }).toBuffer());
await w('webp.webp', await S().webp({ quality: 30, effort: 0 }).toBuffer());
await w('webp-ll.webp', await sharp({ create: { width: W, height: H, channels: 3, background: '#eee' } }).webp({ lossless: true, effort: 0 }).toBuffer());
await w('tiff-lzw.tif', await sharp({ create: { width: W, height: H, channels: 3, background: '#eee' } }).tiff({ compression: 'deflate' }).toBuffer());
await w('tiff-1strip.tif', await sharp({ create: { width: W, height: H, channels: 4, background: '#eeee' } }).tiff({ compression: 'deflate', tileHeight: H }).toBuffer());
await w('tiff-rot.tif', await sharp({ create: { width: W, height: H, channels: 3, background: '#eee' } }).withMetadata({ orientation: 8 }).tiff({ compression: 'deflate' }).toBuffer());
await w('jpeg-rot.jpg', await S().withMetadata({ orientation: 6 }).jpeg({ quality: 40, progressive: true }).toBuffer());
