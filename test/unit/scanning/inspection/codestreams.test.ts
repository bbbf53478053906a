import { beforeAll, describe, expect, it } from 'vitest';
import { makeScanInspector } from '#functions/scanning/adapters/scan-inspector.ts';
import { jbig2In, jpeg2000In } from './codestreams.ts';
import { textPage } from './corpus.ts';
import { engines } from './engines.ts';
import { type Embedded, pageOf, wholePage } from './papers.ts';

const { inspect } = makeScanInspector(engines);

const codings = ['JBIG2', 'JBIG2 of unknown length', 'JPEG 2000'] as const;
const pages = {} as Record<(typeof codings)[number], Embedded>;
beforeAll(async () => {
  const picture = textPage().resize(1000);
  pages.JBIG2 = await jbig2In(picture);
  pages['JBIG2 of unknown length'] = await jbig2In(picture, true);
  pages['JPEG 2000'] = await jpeg2000In(picture);
});

const findingsOf = async ({ dict, data }: Embedded): Promise<readonly string[]> => {
  const result = await inspect(pageOf([{ dict, data, matrix: wholePage }]), 'application/pdf');
  if (!result.ok) throw new Error(result.refusal);
  return result.inspection.findings;
};

const cut = ({ dict, data }: Embedded, share: number): Embedded => ({
  dict,
  data: data.subarray(0, Math.floor(data.length * share)),
});

/** A piece out of its middle. */
const holed = ({ dict, data }: Embedded, from: number, to: number): Embedded => ({
  dict,
  data: Buffer.concat([data.subarray(0, data.length * from), data.subarray(data.length * to)]),
});

describe.each(codings)('a page in %s', (coding) => {
  it('is looked at, and nothing is wrong with it', async () => {
    expect(await findingsOf(pages[coding])).toEqual([]);
  });

  it.each([0.99, 0.7, 0.3, 0.02, 0.001])(
    'is damaged where only %s of it is there',
    async (share) => {
      expect(await findingsOf(cut(pages[coding], share))).toEqual(['damaged-page:1']);
    },
  );
});

describe('a page of which a piece is missing in the middle is damaged', () => {
  it.each(['JBIG2', 'JPEG 2000'] as const)('%s', async (coding) => {
    expect(await findingsOf(holed(pages[coding], 0.4, 0.6))).toEqual(['damaged-page:1']);
  });
});

describe('what no reader minds is nothing', () => {
  it('a line feed behind JBIG2', async () => {
    const { dict, data } = pages.JBIG2;
    expect(await findingsOf({ dict, data: Buffer.concat([data, Buffer.from('\r\n')]) })).toEqual(
      [],
    );
  });

  it('a box behind the codestream of JPEG 2000', async () => {
    const { dict, data } = pages['JPEG 2000'];
    const box = Buffer.concat([Buffer.from('0000006875756964', 'hex'), Buffer.alloc(96, 1)]);
    expect(await findingsOf({ dict, data: Buffer.concat([data, box]) })).toEqual([]);
  });
});

describe('a page of one tile', () => {
  it.each([0.98, 0.7, 0.5])('is damaged where only %s of it is there', async (share) => {
    const page = await jpeg2000In(textPage().resize({ height: 64 }));
    expect(await findingsOf(page)).not.toContain('damaged-page:1');
    expect(await findingsOf(cut(page, share))).toEqual(['damaged-page:1']);
  });
});

describe('a page in stripes', () => {
  it('is damaged where the last of them is missing', async () => {
    const { dict, data } = pages['JBIG2 of unknown length'];
    expect(await findingsOf({ dict, data: data.subarray(0, -15) })).toEqual(['damaged-page:1']);
  });
});

describe('a page of which another part was begun', () => {
  it('is damaged', async () => {
    const { dict, data } = pages.JBIG2;
    const begun = Buffer.from('0000000226000100', 'hex');
    expect(await findingsOf({ dict, data: Buffer.concat([data, begun]) })).toEqual([
      'damaged-page:1',
    ]);
  });
});

describe('a page of which no part was written', () => {
  it('is damaged, though what there is is whole: JBIG2', async () => {
    const { dict, data } = pages.JBIG2;
    expect(await findingsOf({ dict, data: data.subarray(0, 30) })).toEqual(['damaged-page:1']);
  });

  it('is damaged, though each of its tiles is whole: JPEG 2000', async () => {
    const { dict, data } = pages['JPEG 2000'];
    const last = Buffer.from(data).lastIndexOf(Buffer.from('ff90000a', 'hex'));
    expect(await findingsOf({ dict, data: data.subarray(0, last) })).toEqual(['damaged-page:1']);
  });
});
