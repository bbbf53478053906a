import { useCallback, useEffect, useRef, useState } from 'react';
import { heard, type Trouble } from '../api/ask.ts';
import { useDesk } from '../api/staff.tsx';
import type { DossierTold } from './choices.ts';
import { isHeld } from './inbox-tabs.ts';
import { pull } from './use-inbox.ts';

/** Held on to this much before its end, while somebody looks at it. */
const extendBeforeMs = 10 * 60_000;
const leaseSeconds = 1_800;
const lookEveryMs = 30_000;

export interface Lease {
  readonly leaseNo: number;
  readonly until: string;
}

export interface Holding {
  readonly state: 'mine' | 'other' | 'none' | 'lost';
  readonly lease: Lease | undefined;
  readonly isBusy: boolean;
  readonly trouble: Trouble | undefined;
  /** Takes it, or takes it back after it was lost. Answers whether it did. */
  readonly take: () => Promise<boolean>;
  /** A write was refused because of the lease. */
  readonly lose: () => void;
  readonly keep: (lease: {
    readonly leaseNo: number;
    readonly leasedUntil?: string | undefined;
  }) => void;
}

const leaseIn = ({ department }: DossierTold, me: string, now: string): Lease | undefined =>
  department?.leasedBy?.id === me && department.leasedUntil !== undefined && isHeld(department, now)
    ? { leaseNo: department.leaseNo, until: department.leasedUntil }
    : undefined;

const leaseRefusals: readonly string[] = ['lease-stale', 'lease-expired', 'lease-not-held'];

/** Whether a refusal says that somebody else, or nobody, holds it by now. */
export const isOfLease = (trouble: Trouble | undefined): boolean =>
  trouble?.kind === 'refused' && leaseRefusals.includes(trouble.problem.code);

const stateOf = (
  isLost: boolean,
  lease: Lease | undefined,
  dossier: DossierTold,
  now: string,
): Holding['state'] => {
  if (isLost) return 'lost';
  if (lease) return 'mine';
  return dossier.department && isHeld(dossier.department, now) ? 'other' : 'none';
};

/** Calls while the page is seen, and when it is seen again. */
const useWhileSeen = (look: () => void): void => {
  const now = useRef(look);
  now.current = look;
  useEffect(() => {
    const seen = (): void => {
      if (document.visibilityState === 'visible') now.current();
    };
    const timer = setInterval(seen, lookEveryMs);
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, []);
};

/** The lease of the one who looks: held on to while the page is seen, lost when somebody or time took it. */
export const useLease = (dossier: DossierTold): Holding => {
  const desk = useDesk();
  const { now } = desk;
  const { dossierId } = dossier;
  const [lease, setLease] = useState(() => leaseIn(dossier, desk.me.id, now()));
  const [isLost, setLost] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const keep = useCallback<Holding['keep']>(({ leaseNo, leasedUntil }) => {
    setLease(leasedUntil === undefined ? undefined : { leaseNo, until: leasedUntil });
    setLost(false);
  }, []);
  const lose = useCallback(() => setLost(true), []);
  useWhileSeen(() => {
    if (!lease || isLost) return;
    const left = Date.parse(lease.until) - Date.parse(now());
    if (left > extendBeforeMs) return;
    const body = { leaseNo: lease.leaseNo, leaseSeconds };
    const asking = desk.api.call('POST /v1/dossiers/{dossierId}/lease/extend', {
      params: { dossierId },
      body,
      key: crypto.randomUUID(),
    });
    void heard(asking).then((answer) => {
      if (answer.ok) keep(answer.body);
      else if (isOfLease(answer.trouble)) lose();
    });
  });
  const take = async (): Promise<boolean> => {
    setBusy(true);
    setTrouble(undefined);
    const key = crypto.randomUUID();
    const answer = await pull(desk, { max: 1, dossierIds: [dossierId], key });
    setBusy(false);
    if (!answer.ok) setTrouble(answer.trouble);
    const [held] = answer.ok ? answer.body.leased : [];
    if (held) keep(held);
    return held !== undefined;
  };
  const state = stateOf(isLost, lease, dossier, now());
  return { state, lease, isBusy, trouble, take, lose, keep };
};
