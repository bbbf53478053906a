import { useLineState } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { en as slipEn } from './slip-words.en.ts';
import { vi as slipVi } from './slip-words.vi.ts';
import type { SlipDesk } from './use-slip.ts';

/** What the line has to do with it: none, what was taken on a slip last, and the way to enter one. */
export const SlipNews = ({ slip }: { readonly slip: SlipDesk }) => {
  const words = useWords({ vi: slipVi, en: slipEn });
  const isDown = useLineState() === 'down';
  return (
    <div role="status" className="stack">
      {isDown && <p className="notice">{words.lineDown}</p>}
      {slip.taken !== undefined && <p className="card done">● {words.taken(slip.taken)}</p>}
      {slip.isFull && <p className="notice">{words.full}</p>}
    </div>
  );
};

/** A slip though there is a line: of this morning, from the drawer. */
export const SlipChoice = ({ slip }: { readonly slip: SlipDesk }) => {
  const words = useWords({ vi: slipVi, en: slipEn });
  const isDown = useLineState() === 'down';
  if (!slip.mayChoose || isDown) return null;
  return slip.isOn ? (
    <Button onPress={slip.drop}>{words.unwanted}</Button>
  ) : (
    <Button onPress={() => slip.change({ isWanted: true })}>{words.wanted}</Button>
  );
};

/** F9 leads to nothing without an answer: the outbox asks for it, and the desk is free. */
export const HandOver = ({
  slip,
  forget,
}: {
  readonly slip: SlipDesk;
  readonly forget: () => void;
}) => {
  const words = useWords({ vi: slipVi, en: slipEn });
  return <Button onPress={() => void slip.handOver().then(forget)}>{words.handOver}</Button>;
};
