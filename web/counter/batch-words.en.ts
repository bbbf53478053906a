import type { BatchWords } from './batch-words.vi.ts';
import { en as dossier } from './dossier-words.en.ts';

export const en: BatchWords = {
  unfit: {
    ...dossier.unfit,
    'pdf-among-pages': 'A batch is one PDF, or pictures with a file a page; not both.',
    'too-many-files': 'At most 100 pages a batch: divide it, each part with its cover sheets.',
    'batch-too-large':
      'The batch is too large (at most 100 MB): scan at 200–300 dpi, or divide it.',
  },
  part: {
    fits: '● Agrees',
    missing: '■ Missing',
    twice: '◆ Twice',
    differs: '◆ Not as counted',
  },
  title: 'Scan all papers with the feeder',
  hint: 'Count the pages of each paper, print the cover sheets, lay each before its paper and scan once.',
  columns: { paper: 'Paper', counted: 'Counted', found: 'In the batch', state: 'Compared' },
  countOf: (paper) => `Pages: ${paper}`,
  print: 'Print the cover sheets',
  countFirst: 'Count the pages of every paper first.',
  openSheet: 'Open the cover sheets',
  give: 'Choose the batch',
  giveHint: 'One PDF, or all pictures of the batch (a file a page, in the order of their names).',
  file: (name, count) => (count > 1 ? `${name} … (${count} pages)` : name),
  sending: (at, of) => `○ Sending… ${at} of ${of}`,
  checking: (at, of) => `◐ Being checked… ${at} of ${of}`,
  good: '● Good, filed by its papers',
  amber: '◆ Usable, better look again',
  bad: '■ Not filed: scan the whole batch again',
  pages: (from, to) => (from === to ? `page ${from}` : `pages ${from}–${to}`),
  noPages: 'no page',
  uncounted: 'not counted',
  page: (page) => `Page ${page}`,
  likePage: (page) => `Like page ${page}`,
  saidFound: (said, found) => `Said ${said}, found ${found}`,
  lookAt: (one, other) => `Look at pages ${one} and ${other}`,
  noPicture: 'There is no picture of this page.',
  close: 'Close',
};
