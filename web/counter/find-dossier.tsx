import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import type { CaseStatus } from '#domain/dossier/case-status.ts';
import { type Heard, heard, type Told } from '../api/ask.ts';
import { useDesk } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { soughtIn } from '../kit/react/scanner/scanned.ts';
import { useScanner } from '../kit/react/scanner/use-scanner.ts';
import { TroubleNotice } from '../kit/react/states.tsx';
import { StatusChip } from '../kit/react/status-chip.tsx';
import { useKeys } from '../kit/react/use-keys.ts';
import { type Meant, meantBy } from './meant.ts';
import { PersonDossiers } from './person-dossiers.tsx';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

type Found = Told<'GET /v1/dossiers/lookup'>;

const FoundDossier = ({ found }: { readonly found: Found }) => {
  const words = useWords({ vi, en });
  return (
    <p className="row" role="status">
      {words.found}:
      <Link to={`/quay/ho-so/${found.dossierId}`}>
        {found.code ?? found.temporaryNumber ?? words.noNumber}
      </Link>
      <StatusChip status={found.status as CaseStatus} />
    </p>
  );
};

/** What was scanned on another screen is looked for here, once. */
const useSoughtBefore = (seek: (sought: string) => void): void => {
  const { state } = useLocation();
  const { sought } = (state ?? {}) as { readonly sought?: string };
  const done = useRef<string>(undefined);
  useEffect(() => {
    if (sought === undefined || done.current === sought) return;
    done.current = sought;
    seek(sought);
  });
};

/** One field for whatever number is at hand. */
export const FindDossier = () => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const field = useRef<HTMLInputElement>(null);
  const [meant, setMeant] = useState<Meant>();
  const [answer, setAnswer] = useState<Heard<Found>>();
  const [isBusy, setBusy] = useState(false);
  const navigate = useNavigate();
  useKeys([
    ['F3', () => field.current?.select()],
    ['F2', () => void navigate('/quay/nhan')],
  ]);
  const find = async (typed: string): Promise<void> => {
    if (isBusy) return;
    const next = meantBy(typed);
    setMeant(next);
    setAnswer(undefined);
    if (next.kind !== 'paper') return;
    setBusy(true);
    const { number } = next;
    setAnswer(await heard(api.call('GET /v1/dossiers/lookup', { query: { number } })));
    setBusy(false);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void find(field.current?.value ?? '');
  };
  const seek = (sought: string): void => {
    if (field.current) field.current.value = sought;
    void find(sought);
  };
  useScanner((burst) => {
    const sought = soughtIn(burst);
    if (sought !== undefined) seek(sought);
  });
  useSoughtBefore(seek);
  return (
    <section className="card stack" aria-label={words.find}>
      <form className="find" onSubmit={submit}>
        <div>
          <label htmlFor="find-number">
            {words.findLabel} <kbd>F3</kbd>
          </label>
          <input
            id="find-number"
            ref={field}
            autoComplete="off"
            spellCheck={false}
            aria-describedby="find-hint"
            aria-invalid={meant?.kind === 'too-short'}
          />
          <span className="hint" id="find-hint">
            {meant?.kind === 'too-short' ? (
              <span className="wrong">{words.tooShort}</span>
            ) : (
              words.findHint
            )}
          </span>
        </div>
        <Button type="submit" kind="main" isBusy={isBusy}>
          {words.findAct}
        </Button>
      </form>
      {answer?.ok && <FoundDossier found={answer.body} />}
      {answer && !answer.ok && (
        <TroubleNotice
          trouble={answer.trouble}
          again={() => void find(field.current?.value ?? '')}
        />
      )}
      {meant?.kind === 'person' && <PersonDossiers key={meant.number} number={meant.number} />}
    </section>
  );
};
