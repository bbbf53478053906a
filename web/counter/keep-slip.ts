import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Line } from '../api/outbox/intake.ts';
import { useDesk, useOutboxLines } from '../api/staff.tsx';
import { isUntouched } from './draft.ts';
import type { useKept } from './keep-draft.ts';
import { alone } from './several.ts';
import { emptySlip, isSlipTouched, readBack, type Slip, type SlipDraft } from './slip.ts';

export type Kept = ReturnType<typeof useKept>;

/** Which matter is to be put right, on the way here from the list. */
export interface Beside {
  readonly instead?: string;
}

const restMs = 300;

interface There {
  readonly draft: SlipDraft['draft'];
  readonly drafted: SlipDraft | undefined;
  /** The matter that is to be put right. */
  readonly line: Line | undefined;
}

/** What to go on with: the correction that was begun, the matter to be put right, what was being typed. */
const toGoOn = ({ draft, drafted, line }: There): SlipDraft | undefined => {
  if (line && drafted?.slip.instead !== line.intake.id) {
    const back = readBack(line.intake.draft, draft.intakeMode);
    return back && { ...back, slip: { ...back.slip, isWanted: true, instead: line.intake.id } };
  }
  return drafted && (isUntouched(draft) || isSlipTouched(drafted.slip)) ? drafted : undefined;
};

const isTaken = (lines: readonly Line[], draft: SlipDraft['draft']): boolean =>
  !isUntouched(draft) &&
  lines.some(
    ({ intake }) =>
      JSON.stringify(readBack(intake.draft, draft.intakeMode)?.draft) ===
      JSON.stringify(alone(draft)),
  );

/**
 * What was typed off a slip, in the browser's own storage: a browser that ends loses nothing of it.
 * @param isClosed while it becomes an act, it is no draft any more
 */
export const useKeptSlip = (
  { draft, change, goOn }: Kept,
  { instead }: Beside,
  isClosed: RefObject<boolean>,
) => {
  const { outbox } = useDesk();
  const lines = useOutboxLines();
  const [slip, setSlip] = useState<Slip>(emptySlip);
  const [isRead, setRead] = useState(false);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current || !outbox) return;
    first.current = false;
    const line = lines.find(({ intake }) => intake.id === instead);
    const read = async (): Promise<void> => {
      const kept = await outbox.book.draft().catch(() => undefined);
      const drafted = readBack(kept, draft.intakeMode);
      const back = toGoOn({ draft, drafted, line });
      if (back) {
        change(back.draft);
        setSlip(back.slip);
        // The page ended when it was taken, before the form was emptied.
      } else if (isTaken(lines, draft)) goOn();
      setRead(true);
    };
    void read();
  });
  useEffect(() => {
    if (!isRead || !isSlipTouched(slip)) return undefined;
    const timer = setTimeout(() => {
      if (!isClosed.current) void outbox?.book.keepDraft({ draft, slip });
    }, restMs);
    return () => clearTimeout(timer);
  }, [outbox, isRead, draft, slip, isClosed]);
  return { slip, setSlip };
};
