import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { problemIn } from '#api/problem-details.ts';
import { useDesk } from '../api/staff.tsx';
import { useScanner } from '../kit/react/scanner/use-scanner.ts';
import { useKeys } from '../kit/react/use-keys.ts';
import {
  type Draft,
  type Flaws,
  flawsOf,
  isBetween,
  isUntouched,
  type LaidMatter,
  matterFlawsOf,
  registrationOf,
  registrationsOf,
} from './draft.ts';
import { useKept } from './keep-draft.ts';
import { useSeries } from './keep-series.ts';
import type { Kept } from './keep-slip.ts';
import { seriesOf } from './series.ts';
import { leftOf, mattersOf, mostMatters, putAside, takeUp } from './several.ts';
import { slipNumberIn } from './slip.ts';
import { type Laid, useLaidDown } from './use-laid-down.ts';
import { type Opened, useOpenDossier } from './use-open-dossier.ts';
import { useSender } from './use-sender.ts';
import { type SlipDesk, useSlip } from './use-slip.ts';

const focusOn = (id: string): void => document.getElementById(id)?.focus();

/** Opens what the draft says, one dossier or several of one sender, and leads on to the first. */
const useOpening = (kept: Kept) => {
  const { api } = useDesk();
  const navigate = useNavigate();
  const opening = useOpenDossier(kept);
  const { begin: beginSeries } = useSeries();
  const leadTo = ({ dossierId, ...told }: Pick<Opened, 'dossierId' | 'earlier'>): void =>
    void navigate(`/quay/ho-so/${dossierId}`, { state: told });
  const openOne = async ({ procedure, postageVnd }: LaidMatter): Promise<void> => {
    const opened = await opening.open(
      registrationOf(kept.draft, procedure, postageVnd),
      (body, key) => api.call('POST /v1/dossiers', { body, key }),
    );
    if (!opened) return;
    kept.begin();
    leadTo(opened);
  };
  const openMany = async (laid: readonly LaidMatter[]): Promise<void> => {
    const answer = await opening.open(registrationsOf(kept.draft, laid), (body, key) =>
      api.call('POST /v1/dossiers/many', { body, key }),
    );
    if (!answer) return;
    const series = seriesOf(answer.lines, (line) => laid[line - 1]?.procedure.code ?? '');
    const problems = answer.lines.flatMap(({ line, problem }) =>
      problem ? ([[line - 1, problemIn(problem.status, problem)]] as const) : [],
    );
    const [first] = series.lines;
    // Before the draft is let go: a page that ends between the two sends the same act once more.
    if (first) beginSeries(series);
    kept.leave(leftOf(kept.draft, new Map(problems)));
    if (first) leadTo(first);
  };
  return { ...opening, openOne, openMany };
};

interface Parts {
  readonly kept: Kept;
  readonly laid: Laid;
  readonly slip: SlipDesk;
  readonly opening: ReturnType<typeof useOpening>;
}

/** Further dossiers of the same sender: put aside, taken up again. */
const useMatters = ({ draft, change }: Kept, tried: (isTried: boolean) => void) => {
  /** Nothing is put aside that would be refused anyway. */
  const isWhole = (): boolean => {
    const [flaw] = draft.procedure === '' ? [] : Object.keys(matterFlawsOf(draft));
    if (flaw !== undefined) focusOn(`in-${flaw}`);
    tried(flaw !== undefined);
    return flaw === undefined;
  };
  const add = (): void => {
    if (draft.procedure === '') focusOn('in-procedure');
    else if (mattersOf(draft).length < mostMatters && isWhole()) {
      change(putAside(draft));
      focusOn('in-procedure');
    }
  };
  const take = (n: number): void => {
    if (isWhole()) change(takeUp(draft, n));
  };
  return { add, take };
};

/** What F9 does with what was typed: mends it first, then a slip, one dossier, or several. */
const useSending = (
  { kept, laid, slip, opening }: Parts,
  tried: (isTried: boolean) => void,
  forgetSender: () => void,
) => {
  const { draft } = kept;
  const takeOnSlip = (inForm: LaidMatter | undefined): void => {
    if (!inForm) return;
    forgetSender();
    tried(false);
    void slip.take(inForm.procedure, inForm.postageVnd);
  };
  const sendIt = (): void => {
    const [all, inForm] = [laid.all(), laid.inForm()];
    if (slip.isOn) takeOnSlip(inForm);
    else if (draft.others.length === 0 && inForm) void opening.openOne(inForm);
    else if (draft.others.length > 0 && all) void opening.openMany(all);
  };
  return (): void => {
    // A slip is one dossier's: the next of the sender comes into the form first.
    if (slip.isOn && isBetween(draft)) {
      kept.change(takeUp(draft, 0));
      return;
    }
    tried(true);
    const [first] = Object.keys(flawsOf(draft));
    const hasSlipFlaws = slip.isOn && slip.hasFlaws();
    const wrong = first ?? (hasSlipFlaws ? 'slip' : undefined);
    if (wrong === undefined) sendIt();
    else focusOn(`in-${wrong}`);
  };
};

const useFirstFocus = (draft: Draft): void => {
  const isEmptyAtFirst = useRef(isUntouched(draft));
  useEffect(() => {
    if (isEmptyAtFirst.current) focusOn('in-number');
  }, []);
};

/** Nhận hồ sơ: what is typed and scanned, and what F9 does with it. */
export const useIntake = () => {
  const kept = useKept();
  const { draft } = kept;
  const sender = useSender(kept);
  const laid = useLaidDown(draft);
  const [isTried, setTried] = useState(false);
  const slip = useSlip(kept, (useLocation().state ?? {}) as { readonly instead?: string });
  const opening = useOpening(kept);
  const matters = useMatters(kept, setTried);
  const send = useSending({ kept, laid, slip, opening }, setTried, sender.forget);
  const begin = (): void => {
    kept.begin();
    slip.drop();
    sender.forget();
    setTried(false);
    opening.forget();
    focusOn('in-number');
  };
  useFirstFocus(draft);
  useScanner((burst) => {
    const number = slip.isOn ? slipNumberIn(burst.text) : undefined;
    if (number === undefined) sender.scanned(burst);
    else slip.change({ number });
  });
  useKeys([
    ['F9', send],
    ['F2', () => focusOn('in-number')],
    ['Alt+T', () => !opening.isShut && matters.add()],
  ]);
  const flaws: Flaws = isTried ? flawsOf(draft) : {};
  return { kept, sender, laid, flaws, opening, matters, send, begin, slip };
};
