import { useState } from 'react';
import { useAct } from '../api/act.ts';
import { heard } from '../api/ask.ts';
import type { Pouch } from '../api/packing.ts';
import { useDesk, useLineState } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { Field } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { useScanner } from '../kit/react/scanner/use-scanner.ts';
import { SecondPerson } from '../kit/react/second-person.tsx';
import { TroubleNotice } from '../kit/react/states.tsx';
import { isSameSeal, setsIn } from './groups.ts';
import { usePouches } from './use-pouches.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

interface SealProps {
  readonly pouch: Pouch;
  readonly told: (pouch: Pouch) => void;
  readonly typed: string;
  readonly type: (sealNumber: string) => void;
  /** Acts on this pouch that wait to be sent. */
  readonly unsent: number;
}

/** Whether another pouch that this place knows of has the number: two seals never have the same. */
const useIsUsed = ({ pouch, typed }: SealProps): boolean => {
  const { read } = usePouches();
  const others = read?.ok ? read.body.value : [];
  return others.some(
    ({ pouchId, sealNumber }) => pouchId !== pouch.pouchId && isSameSeal(sealNumber, typed),
  );
};

/** Niêm phong: from here on the list is what it is. */
export const SealPanel = (p: SealProps) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const line = useLineState();
  const act = useAct();
  const isUsed = useIsUsed(p);
  const { pouchId } = p.pouch;
  const sealNumber = p.typed.trim();
  const reasons = [
    [setsIn(p.pouch) === 0 && p.unsent === 0, words.sealEmpty],
    [line === 'down', words.needsLine],
    [p.unsent > 0, words.sealWaits(p.unsent)],
    [sealNumber === '', words.sealMissing],
    [isUsed, words.sealUsed],
  ] as const;
  const seal = async (): Promise<void> => {
    const body = { sealNumber };
    const sealed = await act.run((key) =>
      heard(api.call('POST /v1/pouches/{pouchId}/seal', { params: { pouchId }, body, key })),
    );
    if (sealed) p.told(sealed);
  };
  return (
    <section className="card stack" aria-label={words.seal}>
      <Field
        id="seal-number"
        label={words.sealNumber}
        value={p.typed}
        change={p.type}
        hint={words.sealHint}
        wrong={isUsed ? words.sealUsed : undefined}
      />
      {act.trouble && <TroubleNotice trouble={act.trouble} />}
      <div className="row">
        <Button
          kind="main"
          isBusy={act.isBusy}
          shutBecause={reasons.find(([is]) => is)?.[1]}
          onPress={() => void seal()}
        >
          {words.sealAct}
        </Button>
      </div>
    </section>
  );
};

/** Giao cho bưu tá: who seals has signed; the courier reads the seal and signs in beside. */
export const GivePanel = (p: Pick<SealProps, 'pouch' | 'told'>) => {
  const words = useWords({ vi, en });
  const [read, type] = useState('');
  const [another, typeAnother] = useState('');
  const { pouchId } = p.pouch;
  useScanner(({ text }) => type(text));
  return (
    <>
      <section className="card stack" aria-label={words.giveTitle}>
        <h2>{words.giveTitle}</h2>
        <p className="soft">{words.giveHelp}</p>
        <Field id="read-seal" label={words.readSeal} value={read} change={type} />
        <div className="row">
          <SecondPerson
            kind="main"
            roles={['courier']}
            ask={(api, key) => {
              const body = { sealNumber: read.trim() };
              return api.call('POST /v1/pouches/{pouchId}/take', {
                params: { pouchId },
                body,
                key,
              });
            }}
            done={p.told}
            word={words.give}
            help={words.giveWindow}
            sameSignatory={words.giveSame}
            shutBecause={read.trim() === '' ? words.sealMissing : undefined}
          />
        </div>
      </section>
      <details className="card">
        <summary>{words.sealAgain}</summary>
        <SealPanel {...p} typed={another} type={typeAnother} unsent={0} />
      </details>
    </>
  );
};
