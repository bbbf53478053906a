import { useRef, useState } from 'react';
import { instant } from '#domain/time/instant.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import { type Line, lineOf } from '../api/outbox/intake.ts';
import { useDesk, useLineState } from '../api/staff.tsx';
import { type Draft, type ProcedureView, registrationOf } from './draft.ts';
import { type Beside, type Kept, useKeptSlip } from './keep-slip.ts';
import { alone } from './several.ts';
import {
  emptySlip,
  entryOf,
  isSlipTouched,
  isWholeWith,
  type Slip,
  type SlipFlaws,
  slipFlawsOf,
  slipNumberIn,
} from './slip.ts';
import { useSlipPages } from './use-slip-pages.ts';

/** What follows once each file is there: the counter accepts, or the post takes over. */
const lastOf = ({ intakeMode }: Draft): 'accept' | 'issue-slip' =>
  intakeMode === 'onestop' ? 'accept' : 'issue-slip';

/** Makes acts, in the name and by the clock of this desk. */
const useMaking = () => {
  const { line, me, capacity } = useDesk();
  const by = { person: me.id, role: capacity.role, office: capacity.office?.id ?? '' };
  const worldNow = () => ({ now: Math.floor(line.now()), newKey: () => crypto.randomUUID() });
  const now = (): string => isoVietnam(instant(Math.floor(line.now())));
  return {
    now,
    entered: (
      { draft, slip }: { readonly draft: Draft; readonly slip: Slip },
      procedure: ProcedureView,
      postageVnd: number,
    ): Line => {
      const registration = registrationOf(draft, procedure, postageVnd);
      const body = JSON.stringify(entryOf(slip, registration, now()));
      const isWhole = isWholeWith(slip.pages, registration.components);
      const written = {
        number: slipNumberIn(slip.number) ?? '',
        by,
        draft: { draft: alone(draft), slip },
        pages: slip.pages,
        first: { kind: 'enter', body },
        ...(isWhole && { last: lastOf(draft) }),
      } as const;
      return lineOf(written, worldNow());
    },
    /** Sent already, and never answered: with its own bytes and key. */
    opened: ({ act, draft }: Pick<Kept, 'act' | 'draft'>): Line | undefined => {
      if (!act) return undefined;
      const first = { kind: 'open', body: act.body, key: act.key } as const;
      return lineOf({ by, draft: { draft, slip: emptySlip }, pages: [], first }, worldNow());
    },
  };
};

/** Puts a matter into the outbox, once, however often it is pressed. */
const useTaking = (isClosed: { current: boolean }) => {
  const { outbox } = useDesk();
  const [isFull, setFull] = useState(false);
  return {
    isFull,
    add: async (line: Line | undefined, instead?: string): Promise<boolean | undefined> => {
      if (isClosed.current || !outbox || !line) return undefined;
      isClosed.current = true;
      setFull(false);
      try {
        return await outbox.add(line, instead);
      } catch {
        // Nothing was written, and nothing is lost: the form is as it was.
        setFull(true);
        return undefined;
      } finally {
        // Only once the emptied form is drawn.
        setTimeout(() => {
          isClosed.current = false;
        }, 0);
      }
    },
  };
};

/**
 * Phiếu tạm: a dossier taken in without a line, under the number of a printed slip. `take` puts it into
 * the outbox; what was typed stays until it is there.
 */
export const useSlip = (kept: Kept, beside: Beside) => {
  const { outbox } = useDesk();
  const isDown = useLineState() === 'down';
  const isClosed = useRef(false);
  const { slip, setSlip } = useKeptSlip(kept, beside, isClosed);
  const [pages, making, taking] = [useSlipPages(slip, setSlip), useMaking(), useTaking(isClosed)];
  const [flaws, setFlaws] = useState<SlipFlaws>({});
  const [taken, setTaken] = useState<string>();
  // What was sent and never answered may be a dossier already: nobody enters it a second time.
  const mayChoose = outbox !== undefined && !kept.act;
  const put = (next: (slip: Slip) => Slip): void => {
    setTaken(undefined);
    setFlaws({});
    setSlip(next);
  };
  const take = async (procedure: ProcedureView, postageVnd: number): Promise<void> => {
    if (pages.isReading) return;
    const line = making.entered({ draft: kept.draft, slip }, procedure, postageVnd);
    const isAdded = await taking.add(line, slip.instead);
    if (isAdded === undefined) return;
    if (!isAdded) return setFlaws({ number: 'number-used-here' });
    put(() => emptySlip);
    setTaken(line.intake.number);
    kept.goOn();
  };
  return {
    slip,
    pages,
    flaws,
    /** The number of the slip that was taken last. */
    taken,
    mayChoose,
    isFull: taking.isFull,
    isOn: mayChoose && (isDown || isSlipTouched(slip)),
    change: (change: Partial<Slip>) => put((before) => ({ ...before, ...change })),
    /** Answers whether something has to be mended first. */
    hasFlaws: () => {
      const found = slipFlawsOf(slip, making.now());
      setFlaws(found);
      return Object.keys(found).length > 0;
    },
    take,
    drop: () => {
      put(() => emptySlip);
      void outbox?.book.dropDraft();
    },
    /** An act that nobody heard of again: the outbox asks for it, and the desk is free. */
    handOver: async (): Promise<void> => {
      if (await taking.add(making.opened(kept))) kept.begin();
    },
  };
};

export type SlipDesk = ReturnType<typeof useSlip>;
