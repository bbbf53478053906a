import { useState } from 'react';
import { useDesk } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { Field } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { useScanner } from '../kit/react/scanner/use-scanner.ts';
import { ActAnswer } from './act-bar.tsx';
import { type BlockTold, missingWith, numbersIn } from './block.ts';
import { en } from './block-words.en.ts';
import { vi } from './block-words.vi.ts';
import { slipNumberIn } from './slip.ts';
import { useAct } from './use-act.ts';

/** Which blank slips lie in the drawer: ticked, or scanned one by one. */
const useDrawer = (blanks: readonly string[]) => {
  const [inDrawer, setInDrawer] = useState<ReadonlySet<string>>(new Set());
  const put = (number: string, isThere: boolean): void =>
    setInDrawer((all) => {
      const others = [...all].filter((each) => each !== number);
      return new Set(isThere ? [...others, number] : others);
    });
  useScanner(({ text }) => {
    const number = slipNumberIn(text);
    if (number !== undefined && blanks.includes(number)) put(number, true);
  });
  return { inDrawer, put, putAll: () => setInDrawer(new Set(blanks)) };
};

type Drawer = ReturnType<typeof useDrawer>;

const Ticks = ({
  blanks,
  drawer,
}: {
  readonly blanks: readonly string[];
  readonly drawer: Drawer;
}) => {
  const words = useWords({ vi, en });
  return (
    <fieldset className="drawer">
      <legend>{words.inDrawer}</legend>
      <div className="row">
        <Button onPress={drawer.putAll}>{words.tickAll}</Button>
      </div>
      <div className="ticks">
        {blanks.map((number) => (
          <label key={number} className="tick">
            <input
              type="checkbox"
              checked={drawer.inDrawer.has(number)}
              onChange={({ target }) => drawer.put(number, target.checked)}
            />
            {number}
          </label>
        ))}
      </div>
    </fieldset>
  );
};

const Missing = ({
  missing,
  explanation,
  explain,
}: {
  readonly missing: readonly string[];
  readonly explanation: string;
  readonly explain: (text: string) => void;
}) => {
  const words = useWords({ vi, en });
  if (missing.length === 0) return null;
  return (
    <>
      <p className="notice">
        <strong>{words.missing(missing.length)}</strong> {missing.join(' · ')}
      </p>
      <Field
        id="close-explanation"
        label={words.explanation}
        value={explanation}
        change={explain}
      />
    </>
  );
};

/** Quyết toán dải số tạm: used, void and blank in the drawer make up the block; what is missing is named and explained. */
export const CloseBlock = ({
  block,
  closed,
}: {
  readonly block: BlockTold;
  readonly closed: () => void;
}) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const blanks = numbersIn(block, 'blank');
  const drawer = useDrawer(blanks);
  const [explanation, explain] = useState('');
  const missing = missingWith(block, drawer.inDrawer);
  const isExplained = missing.length === 0 || explanation.trim() !== '';
  const body = {
    blanks: blanks.filter((number) => drawer.inDrawer.has(number)),
    ...(missing.length > 0 && { explanation }),
  };
  const closing = useAct(
    (key) =>
      api.call('POST /v1/temporary-blocks/{block}/close', {
        params: { block: block.block },
        body,
        key,
      }),
    closed,
  );
  return (
    <details>
      <summary>{words.close}</summary>
      <div className="stack">
        <p className="hint">{words.closeHelp}</p>
        {blanks.length > 0 && <Ticks blanks={blanks} drawer={drawer} />}
        <Missing missing={missing} explanation={explanation} explain={explain} />
        <ActAnswer act={closing} />
        <div className="row">
          <Button
            kind="danger"
            isBusy={closing.isBusy}
            shutBecause={isExplained ? undefined : words.explanationMissing}
            onPress={closing.act}
          >
            {words.closeAct}
          </Button>
        </div>
      </div>
    </details>
  );
};
