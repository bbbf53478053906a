import { useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { type CaseStatus, isAllowed } from '#domain/dossier/case-status.ts';
import { useRead } from '../api/read.ts';
import { useKitWords, useLanguage, useWords } from '../kit/react/language.tsx';
import { TroubleNotice, Waiting } from '../kit/react/states.tsx';
import { StatusChip } from '../kit/react/status-chip.tsx';
import { useKeys } from '../kit/react/use-keys.ts';
import './counter.css';
import { shortDay } from '../kit/format.ts';
import { scannedBy } from '../kit/react/scanner/scanned.ts';
import { useScanner } from '../kit/react/scanner/use-scanner.ts';
import { BatchPanel } from './batch-panel.tsx';
import { ChooseDelivery } from './choose-delivery.tsx';
import { type Done, DoneCard } from './done-card.tsx';
import { DossierFacts } from './dossier-facts.tsx';
import { DossierMoney } from './dossier-money.tsx';
import { en } from './dossier-words.en.ts';
import { vi } from './dossier-words.vi.ts';
import { FolderPanel } from './folder-panel.tsx';
import type { FormName } from './form-name.ts';
import { NextAct } from './next-act.tsx';
import { type Printer, PrintForms, usePrinter } from './print-forms.tsx';
import { useProcedure } from './procedures.ts';
import { PutRight } from './put-right.tsx';
import { ScanPanel } from './scan-panel.tsx';
import { SeriesBar, useSeriesAt } from './series-bar.tsx';
import { useBatches } from './use-batches.ts';
import type { Opened } from './use-open-dossier.ts';
import { type DossierTold, useScans } from './use-scans.ts';
import { Withdraw } from './withdraw.tsx';
import { en as workEn } from './words.en.ts';
import { vi as workVi } from './words.vi.ts';

/** What the registration said besides: shown once, on the way here. */
type Beside = Partial<Pick<Opened, 'earlier'>>;

const useNames = (dossier: DossierTold) => {
  const procedure = useProcedure(dossier.procedure.code);
  const agencies = useRead('GET /v1/agencies');
  const laid = procedure.state === 'here' ? procedure.value : undefined;
  const known = agencies.state === 'here' ? agencies.value.items : [];
  const { language } = useLanguage();
  return {
    procedure: (language === 'vi' ? laid?.name : laid?.nameEn) ?? dossier.procedure.code,
    nameOf: (id: string) => laid?.components.find((each) => each.id === id)?.name ?? id,
    agencyOf: (id: string) => known.find((each) => each.id === id)?.name ?? id,
  };
};

/** What is to be scanned now: all that was taken, or what was asked for and is not there yet. */
const wantedOf = (dossier: DossierTold) => {
  if (dossier.status === 'registered') return dossier.components;
  if (dossier.status !== 'supplement-requested') return [];
  return dossier.supplements
    .filter(({ receivedAt }) => receivedAt === undefined)
    .flatMap(({ items }) => items);
};

const formsOf = ({ acceptance, slip, supplements, status }: DossierTold): readonly FormName[] => [
  ...(acceptance ? (['receipt.pdf', 'control.pdf'] as const) : []),
  ...(slip ? (['slip.pdf'] as const) : []),
  ...(supplements.length > 0 ? (['supplement.pdf'] as const) : []),
  ...(status === 'not-accepted' ? (['refusal.pdf'] as const) : []),
];

const printedBy: Readonly<Partial<Record<Done['kind'], FormName>>> = {
  accepted: 'receipt.pdf',
  slipped: 'slip.pdf',
};

const Asked = ({ dossier }: { readonly dossier: DossierTold }) => {
  const words = useWords({ vi, en });
  const open = dossier.supplements.filter(({ receivedAt }) => receivedAt === undefined);
  return open.map(({ requestedAt, reason, answerBy }) => (
    <p className="notice" key={requestedAt}>
      <strong>{words.supplements}:</strong> {reason} · {words.answerBy} {shortDay(answerBy)}
    </p>
  ));
};

const Earlier = ({ earlier }: Beside) => {
  const words = useWords({ vi, en });
  const kit = useKitWords();
  if (!earlier) return null;
  return (
    <p className="notice" role="status">
      {words.earlier} {earlier.number} · {kit.status[earlier.status as CaseStatus]}
    </p>
  );
};

interface DeskProps {
  readonly dossier: DossierTold;
  readonly printer: Printer;
  readonly done: Done | undefined;
  readonly finish: (done?: Done) => void;
  /** After an act that ends nothing. */
  readonly readAgain: () => void;
  readonly corrected: () => void;
}

const Desk = ({ dossier, printer, done, finish, readAgain, corrected }: DeskProps) => {
  const words = useWords({ vi, en });
  const work = useWords({ vi: workVi, en: workEn });
  const kit = useKitWords();
  const names = useNames(dossier);
  const batches = useBatches(dossier);
  const scans = useScans(dossier, batches);
  const status = dossier.status as CaseStatus;
  const beside = (useLocation().state ?? {}) as Beside;
  const rows = wantedOf(dossier).map(({ id, copyKind, count }) => ({
    id,
    name: names.nameOf(id),
    wanted: `${count} ${kit.copyKind[copyKind as keyof typeof kit.copyKind]}`,
  }));
  const finished = (what: Done): void => {
    const form = printedBy[what.kind];
    if (form) printer.print(form);
    finish(what);
  };
  return (
    <div className="stack">
      <div className="row">
        <h1>{dossier.acceptance?.code ?? dossier.slip?.number ?? words.noNumber}</h1>
        <StatusChip status={status} />
      </div>
      <p>{names.procedure}</p>
      {!done && <p className="soft">{work.next[status]}</p>}
      {!done && <Earlier {...beside} />}
      <Asked dossier={dossier} />
      {rows.length > 0 && !done && (
        <>
          <FolderPanel rows={rows} scans={scans} batches={batches} />
          <ScanPanel rows={rows} dossier={dossier} scans={scans} nameOf={names.nameOf} />
          <BatchPanel rows={rows} dossier={dossier} batches={batches} nameOf={names.nameOf} />
        </>
      )}
      <DossierFacts dossier={dossier} nameOf={names.nameOf} agencyOf={names.agencyOf} />
      <DossierMoney dossier={dossier} settled={readAgain} />
      <PutRight dossier={dossier} nameOf={names.nameOf} changed={corrected} />
      <PrintForms forms={formsOf(dossier)} printer={printer} />
      {!done && (
        <div className="row">
          {isAllowed('choose-delivery', status) && !dossier.chosenDelivery && !dossier.delivery && (
            <ChooseDelivery dossierId={dossier.dossierId} done={readAgain} />
          )}
          {isAllowed('request-withdrawal', status) && (
            <Withdraw dossierId={dossier.dossierId} done={() => finish()} />
          )}
        </div>
      )}
      {!done && <NextAct dossier={dossier} scans={scans} done={finished} />}
    </div>
  );
};

const Dossier = ({ dossierId }: { readonly dossierId: string }) => {
  const reading = useRead('GET /v1/dossiers/{dossierId}', { params: { dossierId } });
  const printer = usePrinter(dossierId);
  const words = useWords({ vi, en });
  const [done, setDone] = useState<Done>();
  const [news, say] = useState('');
  const { series, next, markDone } = useSeriesAt(dossierId);
  const finish = (what?: Done): void => {
    setDone(what);
    markDone();
    // Our own act has changed it.
    if (reading.state === 'here') reading.again();
  };
  return (
    <div className="stack">
      {series && <SeriesBar series={series} dossierId={dossierId} />}
      {done && <DoneCard done={done} next={next} />}
      <p role="status">{news !== '' && `● ${news}`}</p>
      {reading.state === 'waiting' && <Waiting />}
      {reading.state === 'trouble' && (
        <TroubleNotice trouble={reading.trouble} again={reading.again} />
      )}
      {reading.state === 'here' && (
        <Desk
          dossier={reading.value}
          printer={printer}
          done={done}
          finish={finish}
          readAgain={reading.again}
          corrected={() => {
            say(words.corrected);
            reading.again();
          }}
        />
      )}
    </div>
  );
};

/** Một hồ sơ at the counter: what it is, what comes next, its scans, its papers. */
export const ShowDossier = () => {
  const { '*': dossierId = '' } = useParams();
  const navigate = useNavigate();
  useScanner((burst) => {
    const came = scannedBy(burst);
    // A card that lies there for the next dossier leads nobody away from this one.
    if (came.kind === 'paper') void navigate('/quay/viec', { state: { sought: came.number } });
  });
  useKeys([
    ['F2', () => void navigate('/quay/nhan')],
    ['F3', () => void navigate('/quay/viec')],
  ]);
  return <Dossier key={dossierId} dossierId={dossierId} />;
};
