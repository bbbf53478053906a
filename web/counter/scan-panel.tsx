import { type DragEvent, useState } from 'react';
import { useWords } from '../kit/react/language.tsx';
import { TroubleNotice } from '../kit/react/states.tsx';
import { en } from './dossier-words.en.ts';
import { vi } from './dossier-words.vi.ts';
import { type About, Remarks } from './remarks.tsx';
import type { ScanTold } from './send-scan.ts';
import type { DossierTold, Scans, Sheet } from './use-scans.ts';

/** Green, amber with something to look at, or refused. */
export const moodOf = (scan: ScanTold): 'good' | 'amber' | 'bad' => {
  if (scan.state !== 'verified') return 'bad';
  return (scan.remarks ?? []).length > 0 ? 'amber' : 'good';
};

const Scan = (about: About) => {
  const { scan } = about;
  const words = useWords({ vi, en });
  const mood = moodOf(scan);
  return (
    <div className={`lamp ${mood}`}>
      <span>{words.scan[mood]}</span>
      {scan.pages !== undefined && <span className="hint"> · {words.pages(scan.pages)}</span>}
      <Remarks {...about} />
    </div>
  );
};

interface SentProps extends Omit<About, 'scan'> {
  readonly sheet: Sheet;
  readonly again: () => void;
}

const Sent = ({ sheet, again, ...about }: SentProps) => {
  const words = useWords({ vi, en });
  const { state, file } = sheet;
  return (
    <div>
      <span className="hint">{file.name}</span>
      {(state.step === 'sending' || state.step === 'checking') && (
        <p className="lamp">{words.step[state.step]}</p>
      )}
      {state.step === 'unfit' && <p className="lamp bad">{words.unfit[state.why]}</p>}
      {state.step === 'trouble' && <TroubleNotice trouble={state.trouble} again={again} />}
      {state.step === 'done' && <Scan {...about} scan={state.scan} />}
    </div>
  );
};

interface RowProps {
  readonly id: string;
  readonly name: string;
  readonly wanted: string;
  readonly dossier: DossierTold;
  readonly scans: Scans;
  readonly nameOf: About['nameOf'];
}

/** A file by its button, by a drop, or on a phone by the camera that the button offers. */
const Give = ({ id, name, scans }: Pick<RowProps, 'id' | 'name' | 'scans'>) => {
  const words = useWords({ vi, en });
  return (
    <label className="button give">
      {scans.hasScan(id) ? words.oneMore : words.give}
      <input
        className="heard"
        type="file"
        multiple
        accept="application/pdf,image/jpeg,image/png,image/tiff,image/webp"
        aria-label={words.giveOf(name)}
        onChange={({ target }) => {
          scans.add(id, [...(target.files ?? [])]);
          // The same file once more is a file again.
          target.value = '';
        }}
      />
    </label>
  );
};

const Row = ({ id, name, wanted, dossier, scans, nameOf }: RowProps) => {
  const words = useWords({ vi, en });
  const about = { dossierId: dossier.dossierId, nameOf };
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    scans.add(id, [...event.dataTransfer.files]);
  };
  const known = dossier.scans.filter(
    ({ component, state }) => component === id && state !== 'abandoned',
  );
  const sheets = scans.sheets.filter(({ component }) => component === id);
  return (
    <li
      className={isOver ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div>
        <strong>{name}</strong> <span className="hint">{wanted}</span>
        {known.map((scan) => (
          <Scan key={scan.scanId} {...about} scan={scan} />
        ))}
        {scans.isInBatch(id) && <p className="lamp good">{words.inBatch}</p>}
        <div role="status">
          {sheets.map((sheet) => (
            <Sent key={sheet.id} {...about} sheet={sheet} again={() => scans.again(sheet)} />
          ))}
        </div>
      </div>
      <Give id={id} name={name} scans={scans} />
    </li>
  );
};

/** Quét hồ sơ: a file for each component; findings in words while the citizen is there. */
export const ScanPanel = ({
  rows,
  ...all
}: Omit<RowProps, 'id' | 'name' | 'wanted'> & {
  readonly rows: readonly Pick<RowProps, 'id' | 'name' | 'wanted'>[];
}) => {
  const words = useWords({ vi, en });
  return (
    <section className="card stack" aria-labelledby="scans">
      <h2 id="scans">{words.scans}</h2>
      <p className="hint">{words.scanHint}</p>
      <ul className="drops">
        {rows.map((row) => (
          <Row key={row.id} {...row} {...all} />
        ))}
      </ul>
    </section>
  );
};
