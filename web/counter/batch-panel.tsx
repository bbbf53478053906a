import { useState } from 'react';
import { useDesk } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { PrintRow, usePrinting } from '../kit/react/printing.tsx';
import { TroubleNotice } from '../kit/react/states.tsx';
import { type PartLine, partLines } from './batch.ts';
import { en } from './batch-words.en.ts';
import { vi } from './batch-words.vi.ts';
import { Remarks } from './remarks.tsx';
import { moodOf } from './scan-panel.tsx';
import type { ScanTold } from './send-scan.ts';
import type { Batches, SentBatch } from './use-batches.ts';
import { type Counts, useCounts } from './use-counts.ts';
import type { DossierTold } from './use-scans.ts';

interface PanelProps {
  readonly rows: readonly { readonly id: string; readonly name: string }[];
  readonly dossier: DossierTold;
  readonly batches: Batches;
  readonly nameOf: (component: string) => string;
}

interface WithCounts extends PanelProps {
  readonly counts: Counts;
}

const Found = ({ line }: { readonly line: PartLine }) => {
  const words = useWords({ vi, en });
  if (line.found.length === 0) return words.noPages;
  // A sheet with nothing behind it.
  const told = line.found.map(({ from, to }) =>
    to < from ? words.noPages : words.pages(from, to),
  );
  return told.join(', ');
};

const looks = { fits: 'good', missing: 'bad', twice: 'amber', differs: 'amber' } as const;

/** What was found behind each cover sheet, beside what was counted in the hand. */
const Parts = ({ scan, rows, counts, nameOf }: WithCounts & { readonly scan: ScanTold }) => {
  const words = useWords({ vi, en });
  const wanted = rows.map(({ id }) => id);
  return (
    <table className="papers">
      <thead>
        <tr>
          <th scope="col">{words.columns.paper}</th>
          <th scope="col">{words.columns.counted}</th>
          <th scope="col">{words.columns.found}</th>
          <th scope="col">{words.columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {partLines(wanted, counts.counts, scan).map((line) => (
          <tr key={line.component}>
            <th scope="row">{nameOf(line.component)}</th>
            <td>{line.counted ?? words.uncounted}</td>
            <td>
              <Found line={line} />
            </td>
            <td className={`lamp ${looks[line.state]}`}>{words.part[line.state]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Judged = (p: WithCounts & { readonly scan: ScanTold }) => {
  const words = useWords({ vi, en });
  const { scan, dossier, nameOf } = p;
  const mood = moodOf(scan);
  return (
    <div className="stack batch">
      <p className={`lamp ${mood}`}>{words[mood]}</p>
      {scan.state === 'verified' && <Parts {...p} />}
      <Remarks scan={scan} dossierId={dossier.dossierId} nameOf={nameOf} />
    </div>
  );
};

const nameOfBatch = ({ batch }: SentBatch): readonly [string, number] => {
  if (batch.kind === 'pages') return [batch.files[0]?.name ?? '', batch.files.length];
  return [batch.kind === 'pdf' ? batch.file.name : (batch.name ?? ''), 1];
};

const Sent = (p: WithCounts & { readonly sent: SentBatch }) => {
  const words = useWords({ vi, en });
  const { sent, batches } = p;
  const state = 'state' in sent ? sent.state : undefined;
  return (
    <div>
      <span className="hint">{words.file(...nameOfBatch(sent))}</span>
      {sent.batch.kind === 'unfit' && <p className="lamp bad">{words.unfit[sent.batch.why]}</p>}
      {(state?.step === 'sending' || state?.step === 'checking') && (
        <p className="lamp">{words[state.step](state.at, state.of)}</p>
      )}
      {state?.step === 'trouble' && (
        <TroubleNotice trouble={state.trouble} again={() => batches.again(sent)} />
      )}
      {state?.step === 'done' && <Judged {...p} scan={state.scan} />}
    </div>
  );
};

const CountFields = ({ rows, counts }: WithCounts) => {
  const words = useWords({ vi, en });
  return (
    <ul className="counts">
      {rows.map(({ id, name }) => (
        <li key={id}>
          <label htmlFor={`count-${id}`}>{name}</label>
          <input
            id={`count-${id}`}
            className="count"
            type="number"
            min="1"
            max="300"
            aria-label={words.countOf(name)}
            value={counts.counts[id] ?? ''}
            onChange={({ target }) => counts.put(id, target.valueAsNumber)}
          />
        </li>
      ))}
    </ul>
  );
};

const PrintSheets = ({ rows, dossier, counts }: WithCounts) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const { print, ...printing } = usePrinting();
  const { dossierId } = dossier;
  const pages = rows.map(({ id }) => `${id}:${counts.counts[id]}`).join(',');
  const isCounted = rows.every(({ id }) => counts.counts[id] !== undefined);
  const printSheets = (): void =>
    void print((name) =>
      api.call('GET /v1/dossiers/{dossierId}/cover-sheets.pdf', {
        params: { dossierId },
        query: { pages, print: name },
      }),
    );
  return (
    <PrintRow printing={printing} openSheet={words.openSheet}>
      <Button
        isBusy={printing.isBusy}
        shutBecause={isCounted ? undefined : words.countFirst}
        onPress={printSheets}
      >
        {words.print}
      </Button>
    </PrintRow>
  );
};

const Give = ({ batches }: PanelProps) => {
  const words = useWords({ vi, en });
  return (
    <div className="row">
      <label className="button give">
        {words.give}
        <input
          className="heard"
          type="file"
          multiple
          accept="application/pdf,image/jpeg,image/png,image/tiff,image/webp"
          aria-label={words.give}
          onChange={({ target }) => {
            const files = [...(target.files ?? [])];
            if (files.length > 0) batches.add(files);
            target.value = '';
          }}
        />
      </label>
      <span className="hint">{words.giveHint}</span>
    </div>
  );
};

/** Quét cả tập: cover sheets with the pages counted, one batch, and what was found beside what was counted. */
export const BatchPanel = (p: PanelProps) => {
  const words = useWords({ vi, en });
  const counts = useCounts(p.dossier.dossierId);
  const known = p.dossier.scans.filter(
    ({ purpose, state }) => purpose === 'batch' && (state === 'verified' || state === 'rejected'),
  );
  const [wasUsed] = useState(known.length > 0 || Object.keys(counts.counts).length > 0);
  const all = { ...p, counts };
  return (
    <details className="card" open={wasUsed}>
      <summary>{words.title}</summary>
      <div className="stack">
        <p className="hint">{words.hint}</p>
        <CountFields {...all} />
        <PrintSheets {...all} />
        <Give {...all} />
        {known.map((scan) => (
          <Judged key={scan.scanId} {...all} scan={scan} />
        ))}
        <div role="status" className="stack">
          {p.batches.sent.map((sent) => (
            <Sent key={sent.id} {...all} sent={sent} />
          ))}
        </div>
      </div>
    </details>
  );
};
