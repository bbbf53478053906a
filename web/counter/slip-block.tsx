import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { isLineUnsent } from '../api/outbox/outbox.ts';
import { useRead } from '../api/read.ts';
import { useDesk, useOutboxLines } from '../api/staff.tsx';
import { shortMoment } from '../kit/format.ts';
import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { PrintRow, usePrinting } from '../kit/react/printing.tsx';
import { Scrolls } from '../kit/react/scrolls.tsx';
import { TroubleNotice, Waiting } from '../kit/react/states.tsx';
import { type BlockTold, numbersIn } from './block.ts';
import { en } from './block-words.en.ts';
import { vi } from './block-words.vi.ts';
import { CloseBlock } from './close-block.tsx';
import { VoidSlip } from './void-slip.tsx';

/** Numbers whose dossiers wait in this browser: blank for the system, and used all the same. */
const useUnsentNumbers = (): ReadonlySet<string> => {
  const lines = useOutboxLines().filter(isLineUnsent);
  return new Set(lines.flatMap(({ intake }) => intake.number ?? []));
};

interface RowProps {
  readonly slip: BlockTold['slips'][number];
  readonly isUnsent: boolean;
  /** Absent in a closed block. */
  readonly voided: ((number: string) => void) | undefined;
}

const moods = {
  blank: ['', '○'],
  used: ['good', '●'],
  void: ['waits', '◇'],
  returned: ['', '●'],
  missing: ['bad', '■'],
} as const;

const Row = ({ slip, isUnsent, voided }: RowProps) => {
  const words = useWords({ vi, en });
  const { number, state, dossierId, takenAt, reason } = slip;
  const [mood, shape] = moods[state];
  return (
    <tr>
      <th scope="row">{number}</th>
      <td>
        <span className={`chip ${mood}`}>
          <span aria-hidden="true">{shape}</span> {words.slipState[state]}
        </span>
      </td>
      <td>
        {takenAt !== undefined && `${words.taken(shortMoment(takenAt))} · `}
        {dossierId !== undefined && (
          <Link to={`/quay/ho-so/${dossierId}`}>{words.openDossier}</Link>
        )}
        {reason}
        {isUnsent && <strong>{words.waitsHere}</strong>}
        {state === 'blank' && !isUnsent && voided && <VoidSlip number={number} voided={voided} />}
      </td>
    </tr>
  );
};

const Print = ({ block }: { readonly block: BlockTold }) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const { print, ...printing } = usePrinting();
  const params = { block: block.block };
  const printSlips = (): void =>
    void print((name) =>
      api.call('GET /v1/temporary-blocks/{block}/slips.pdf', { params, query: { print: name } }),
    );
  return (
    <PrintRow printing={printing} openSheet={words.openSheet}>
      <Button isBusy={printing.isBusy} onPress={printSlips}>
        {words.print}
      </Button>
    </PrintRow>
  );
};

const Head = ({ block }: { readonly block: BlockTold }) => {
  const words = useWords({ vi, en });
  const { device, leasedAt, closedAt, explanation, state } = block;
  return (
    <>
      <h2>
        {words.block(block.block)} · {device} · {words.state[state]}
      </h2>
      <p className="soft">
        {words.columns.leased} {shortMoment(leasedAt)}
        {closedAt !== undefined && ` · ${words.closedAt(shortMoment(closedAt))}`}
      </p>
      {explanation !== undefined && (
        <p className="notice">
          <strong>{words.explained}:</strong> {explanation}
        </p>
      )}
    </>
  );
};

interface DetailProps {
  readonly block: BlockTold;
  /** Something of it has changed, and what to say of it. */
  readonly changed: (news: string) => void;
}

const Detail = ({ block, changed }: DetailProps) => {
  const words = useWords({ vi, en });
  const unsent = useUnsentNumbers();
  const isOpen = block.state === 'open';
  const blanks = numbersIn(block, 'blank');
  const waiting = blanks.filter((number) => unsent.has(number)).length;
  return (
    <section className="card stack" aria-label={words.block(block.block)}>
      <Head block={block} />
      {isOpen && blanks.length > 0 && <Print block={block} />}
      <Scrolls label={words.slips}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.slip.number}</th>
              <th scope="col">{words.slip.state}</th>
              <th scope="col">{words.slip.what}</th>
            </tr>
          </thead>
          <tbody>
            {block.slips.map((slip) => (
              <Row
                key={slip.number}
                slip={slip}
                isUnsent={slip.state === 'blank' && unsent.has(slip.number)}
                voided={isOpen ? (number) => changed(words.voided(number)) : undefined}
              />
            ))}
          </tbody>
        </table>
      </Scrolls>
      {isOpen && waiting > 0 && (
        <p className="notice">
          {words.unsentFirst(waiting)} <Link to="/quay/cho-gui">{words.toUnsent}</Link>
        </p>
      )}
      {isOpen && waiting === 0 && <CloseBlock block={block} closed={() => changed(words.closed)} />}
    </section>
  );
};

/** One block, slip by slip. */
export const SlipBlock = ({ block }: { readonly block: string }) => {
  const words = useWords({ vi, en });
  const queries = useQueryClient();
  const [news, setNews] = useState('');
  const reading = useRead('GET /v1/temporary-blocks/{block}', { params: { block } });
  const changed = (what: string): void => {
    setNews(what);
    void queries.invalidateQueries({ queryKey: ['GET /v1/temporary-blocks'] });
    if (reading.state === 'here') reading.again();
  };
  return (
    <>
      <Link to="?">{words.all}</Link>
      <p role="status">{news !== '' && `● ${news}`}</p>
      {reading.state === 'waiting' && <Waiting />}
      {reading.state === 'trouble' && (
        <TroubleNotice trouble={reading.trouble} again={reading.again} />
      )}
      {reading.state === 'here' && <Detail block={reading.value} changed={changed} />}
    </>
  );
};
