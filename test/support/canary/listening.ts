import { PDFiumLibrary } from '@hyzyla/pdfium';
import { named, type Reader, type Sent } from './named.ts';
import { keyOf, markOf } from './text-fields.ts';

interface Mark {
  readonly key: string;
  readonly field: string;
  readonly readers: readonly Reader[];
}

/** Who was shown what: every answer of the API is read, whatever asked for it. */
export const makeCanary = () => {
  const marks: Mark[] = [];
  const seen = new Map<string, Set<Reader>>();
  const readers = new Map<string, Reader>();
  const put = (field: string, key: string, who: readonly Reader[]) => {
    marks.push({ key, field, readers: who });
    seen.set(key, new Set());
  };
  const hear = (reader: Reader, text: string): void => {
    for (const { key } of marks) if (text.includes(key)) seen.get(key)?.add(reader);
  };
  return {
    /** A text for this field that is nowhere else. `except`: who has no part in this dossier. */
    say: (field: Sent, except: readonly Reader[] = []): string => {
      const n = marks.length + 1;
      const who: readonly Reader[] = named[field];
      put(
        field,
        keyOf(n),
        who.filter((reader) => !except.includes(reader)),
      );
      return markOf(n);
    },
    /** What is looked for as it is: a number of a person. */
    watch: (what: string, key: string, who: readonly Reader[]): void => put(what, key, who),
    is: (reader: Reader, token: string): void => {
      readers.set(`Bearer ${token}`, reader);
    },
    readerOf: (authorization: string | null): Reader =>
      authorization === null ? 'anyone' : (readers.get(authorization) ?? 'anyone'),
    hear,
    /** Field, reader: whoever saw what is not for them. */
    breaches: (): readonly string[] =>
      marks.flatMap(({ key, field, readers: who }) =>
        [...(seen.get(key) ?? [])]
          .filter((reader) => !who.includes(reader))
          .map((reader) => `${field}: ${reader}`),
      ),
    /** What somebody is named for and nobody saw: a canary that is not heard proves nothing. */
    unseen: (): readonly string[] =>
      marks
        .filter(({ key, readers: who }) => who.length > 0 && seen.get(key)?.size === 0)
        .map(({ field }) => field),
    sent: (): readonly string[] => [...new Set(marks.map(({ field }) => field))],
  };
};

export type Canary = ReturnType<typeof makeCanary>;

const library = PDFiumLibrary.init();

const textOfPdf = async (bytes: Uint8Array): Promise<string> => {
  const document = await (await library).loadDocument(bytes);
  try {
    return [...document.pages()].map((page) => page.getText()).join('\n');
  } finally {
    document.destroy();
  }
};

const textOf = async (response: Response): Promise<string> =>
  response.headers.get('content-type')?.includes('pdf')
    ? textOfPdf(new Uint8Array(await response.arrayBuffer()))
    : response.text();

/** Every answer from now on is heard; gives the way back. */
export const listenTo = (canary: Canary): (() => void) => {
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const response = await real(input, init);
    const asked = new Headers(init?.headers);
    if (!String(input).includes('/sim/'))
      canary.hear(canary.readerOf(asked.get('authorization')), await textOf(response.clone()));
    return response;
  };
  return () => {
    globalThis.fetch = real;
  };
};
