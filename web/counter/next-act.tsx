import { useDesk } from '../api/staff.tsx';
import { useWords } from '../kit/react/language.tsx';
import { ActBar } from './act-bar.tsx';
import type { Done } from './done-card.tsx';
import { en } from './dossier-words.en.ts';
import { vi } from './dossier-words.vi.ts';
import { useAct } from './use-act.ts';
import type { DossierTold, Scans } from './use-scans.ts';

interface NextProps {
  readonly dossier: DossierTold;
  readonly scans: Scans;
  readonly done: (done: Done) => void;
}

const useUnscanned = ({ dossier, scans }: NextProps): string | undefined => {
  const words = useWords({ vi, en });
  const lacking = dossier.components.filter(({ id }) => !scans.hasScan(id)).length;
  if (scans.isBusy) return words.step.checking;
  return lacking === 0 ? undefined : words.unscanned(lacking);
};

const Accept = (p: NextProps) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const params = { dossierId: p.dossier.dossierId };
  const act = useAct(
    (key) => api.call('POST /v1/dossiers/{dossierId}/accept', { params, body: {}, key }),
    ({ code, dueAt, explanation, agency }) =>
      p.done({ kind: 'accepted', number: code, dueAt, explanation, agency: agency.name }),
  );
  return <ActBar act={act} word={words.accept} shutBecause={useUnscanned(p)} />;
};

const IssueSlip = (p: NextProps) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const params = { dossierId: p.dossier.dossierId };
  const act = useAct(
    (key) => api.call('POST /v1/dossiers/{dossierId}/slip', { params, body: {}, key }),
    ({ slip, provisionalDueAt, agency }) =>
      p.done({ kind: 'slipped', number: slip, dueAt: provisionalDueAt, agency: agency.name }),
  );
  return <ActBar act={act} word={words.slip} shutBecause={useUnscanned(p)} />;
};

const Receive = (p: NextProps) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const params = { dossierId: p.dossier.dossierId };
  const act = useAct(
    (key) =>
      api.call('POST /v1/dossiers/{dossierId}/supplements/received', { params, body: {}, key }),
    ({ dueAt }) => p.done({ kind: 'received', number: p.dossier.acceptance?.code ?? '', dueAt }),
  );
  const shut = p.scans.isBusy ? words.step.checking : undefined;
  return <ActBar act={act} word={words.receive} shutBecause={shut} />;
};

/** The one thing that the counter does next with the dossier, if there is one. */
export const NextAct = (p: NextProps) => {
  const { status, intakeMode, slip } = p.dossier;
  if (status === 'supplement-requested') return <Receive {...p} />;
  if (status !== 'registered') return null;
  if (intakeMode === 'onestop') return <Accept {...p} />;
  return slip ? null : <IssueSlip {...p} />;
};
