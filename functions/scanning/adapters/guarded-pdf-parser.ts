import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  type PDFDict,
  type PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFParser,
  PDFRawStream,
  type PDFRef,
  type PDFString,
} from '@cantoo/pdf-lib';
import { isActiveDict, mentionsActiveContent } from './active-content.ts';
import { measureTokens } from './pdf-tokens.ts';

const deepestNesting = 200;

/** A scanned dossier of 300 pages has some ten thousand; each costs a few hundred bytes. */
const mostObjects = 300_000;

/** Unpacked, of all object and cross-reference streams together. */
const mostUnpacked = 8_000_000;
const mostEntries = 300_000;

/** Letters of one token; a signature is a string of up to some hundred thousand. */
const longest = { number: 64, name: 1_024, string: 1_000_000 } as const;

const outOfBounds = new Error('beyond the limits of a PDF that we read');

const name = (text: string): PDFName => PDFName.of(text);

/**
 * pdf-lib's parser, kept within bounds. It was written for files of good will: it unpacks without a
 * limit, believes the size that a cross-reference stream claims, and on crafted files takes time
 * that grows with the square of their length. Everything it reads passes through the overridden
 * methods, each version of an object included, so active content cannot hide behind a later one.
 */
export class GuardedPdfParser extends PDFParser {
  encrypted = false;
  active = false;
  readonly #deadline: number;
  #depth = 0;
  #objects = 0;
  #unpacked = 0;
  #stopped = false;
  #lettersLeft = Number.POSITIVE_INFINITY;

  constructor(bytes: Uint8Array, milliseconds: number) {
    super(bytes, Number.POSITIVE_INFINITY, true, false, true);
    this.#deadline = performance.now() + milliseconds;
    const next = this.bytes.next.bind(this.bytes);
    this.bytes.next = () => {
      this.#lettersLeft -= 1;
      return this.#lettersLeft < 0 ? this.#stop() : next();
    };
  }

  /** The parser catches errors and goes on; from here on it finds itself at the end of the file. */
  #stop(): never {
    if (!this.#stopped) {
      this.#stopped = true;
      this.bytes.moveTo(Number.MAX_SAFE_INTEGER);
      this.bytes.moveTo = () => undefined;
    }
    throw outOfBounds;
  }

  #spend(): void {
    if (this.#stopped || performance.now() > this.#deadline) this.#stop();
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  protected override skipWhitespaceAndComments(): void {
    this.#spend();
    super.skipWhitespaceAndComments();
  }

  /** The parser gathers a token letter by letter, at thirty times its size. */
  #token<T>(letters: number, read: () => T): T {
    this.#spend();
    this.#lettersLeft = letters;
    try {
      return read();
    } finally {
      this.#lettersLeft = Number.POSITIVE_INFINITY;
    }
  }

  protected override parseRawInt(): number {
    return this.#token(longest.number, () => super.parseRawInt());
  }

  protected override parseRawNumber(): number {
    return this.#token(longest.number, () => super.parseRawNumber());
  }

  protected override parseName(): PDFName {
    return this.#token(longest.name, () => super.parseName());
  }

  protected override parseString(ref?: PDFRef): PDFString {
    return this.#token(longest.string, () => super.parseString(ref));
  }

  protected override parseHexString(ref?: PDFRef): PDFHexString {
    return this.#token(longest.string, () => super.parseHexString(ref));
  }

  override parseObject(ref?: PDFRef): PDFObject {
    this.#objects += 1;
    if (this.#objects > mostObjects || this.#depth > deepestNesting) this.#stop();
    this.#depth += 1;
    try {
      const object = super.parseObject(ref);
      if (object instanceof PDFRawStream) this.#judgeStream(object);
      return object;
    } finally {
      this.#depth -= 1;
    }
  }

  protected override parseDict(ref?: PDFRef): PDFDict {
    const dict = super.parseDict(ref);
    if (dict.get(name('Encrypt')) !== undefined) this.encrypted = true;
    if (isActiveDict(dict)) this.active = true;
    return dict;
  }

  /** Of all streams only these two kinds are unpacked by the parser. */
  #judgeStream({ dict, contents }: PDFRawStream): void {
    const type = dict.get(name('Type'));
    if (type === name('XRef')) {
      this.#unpack(dict, contents);
      if (entriesClaimed(dict) > mostEntries) this.#stop();
    }
    if (type === name('ObjStm')) this.#judgeObjects(this.#unpack(dict, contents));
  }

  /** Another parser reads what is inside, out of our reach: it is measured beforehand. */
  #judgeObjects(text: Uint8Array): void {
    const tokens = measureTokens(text);
    this.#objects += tokens.count;
    if (tokens.longest > longest.string || this.#objects > mostObjects) this.#stop();
    if (mentionsActiveContent(text, 'text')) this.active = true;
  }

  #unpack(dict: PDFDict, contents: Uint8Array): Uint8Array {
    const filter = onlyFilter(dict);
    if (filter === undefined) return contents;
    if (filter !== name('FlateDecode')) this.#stop();
    try {
      const unpacked = inflateSync(contents, { maxOutputLength: mostUnpacked - this.#unpacked });
      this.#unpacked += unpacked.length;
      return unpacked;
    } catch {
      return this.#stop();
    }
  }
}

const onlyFilter = (dict: PDFDict): PDFObject | undefined => {
  const filter = dict.lookup(name('Filter'));
  return filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
};

const entriesClaimed = (dict: PDFDict): number => {
  const index = dict.lookup(name('Index'));
  const counts =
    index instanceof PDFArray
      ? index.asArray().filter((_, at) => at % 2 === 1)
      : [dict.lookup(name('Size'))];
  const widths = dict.lookup(name('W'));
  const tooWide =
    widths instanceof PDFArray &&
    widths.asArray().some((width) => !(width instanceof PDFNumber) || width.asNumber() > 8);
  if (tooWide) return Number.POSITIVE_INFINITY;
  return counts.reduce(
    (sum, count) => sum + (count instanceof PDFNumber ? count.asNumber() : mostEntries),
    0,
  );
};
