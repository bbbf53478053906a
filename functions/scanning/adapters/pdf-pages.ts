import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
} from '@cantoo/pdf-lib';

export interface PdfPage {
  /** The JPEG that a scanner wrote as the page; absent when the page is anything else. */
  readonly jpeg?: Uint8Array;
  /** By how many quarters a reader turns the page, clockwise. */
  readonly quarters: number;
}

const name = (text: string): PDFName => PDFName.of(text);

/** What a page takes over from the nodes above it (ISO 32000-2, 7.7.3.4). */
interface Inherited {
  readonly resources: PDFDict | undefined;
  readonly rotate: number;
}

const inherited = (node: PDFDict, above: Inherited): Inherited => {
  const resources = node.lookup(name('Resources'));
  const rotate = node.lookup(name('Rotate'));
  return {
    resources: resources instanceof PDFDict ? resources : above.resources,
    rotate: rotate instanceof PDFNumber ? rotate.asNumber() : above.rotate,
  };
};

const kidsOf = (node: PDFDict): readonly PDFObject[] | undefined => {
  const kids = node.lookup(name('Kids'));
  return kids instanceof PDFArray ? kids.asArray() : undefined;
};

/**
 * Leaves of the page tree in the order of reading, one more than the limit at most. A node that is
 * its own ancestor is met once, so the walk ends.
 */
export const pagesOf = (context: PDFContext, mostPages: number): readonly PdfPage[] => {
  const pages: PdfPage[] = [];
  for (const leaf of leavesOf(context)) {
    pages.push(pageOf(leaf));
    if (pages.length > mostPages) break;
  }
  return pages;
};

const leavesOf = function* (context: PDFContext): Generator<Inherited> {
  const root = context.lookup(context.trailerInfo.Root);
  const seen = new Set<PDFObject>();
  const waiting = [
    {
      object: root instanceof PDFDict ? root.get(name('Pages')) : undefined,
      above: { resources: undefined, rotate: 0 } as Inherited,
    },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const node = context.lookup(next.object);
    if (!(node instanceof PDFDict) || seen.has(node)) continue;
    seen.add(node);
    const above = inherited(node, next.above);
    const kids = kidsOf(node);
    if (!kids) yield above;
    for (const object of kids?.toReversed() ?? []) waiting.push({ object, above });
  }
};

const pageOf = ({ resources, rotate }: Inherited): PdfPage => {
  const jpeg = resources && onlyJpeg(resources);
  return { quarters: Math.round(rotate / 90), ...(jpeg && { jpeg }) };
};

/**
 * The page's picture, when it has exactly one. Where a scanner lays several over each other (mixed
 * raster content), none of them is the page. How the page places its picture is not read: scanners
 * fill the sheet with it.
 */
const onlyJpeg = (resources: PDFDict): Uint8Array | undefined => {
  const objects = resources.lookup(name('XObject'));
  if (!(objects instanceof PDFDict)) return undefined;
  const [object, ...others] = objects.keys().map((key) => objects.lookup(key));
  if (others.length > 0 || !(object instanceof PDFRawStream)) return undefined;
  const isImage = object.dict.lookup(name('Subtype')) === name('Image');
  return isImage && filterOf(object.dict) === name('DCTDecode') ? object.contents : undefined;
};

const filterOf = (dict: PDFDict): PDFObject | undefined => {
  const filter = dict.lookup(name('Filter'));
  return filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
};
