import { useState } from 'react';
import { formatDong } from '#domain/money/format-dong.ts';
import { purseNames } from '#domain/money/purses.ts';
import type { Told } from '../api/ask.ts';
import { useRead } from '../api/read.ts';
import { useDesk } from '../api/staff.tsx';
import { shortMoment } from '../kit/format.ts';
import { Button } from '../kit/react/button.tsx';
import { useKitWords, useWords } from '../kit/react/language.tsx';
import { PrintRow, usePrinting } from '../kit/react/printing.tsx';
import { TroubleNotice, Waiting } from '../kit/react/states.tsx';
import { AskGiveBack } from './ask-give-back.tsx';
import { en } from './money-words.en.ts';
import { vi } from './money-words.vi.ts';
import { TakeMoney } from './take-money.tsx';
import type { DossierTold } from './use-scans.ts';

type Money = Told<'GET /v1/dossiers/{dossierId}/money'>;
type Receipt = Money['receipts'][number];

const Outstanding = ({ money: { outstanding, lateRefund } }: { readonly money: Money }) => {
  const words = useWords({ vi, en });
  const { stateFeesVnd, postageVnd } = outstanding;
  return (
    <>
      <h3>{words.outstanding}</h3>
      {stateFeesVnd === 0 && postageVnd === 0 ? (
        <p>{words.nothingOwed}</p>
      ) : (
        <dl className="sums drawer-facts">
          <dt>{words.stateFees}</dt>
          <dd>{formatDong(stateFeesVnd)}</dd>
          <dt>{words.postage}</dt>
          <dd>{formatDong(postageVnd)}</dd>
        </dl>
      )}
      {lateRefund && (
        <p className="notice">{words.lateRefund(formatDong(lateRefund.postageVnd))}</p>
      )}
    </>
  );
};

/** What was taken under one number, purse by purse, and what has become of it. */
const ReceiptLine = ({ receipt }: { readonly receipt: Receipt }) => {
  const words = useWords({ vi, en });
  const kit = useKitWords();
  const { number, taken, refunded, isReversed, takenAt, electronic } = receipt;
  const ofEach = (sums: Receipt['taken']): string =>
    purseNames
      .filter((name) => sums[name] !== 0)
      .map((name) => `${kit.purse[name]} ${formatDong(sums[name])}`)
      .join(' · ');
  const back = ofEach(refunded);
  return (
    <>
      <strong>{number}</strong> <span className="soft">{shortMoment(takenAt)}</span>
      <span>{ofEach(taken)}</span>
      {isReversed && <span className="chip bad">■ {words.reversed}</span>}
      {!isReversed && back !== '' && <span>{words.refunded(back)}</span>}
      {electronic && <span className="hint">{words.electronic[electronic.state]}</span>}
    </>
  );
};

const Receipts = ({
  receipts,
  asked,
}: {
  readonly receipts: readonly Receipt[];
  readonly asked: (number: string) => void;
}) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const { print, ...printing } = usePrinting();
  const printVoucher = (receiptNumber: string): void =>
    void print((name) =>
      api.call('GET /v1/receipts/{receiptNumber}/voucher.pdf', {
        params: { receiptNumber },
        query: { print: name },
      }),
    );
  return (
    <>
      <h3>{words.receipts}</h3>
      {receipts.length === 0 && <p className="soft">{words.none}</p>}
      <ul className="drops">
        {receipts.map((receipt) => (
          <li key={receipt.number} className="row">
            <ReceiptLine receipt={receipt} />
            <Button isBusy={printing.isBusy} onPress={() => printVoucher(receipt.number)}>
              {words.printVoucher}
            </Button>
            {!receipt.isReversed && <AskGiveBack receipt={receipt} asked={asked} />}
          </li>
        ))}
      </ul>
      <PrintRow printing={printing} openSheet={words.openSheet}>
        {null}
      </PrintRow>
    </>
  );
};

interface MoneyProps {
  readonly dossier: DossierTold;
  /** What the department asked for is paid: the dossier goes on. */
  readonly settled: () => void;
}

const Read = ({ dossier, settled }: MoneyProps) => {
  const words = useWords({ vi, en });
  const [news, say] = useState('');
  const { dossierId } = dossier;
  const reading = useRead('GET /v1/dossiers/{dossierId}/money', { params: { dossierId } });
  if (reading.state === 'waiting') return <Waiting />;
  if (reading.state === 'trouble')
    return <TroubleNotice trouble={reading.trouble} again={reading.again} />;
  const taken = (number: string): void => {
    say(words.taken(number));
    if (dossier.status === 'payment-requested') settled();
    reading.again();
  };
  return (
    <div className="stack">
      <Outstanding money={reading.value} />
      <p role="status">{news !== '' && `● ${news}`}</p>
      <Receipts
        receipts={reading.value.receipts}
        asked={(number) => say(words.giveBackAsked(number))}
      />
      <TakeMoney
        key={reading.value.receipts.length}
        dossier={dossier}
        money={reading.value}
        taken={taken}
      />
    </div>
  );
};

/** Tiền của hồ sơ: read only when it is opened, for each reading is recorded. */
export const DossierMoney = (p: MoneyProps) => {
  const words = useWords({ vi, en });
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="card" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2>{words.title}</h2>
      </summary>
      {isOpen && <Read {...p} />}
    </details>
  );
};
