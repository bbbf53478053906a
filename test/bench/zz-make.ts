import { writeFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { scanPage } from '#local/play/paper/scan-page.ts';
import { pdfOfJpegs } from '#test/support/batches.ts';
import * as P from '#test/unit/scanning/inspection/papers.ts';
const out = '/tmp/scan/sib/';
const w = (n: string, b: Uint8Array) => writeFile(out + n, b);
const paper = await scanPage({ seed: 1, title: 'Đơn đăng ký biến động đất đai', lines: Array.from({ length: 12 }, (_, n) => `Điều ${n + 1}. Bên A đồng ý tặng cho bên B thửa đất`), skewDegrees: 0.4, noise: 0.05, dpi: 200, format: 'jpeg' });
const S = () => sharp(paper);
await w('plain.pdf', await pdfOfJpegs([paper, await S().negate().negate().resize(1500).jpeg().toBuffer()]));
await w('paper.jpg', paper);
// EXIF orientations: stored so that shown upright
const inv: Record<number, (s: sharp.Sharp) => sharp.Sharp> = {
 1: (s) => s, 2: (s) => s.flop(), 3: (s) => s.rotate(180), 4: (s) => s.flip(), };
for (const o of [1,2,3,4]) await w(`exif${o}-upright.jpg`, await inv[o]!(S()).withMetadata({ orientation: o }).jpeg().toBuffer());
// 6: shown = rotated 90 cw ; stored = rotated 270
await w('exif6-upright.jpg', await S().rotate(270).withMetadata({ orientation: 6 }).jpeg().toBuffer());
await w('exif8-upright.jpg', await S().rotate(90).withMetadata({ orientation: 8 }).jpeg().toBuffer());
await w('exif5-upright.jpg', await sharp(await S().rotate(270).toBuffer()).flop().withMetadata({ orientation: 7 }).jpeg().toBuffer());
await w('exif3-on-upright-EXPECT-upsidedown.jpg', await S().withMetadata({ orientation: 3 }).jpeg().toBuffer());
await w('exif6-upright.webp', await S().rotate(270).withMetadata({ orientation: 6 }).webp().toBuffer());
await w('exif3-upright.webp', await S().rotate(180).withMetadata({ orientation: 3 }).webp().toBuffer());
await w('exif3-upright.tif', await S().rotate(180).withMetadata({ orientation: 3 }).tiff().toBuffer());
await w('exif3-upright.png', await S().rotate(180).withMetadata({ orientation: 3 }).png().toBuffer());
// pngs
await w('png16.png', await S().toColourspace('rgb16').png().toBuffer());
await w('png-interlaced.png', await S().png({ progressive: true }).toBuffer());
await w('png-palette.png', await S().png({ palette: true, colours: 4 }).toBuffer());
await w('png-1bit.png', await S().greyscale().threshold(140).png({ palette: true, colours: 2 }).toBuffer());
const grey = await S().greyscale().negate().raw().toBuffer({ resolveWithObject: true });
const black = await sharp({ create: { width: grey.info.width, height: grey.info.height, channels: 3, background: '#000' } }).joinChannel(await S().greyscale().negate().toColourspace('b-w').png().toBuffer()).png().toBuffer();
await w('png-transparent-black-on-nothing.png', black);
await w('webp-transparent.webp', await sharp(black).webp().toBuffer());
await w('webp-lossless.webp', await S().webp({ lossless: true }).toBuffer());
await w('webp-trailing.webp', Buffer.concat([await S().webp().toBuffer(), Buffer.alloc(100)]));
await w('webp-cut-EXPECT-damaged.webp', (await S().webp().toBuffer()).subarray(0, 60000));
await w('png-cut-EXPECT-damaged.png', (await S().png().toBuffer()).subarray(0, 600000));
await w('jpg-cut-EXPECT-damaged.jpg', paper.subarray(0, paper.length >> 1));
await w('png-noiend.png', (await S().png().toBuffer()).subarray(0, -12));
await w('jpg-noend-padded.jpg', Buffer.concat([paper.subarray(0, -2), Buffer.alloc(2000)]));
await w('jpg-trailing-zeros.jpg', Buffer.concat([paper, Buffer.alloc(5000)]));
await w('jpg-arith-gray-prog.jpg', await S().greyscale().jpeg({ progressive: true }).toBuffer());
await w('cmyk-prog.jpg', await S().toColourspace('cmyk').jpeg({ progressive: true }).toBuffer());
// tiffs
for (const c of ['none','lzw','deflate','jpeg','packbits'] as const) await w(`tiff-${c}.tif`, await S().tiff({ compression: c }).toBuffer());
await w('tiff-cmyk.tif', await S().toColourspace('cmyk').tiff({ compression: 'lzw' }).toBuffer());
await w('tiff-tiled.tif', await S().tiff({ compression: 'deflate', tile: true, tileWidth: 256, tileHeight: 256 }).toBuffer());
await w('tiff-pyramid.tif', await S().tiff({ compression: 'jpeg', tile: true, pyramid: true }).toBuffer());
await w('tiff-g4.tif', await S().greyscale().threshold(140).toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer());
await w('tiff-g4-whiteiszero.tif', await S().greyscale().threshold(140).toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1, miniswhite: true }).toBuffer());
await w('tiff-big.tif', await S().tiff({ compression: 'deflate', bigtiff: true }).toBuffer());
await w('tiff-g4-cut-EXPECT-damaged.tif', await (async () => { const b = await S().greyscale().threshold(140).toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer(); return b; })());
// dark covers
for (const [n, c] of [['blue','#10234f'],['green','#0d3b1e'],['black','#101010'],['brown','#4a2c17'],['mid','#8b2a2a'],['bright-red','#c21a1a']] as const)
  await w(`cover-${n}.jpg`, await sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1169" height="1654"><rect width="100%" height="100%" fill="${c}"/>${Array.from({ length: 30 }, (_, k) => `<rect x="${300 + (k % 10) * 55}" y="${500 + Math.floor(k / 10) * 110}" width="30" height="60" fill="#c9a646"/>`).join('')}</svg>`)).jpeg().toBuffer());
await w('all-black.jpg', await sharp({ create: { width: 1240, height: 1754, channels: 3, background: '#050505' } }).jpeg().toBuffer());
await w('yellow-paper.jpg', await S().tint('#e8c84a').jpeg().toBuffer());
// cards
const card = S().extract({ left: 200, top: 200, width: 1012, height: 638 });
await w('card300.png', await card.clone().withMetadata({ density: 300 }).png().toBuffer());
await w('card300.tif', await card.clone().withMetadata({ density: 300 }).tiff().toBuffer());
await w('card300.webp', await card.clone().withMetadata({ density: 300 }).webp().toBuffer());
const cj = await card.clone().jpeg().toBuffer();
const cm = Buffer.from(cj); cm[13] = 2; cm.writeUInt16BE(118, 14); cm.writeUInt16BE(118, 16);
await w('card300-dpcm.jpg', cm);
await w('card72dpi-EXPECT-low.jpg', await card.clone().resize(400).jpeg().toBuffer());
// PDFs by hand
const full = P.wholePage;
const jp = await P.jpegIn(S());
const rev = await P.jpegIn(S().rotate(180));
const pg = (pics: any[], more = '', wr = '') => P.pageOf(pics, more, wr);
await w('p-asciihex-dct.pdf', pg([{ dict: jp.dict.replace('/Filter /DCTDecode', '/Filter [/ASCIIHexDecode /DCTDecode]'), data: Buffer.from(Buffer.from(jp.data).toString('hex') + '>'), matrix: full }]));
await w('p-flate-flate-dct.pdf', pg([{ dict: jp.dict.replace('/Filter /DCTDecode', '/Filter [/FlateDecode /FlateDecode /DCTDecode]'), data: deflateSync(deflateSync(jp.data)), matrix: full }]));
const a85 = (b: Uint8Array) => { let s=''; for (let i=0;i<b.length;i+=4){ const n=Math.min(4,b.length-i); let v=0; for(let k=0;k<4;k++) v=v*256+(b[i+k]??0); let c=''; for(let k=0;k<5;k++){ c=String.fromCharCode(33+v%85)+c; v=Math.floor(v/85);} s+= c==='!!!!!'&&n===4?'z':c.slice(0,n+1);} return Buffer.from(s+'~>'); };
await w('p-ascii85-dct.pdf', pg([{ dict: jp.dict.replace('/Filter /DCTDecode', '/Filter [/ASCII85Decode /DCTDecode]'), data: a85(jp.data), matrix: full }]));
await w('p-ascii85-dct-cut-EXPECT-damaged.pdf', pg([{ dict: jp.dict.replace('/Filter /DCTDecode', '/Filter [/ASCII85Decode /DCTDecode]'), data: a85(Buffer.from(jp.data).subarray(0, jp.data.length>>1)), matrix: full }]));
// raw
const raw = await S().greyscale().toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
const { width: W, height: H } = raw.info;
const g = `/Width ${W} /Height ${H} /BitsPerComponent 8 /ColorSpace /DeviceGray`;
const up = Buffer.alloc((W + 1) * H); for (let y = 0; y < H; y++) { up[y*(W+1)] = 2; for (let x = 0; x < W; x++) up[y*(W+1)+1+x] = ((raw.data[y*W+x]! - (y ? raw.data[(y-1)*W+x]! : 0)) + 256) & 255; }
const pngp = `/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 1 /BitsPerComponent 8 /Columns ${W} >>`;
await w('p-flate-png-predictor.pdf', pg([{ dict: `${g} ${pngp}`, data: deflateSync(up), matrix: full }]));
await w('p-flate-png-predictor-cut-EXPECT-damaged.pdf', pg([{ dict: `${g} ${pngp}`, data: deflateSync(up).subarray(0, 400000), matrix: full }]));
await w('p-flate-decode-inverted.pdf', pg([{ dict: `${g} /Decode [1 0] /Filter /FlateDecode`, data: deflateSync(raw.data.map((v) => 255 - v)), matrix: full }]));
const neg = await sharp(paper).negate({alpha:false}).jpeg().toBuffer();
await w('p-dct-decode-inverted.pdf', pg([{ dict: jp.dict + ' /Decode [1 0 1 0 1 0]', data: neg, matrix: full }]));
const cmyk = await S().toColourspace('cmyk').jpeg().toBuffer();
await w('p-cmyk-dct.pdf', pg([{ dict: `/Width ${W} /Height ${H} /BitsPerComponent 8 /ColorSpace /DeviceCMYK /Decode [1 0 1 0 1 0 1 0] /Filter /DCTDecode`, data: cmyk, matrix: full }]));
const cmykraw = await S().toColourspace('cmyk').raw().toBuffer();
await w('p-cmyk-flate.pdf', pg([{ dict: `/Width ${W} /Height ${H} /BitsPerComponent 8 /ColorSpace /DeviceCMYK /Filter /FlateDecode`, data: deflateSync(cmykraw), matrix: full }]));
// rgb16
const rl = (b: Uint8Array) => { const o: number[] = []; for (let i = 0; i < b.length; i += 128) { const s = b.subarray(i, i + 128); o.push(s.length - 1, ...s); } o.push(128); return Buffer.from(o); };
await w('p-runlength.pdf', pg([{ dict: `${g} /Filter /RunLengthDecode`, data: rl(raw.data), matrix: full }]));
await w('p-uncompressed.pdf', pg([{ dict: g, data: raw.data, matrix: full }]));
// 1 bit raw
const rb = Math.ceil(W / 8); const bits = Buffer.alloc(rb * H); for (let y = 0; y < H; y++) for (let x = 0; x < W; x++) if (raw.data[y*W+x]! > 140) bits[y*rb+(x>>3)]! |= 0x80 >> (x & 7);
const b1 = `/Width ${W} /Height ${H} /BitsPerComponent 1`;
await w('p-1bit-flate.pdf', pg([{ dict: `${b1} /ColorSpace /DeviceGray /Filter /FlateDecode`, data: deflateSync(bits), matrix: full }]));
await w('p-1bit-mask.pdf', pg([{ dict: `${b1} /ImageMask true /Filter /FlateDecode`, data: deflateSync(bits), matrix: full }]));
await w('p-1bit-mask-inverted.pdf', pg([{ dict: `${b1} /ImageMask true /Decode [1 0] /Filter /FlateDecode`, data: deflateSync(bits.map((v) => ~v & 255)), matrix: full }]));
await w('p-1bit-indexed.pdf', pg([{ dict: `${b1} /ColorSpace [/Indexed /DeviceRGB 1 <000000ffffff>] /Filter /FlateDecode`, data: deflateSync(bits), matrix: full }]));
const g4 = await P.g4Page(S());
await w('p-g4.pdf', pg([g4]));
await w('p-g4-decode-inv.pdf', pg([{ ...g4, dict: g4.dict.replace(/BlackIs1 (true|false)/, (_, v) => `BlackIs1 ${v === 'true' ? 'false' : 'true'}`) + ' /Decode [1 0]' }]));
await w('p-g4-mask.pdf', pg([{ ...g4, dict: g4.dict.replace('/ColorSpace /DeviceGray', '/ImageMask true').replace(/BlackIs1 (true|false)/, (_, v) => `BlackIs1 ${v}`) }]));
await w('p-g4-flate.pdf', pg([{ ...g4, dict: g4.dict.replace('/Filter /CCITTFaxDecode /DecodeParms <<', '/Filter [/FlateDecode /CCITTFaxDecode] /DecodeParms [null <<').replace('>>', '>>]'), data: deflateSync(g4.data) }]));
await w('p-g4-norows.pdf', pg([{ ...g4, dict: g4.dict.replace(/\/Rows \d+/, '') }]));
await w('p-g4-cut-EXPECT-damaged.pdf', pg([{ ...g4, data: Buffer.from(g4.data).subarray(0, g4.data.length * 0.6) }]));
await w('p-g4-mask-cut-EXPECT-damaged.pdf', pg([{ ...g4, dict: g4.dict.replace('/ColorSpace /DeviceGray', '/ImageMask true'), data: Buffer.from(g4.data).subarray(0, g4.data.length * 0.6) }]));
// matrices
await w('m-rot90.pdf', pg([{ ...(await P.jpegIn(S().rotate(90))), matrix: '0 842 -595 0 595 0' }]));
await w('m-rot270.pdf', pg([{ ...(await P.jpegIn(S().rotate(270))), matrix: '0 -842 595 0 0 842' }]));
await w('m-mirror-both-rev.pdf', pg([{ ...rev, matrix: '-595 0 0 -842 595 842' }]));
await w('m-flip-EXPECT-nothing-ok.pdf', pg([{ ...(await P.jpegIn(S().flip())), matrix: '595 0 0 -842 0 842' }]));
const rot = (b: Buffer, r: number) => Buffer.from(b.toString('latin1').replace('/MediaBox [0 0 595 842]', `/MediaBox [0 0 595 842] /Rotate ${r} `), 'latin1');
await w('r-180-of-reversed.pdf', rot(pg([{ ...rev, matrix: full }]), 180));
await w('r-minus180-of-reversed.pdf', rot(pg([{ ...rev, matrix: full }]), -180));
await w('r-540-of-reversed.pdf', rot(pg([{ ...rev, matrix: full }]), 540));
await w('r-360.pdf', rot(pg([{ ...jp, matrix: full }]), 360));
await w('r-180-EXPECT-upsidedown.pdf', rot(pg([{ ...jp, matrix: full }]), 180));
await w('r-reversed-EXPECT-upsidedown.pdf', pg([{ ...rev, matrix: full }]));
await w('r-90.pdf', rot(pg([{ ...(await P.jpegIn(S().rotate(270).resize(595*2,842*2,{fit:'fill'}))), matrix: full }]), 90));
const boxed = (b: Buffer, box: string) => Buffer.from(b.toString('latin1').replace('/MediaBox [0 0 595 842]', box), 'latin1');
await w('b-offset.pdf', boxed(pg([{ ...jp, matrix: '595 0 0 842 1000 2000' }]), '/MediaBox [1000 2000 1595 2842]'));
await w('b-crop.pdf', boxed(pg([{ ...jp, matrix: '595 0 0 842 100 100' }]), '/MediaBox [0 0 800 1100] /CropBox [100 100 695 942]'));
await w('b-userunit.pdf', boxed(pg([{ ...jp, matrix: '297.5 0 0 421 0 0' }]), '/MediaBox [0 0 297.5 421] /UserUnit 2'));
await w('b-pixels.pdf', boxed(pg([{ ...jp, matrix: `${W} 0 0 ${H} 0 0` }]), `/MediaBox [0 0 ${W} ${H}]`));
await w('b-pixels300.pdf', boxed(pg([{ ...jp, matrix: `2480 0 0 3508 0 0` }]), `/MediaBox [0 0 2480 3508]`));
await w('b-a3.pdf', boxed(pg([{ ...(await P.jpegIn(S().resize(3308))), matrix: `842 0 0 1190 0 0` }]), `/MediaBox [0 0 842 1190]`));
// MRC: background coarse + mask fine
const bg = await P.jpegIn(S().blur(10).resize(200));
await w('mrc.pdf', pg([{ ...bg, matrix: full }, { ...g4, dict: g4.dict.replace('/ColorSpace /DeviceGray', '/ImageMask true').replace(/BlackIs1 (true|false)/, (_, v) => `BlackIs1 ${v}`) }]));
// tiles
const tiles = []; for (let i = 0; i < 4; i++) for (let j = 0; j < 4; j++) { const x = Math.floor(W*i/4), y = Math.floor(H*j/4), tw = Math.floor(W*(i+1)/4)-x, th = Math.floor(H*(j+1)/4)-y; tiles.push({ ...(await P.jpegIn(sharp(await S().extract({ left: x, top: y, width: tw, height: th }).png().toBuffer()))), matrix: `${595*tw/W} 0 0 ${842*th/H} ${595*x/W} ${842-842*(y+th)/H}` }); }
await w('tiles16.pdf', pg(tiles));
const strips200 = await P.g4Strips(S(), 16);
await w('strips-150.pdf', pg([...strips200]));
// broken one of many thin strips
await w('strips-thin-cut-EXPECT-damaged.pdf', pg([...strips200.map((s, n) => n > 30 && n < 90 ? { ...s, data: Buffer.from(s.data).subarray(0, 4) } : s)]));
// inline image (small)
const small = await S().resize(620).greyscale().toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
await w('inline-EXPECT-low.pdf', pg([], '', `q 595 0 0 842 0 0 cm BI /W ${small.info.width} /H ${small.info.height} /BPC 8 /CS /G /F /AHx ID ${small.data.toString('hex')}> EI Q`));
// letters variants
await w('l-plain.pdf', await P.letters());
for (const v of ['1.3','1.4','1.6','1.7ext3'] as const) await w(`l-enc-${v}.pdf`, await P.letters({ pdfVersion: v as any, ownerPassword: 'x' }));
await w('l-enc-user-EXPECT-encrypted.pdf', await P.letters({ userPassword: 'x' }));
await w('l-mailto.pdf', await P.letters({}, 'mailto:a@b.vn'));
await w('l-flip-cm.pdf', pg([], '', 'q 1 0 0 -1 0 842 cm BT /F 12 Tf 1 0 0 -1 50 100 Tm (The parcel was handed over.) Tj ET Q'));
await w('l-negfont-EXPECT-upside.pdf', pg([], '', 'BT /F -12 Tf 1 0 0 1 300 300 Tm (The parcel was handed over.) Tj ET'));
await w('l-mirror.pdf', pg([], '', 'BT /F 12 Tf -1 0 0 1 300 300 Tm (The parcel was handed over.) Tj ET'));
// headers
const pl = await pdfOfJpegs([paper]);
await w('h-1019.pdf', Buffer.concat([Buffer.alloc(1019, 'x'), pl]));
await w('h-bom.pdf', Buffer.concat([Buffer.from([0xef,0xbb,0xbf]), pl]));
await w('h-http.pdf', Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n'), pl]));
await w('h-pjl.pdf', Buffer.concat([Buffer.from('\x1b%-12345X@PJL ENTER LANGUAGE=PDF\r\n'), pl]));
await w('h-macbinary.pdf', Buffer.concat([Buffer.alloc(128), pl]));
await w('t-trailing.pdf', Buffer.concat([pl, Buffer.alloc(3000)]));
await w('t-trailing-crlf.pdf', Buffer.concat([pl, Buffer.from('\r\n'.repeat(2000))]));
await w('t-noeof.pdf', Buffer.from(pl.toString('latin1').replace(/%%EOF\s*$/, ''), 'latin1'));
await w('t-badxref.pdf', Buffer.from(P.pageOf([{ ...jp, matrix: full }]).toString('latin1').replace(/startxref\n\d+/, 'startxref\n7'), 'latin1'));
await w('t-ver.pdf', Buffer.from(pl.toString('latin1').replace(/%PDF-1\.\d/, '%PDF-2.0'), 'latin1'));
