import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** As `Accept-Encoding` has it, what CloudFront likes best first. */
export const packings = ['br', 'gzip'] as const;
export type Packing = (typeof packings)[number];

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html */
const [smallest, largest] = [1_000, 10_000_000];
const packedTypes = /^(?:text\/|application\/(?:javascript|json|wasm|xml)|image\/svg)/;

const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } as const;

const pack: Readonly<Record<Packing, (content: Buffer) => Promise<Buffer>>> = {
  br: (content) => promisify(brotliCompress)(content, quality),
  gzip: (content) => promisify(gzip)(content),
};

/** Accepted, unless it is refused by `q=0`. */
const accepts = (header: string, packing: Packing): boolean =>
  header.split(',').some((part) => {
    const [name = '', ...rest] = part.split(';').map((each) => each.trim().toLowerCase());
    return name === packing && !rest.some((each) => /^q=0(?:\.0*)?$/.test(each));
  });

/** A few builds’ worth: what is older is packed anew. */
const mostKept = 400;
const kept = new Map<string, Promise<Buffer>>();

const packedOnce = (key: string, make: () => Promise<Buffer>): Promise<Buffer> => {
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= mostKept) kept.clear();
  const made = make();
  kept.set(key, made);
  return made;
};

interface Plain {
  readonly content: Buffer;
  readonly type: string;
  /** Of its content: what bears the same is the same. */
  readonly etag: string;
}

/** What CloudFront sends of an object to whoever accepts it packed; undefined where it is sent as it is. */
export const packedFor = async (
  { content, type, etag }: Plain,
  header: string,
  allowed: readonly Packing[],
): Promise<{ readonly packing: Packing; readonly content: Buffer } | undefined> => {
  if (content.length < smallest || content.length > largest || !packedTypes.test(type))
    return undefined;
  const packing = allowed.find((each) => accepts(header, each));
  if (!packing) return undefined;
  return {
    packing,
    content: await packedOnce(`${packing} ${etag}`, () => pack[packing](content)),
  };
};
