import { useState } from 'react';
import { useAct } from '../api/act.ts';
import { heard } from '../api/ask.ts';
import { findContent, type Pouch } from '../api/packing.ts';
import { useDesk } from '../api/staff.tsx';
import type { Burst } from '../kit/react/scanner/bursts.ts';
import { paperIn } from '../kit/react/scanner/scanned.ts';
import {
  type CountDraft,
  countOf,
  type LineCount,
  leftIn,
  listedIn,
  nothingCounted,
  withLine,
} from './count-draft.ts';
import { isSameSeal } from './groups.ts';
import { isUnknown, useKeeper } from './use-pouches.ts';

/** Of one person and one count of a pouch, in the tab: a reload in the middle loses nothing. */
const useKeptDraft = ({ pouchId, countNo = 0 }: Pouch) => {
  const { me } = useDesk();
  const name = `pouch-count:${me.id}:${pouchId}:${countNo}`;
  const [draft, setDraft] = useState<CountDraft>(
    () => JSON.parse(sessionStorage.getItem(name) ?? 'null') ?? nothingCounted,
  );
  const change = (next: (before: CountDraft) => CountDraft): void =>
    setDraft((before) => {
      const after = next(before);
      sessionStorage.setItem(name, JSON.stringify(after));
      return after;
    });
  const forget = (): void => {
    sessionStorage.removeItem(name);
    setDraft(nothingCounted);
  };
  return { draft, change, forget };
};

/** What a scan was: a line, one that was counted, the seal, or nothing of this pouch. */
export interface Scanned {
  readonly what: 'countedNow' | 'countedBefore' | 'isStray' | 'sealRead' | 'isCard';
  readonly number: string;
}

/** Which line of the list the papers are: by the number on them, or by another that leads to the same. */
const useLineOf = (pouch: Pouch) => {
  const { api, line } = useDesk();
  return async (number: string) => {
    const listed = listedIn(pouch);
    const direct = listed.find((each) => each.number.toUpperCase() === number.toUpperCase());
    if (direct || line.state() === 'down') return direct;
    const found = await heard(findContent(api, number));
    const id = found.ok ? (found.body.dossierId ?? found.body.returnOrderId) : undefined;
    return listed.find((each) => each.id === id);
  };
};

/** Sends the count, or keeps it where there is no line and this counter can. */
const useSendCount = (pouch: Pouch, told: (pouch: Pouch) => void, forget: () => void) => {
  const { api, line } = useDesk();
  const keep = useKeeper();
  const act = useAct();
  const { pouchId, sealNumber } = pouch;
  // What was typed stays until the system has it: a count that is refused is put right, not done anew.
  const keepIt = async (body: object, key?: string): Promise<void> => {
    const of = sealNumber ?? pouchId;
    await keep?.({ pouch: pouchId, of, kind: 'count', body, ...(key !== undefined && { key }) });
  };
  const send = async (draft: CountDraft): Promise<void> => {
    const body = countOf(draft, pouch);
    if (!body) return;
    if (keep && line.state() === 'down') return keepIt(body);
    const counted = await act.run(async (key) => {
      const answer = await heard(
        api.call('POST /v1/pouches/{pouchId}/count', { params: { pouchId }, body, key }),
      );
      if (!answer.ok && keep && isUnknown(answer.trouble)) await keepIt(body, key);
      return answer;
    });
    if (!counted) return;
    forget();
    told(counted);
  };
  return { send: (draft: CountDraft): void => void send(draft), act };
};

/** Kiểm đếm: what was counted so far, what a scan does to it, and the way to send it. */
export const useCounting = (pouch: Pouch, told: (pouch: Pouch) => void) => {
  const { draft, change, forget } = useKeptDraft(pouch);
  const [scanned, setScanned] = useState<Scanned>();
  const lineOf = useLineOf(pouch);
  const { send, act } = useSendCount(pouch, told, forget);
  const addStray = (what: string): void =>
    change((before) => ({
      ...before,
      strays: [...before.strays.filter((each) => each !== what), what],
    }));
  const scan = async (number: string): Promise<void> => {
    if (isSameSeal(pouch.sealNumber, number)) {
      change((before) => ({ ...before, isSealIntact: true }));
      return setScanned({ what: 'sealRead', number });
    }
    const line = await lineOf(number);
    if (!line) {
      addStray(number);
      return setScanned({ what: 'isStray', number });
    }
    if (draft.lines[line.id]?.verdict !== undefined)
      return setScanned({ what: 'countedBefore', number: line.number });
    change((before) => withLine(before, line.id, { verdict: 'complete' }));
    setScanned({ what: 'countedNow', number: line.number });
  };
  return {
    draft,
    scanned,
    act,
    left: leftIn(draft, pouch),
    scan: (burst: Burst): void => {
      // A seal may have as many digits as a card.
      const isSeal = isSameSeal(pouch.sealNumber, burst.text);
      const came = isSeal ? { number: burst.text } : paperIn(burst);
      if (came === 'card') setScanned({ what: 'isCard', number: '' });
      if (typeof came === 'object') void scan(came.number);
    },
    addStray,
    dropStray: (what: string): void =>
      change((before) => ({ ...before, strays: before.strays.filter((each) => each !== what) })),
    setSeal: (isSealIntact: boolean): void => change((before) => ({ ...before, isSealIntact })),
    setLine: (id: string, line: LineCount): void => change((before) => withLine(before, id, line)),
    send: (): void => send(draft),
  };
};

export type Counting = ReturnType<typeof useCounting>;
