import { useState } from 'react';
import type { Page } from '../api/outbox/intake.ts';
import { sha256Of } from '../api/sha-256.ts';
import { useDesk } from '../api/staff.tsx';
import { mediaTypeOf, type Unfit, unfitBecause } from './scan-file.ts';
import type { Slip } from './slip.ts';

const pageOf = async (component: string, file: File): Promise<Page> => ({
  id: crypto.randomUUID(),
  component,
  name: file.name,
  mediaType: mediaTypeOf(file) ?? 'application/pdf',
  bytes: file.size,
  sha256: await sha256Of(await file.arrayBuffer()),
});

interface Refused {
  readonly file: string;
  readonly component: string;
  readonly why: Unfit | 'no-space';
}

/** Pictures of the papers: whole and hashed in the browser before anything is said to be kept. */
export const useSlipPages = (slip: Slip, setSlip: (next: (slip: Slip) => Slip) => void) => {
  const { outbox, me } = useDesk();
  const [refused, setRefused] = useState<Refused>();
  const [reading, setReading] = useState(0);
  const keep = async (component: string, file: File): Promise<Refused | undefined> => {
    const why = unfitBecause(file, me.limits.scanBytes);
    if (why || !outbox) return { file: file.name, component, why: why ?? 'no-space' };
    const page = await pageOf(component, file);
    try {
      await outbox.book.addPage(page, file);
    } catch {
      return { file: file.name, component, why: 'no-space' };
    }
    setSlip((now) => ({ ...now, pages: [...now.pages, page] }));
    return undefined;
  };
  const add = (component: string, files: readonly File[]): void => {
    setRefused(undefined);
    for (const file of files) {
      setReading((n) => n + 1);
      void keep(component, file)
        .then((why) => why && setRefused(why))
        .finally(() => setReading((n) => n - 1));
    }
  };
  const remove = (id: string): void => {
    setSlip((now) => ({ ...now, pages: now.pages.filter((page) => page.id !== id) }));
    void outbox?.book.removePage(id);
  };
  return { pages: slip.pages, refused, isReading: reading > 0, add, remove };
};

export type SlipPages = ReturnType<typeof useSlipPages>;
