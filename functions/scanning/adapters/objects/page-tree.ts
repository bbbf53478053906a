import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib';

export interface Leaf {
  /** Everything that its resources name is there. */
  readonly isComplete: boolean;
}

const name = (text: string): PDFName => PDFName.of(text);

/**
 * Leaves of the page tree in the order of reading. A node that is its own ancestor is met once, so the
 * walk ends. Resources are taken over from the nodes above (ISO 32000-2, 7.7.3.4).
 */
export const leavesOf = (context: PDFContext): readonly Leaf[] => {
  const root = context.lookup(context.trailerInfo.Root);
  const seen = new Set<PDFObject>();
  const leaves: Leaf[] = [];
  const waiting: { object: PDFObject | undefined; above: PDFDict | undefined }[] = [
    { object: root instanceof PDFDict ? root.get(name('Pages')) : undefined, above: undefined },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const node = context.lookup(next.object);
    if (!(node instanceof PDFDict) || seen.has(node)) continue;
    seen.add(node);
    const resources = dictIn(node, 'Resources') ?? next.above;
    const kids = node.lookup(name('Kids'));
    if (kids instanceof PDFArray)
      waiting.push(
        ...kids
          .asArray()
          .map((object) => ({ object, above: resources }))
          .reverse(),
      );
    else leaves.push({ isComplete: hasAll(resources) });
  }
  return leaves;
};

const dictIn = (dict: PDFDict, key: string): PDFDict | undefined => {
  const value = dict.lookup(name(key));
  return value instanceof PDFDict ? value : undefined;
};

const hasAll = (resources: PDFDict | undefined): boolean => {
  const drawn = resources && dictIn(resources, 'XObject');
  return !drawn || drawn.keys().every((key) => drawn.lookup(key) !== undefined);
};
