import { useRef, useState } from 'react';
import { parsePersonalNumber } from '#domain/identifiers/personal-number.ts';
import { heard } from '../api/ask.ts';
import { useDesk } from '../api/staff.tsx';
import type { Burst } from '../kit/react/scanner/bursts.ts';
import { type CardRead, type Scanned, scannedBy } from '../kit/react/scanner/scanned.ts';
import type { Draft } from './draft.ts';
import { byCard, byEarlier, isForAnother, numberOf } from './fill-in.ts';

/** What the clerk is told of who stands there. */
export interface SenderNews {
  readonly card?: Scanned['kind'];
  readonly warnings?: CardRead['warnings'];
  readonly isKnown?: boolean;
  /** Of somebody else: nothing of it was taken. */
  readonly isAnother?: boolean;
}

const sendKey = (key: string): void => {
  dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
};

interface Told {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
}

/** Each look-up is recorded, so that one number is looked up once. */
const useEarlier = (found: (known: Parameters<typeof byEarlier>[1]) => void) => {
  const { api } = useDesk();
  const lookedUp = useRef('');
  const find = async (typed: string): Promise<void> => {
    const read = parsePersonalNumber(typed);
    if (!read.ok || read.value.number === lookedUp.current) return;
    const { number } = read.value;
    lookedUp.current = number;
    const body = { personalNumber: number };
    const answer = await heard(api.call('POST /v1/senders/find', { body }));
    // Meanwhile another card may lie there.
    if (answer.ok && lookedUp.current === number) found(answer.body);
  };
  const forget = (): void => {
    lookedUp.current = '';
  };
  return { find, forget };
};

/** Who hands in: off the card that is scanned, and from what they handed in here before. */
export const useSender = ({ draft, change }: Told) => {
  const [news, setNews] = useState<SenderNews>({});
  const latest = useRef(draft);
  latest.current = draft;
  const fill = (filled: Partial<Draft>): void => {
    latest.current = { ...latest.current, ...filled };
    change(filled);
  };
  const { find, forget } = useEarlier((known) => {
    fill(byEarlier(latest.current, known));
    setNews((before) => ({ ...before, isKnown: true }));
  });
  const scanned = (burst: Burst): void => {
    const came = scannedBy(burst);
    if (came.kind === 'command') {
      sendKey(came.key);
      return;
    }
    if (came.kind !== 'paper' && isForAnother(came, latest.current)) {
      setNews({ isAnother: true });
      return;
    }
    setNews({ card: came.kind, ...(came.kind === 'card' && { warnings: came.card.warnings }) });
    if (came.kind === 'paper') return;
    fill(byCard(came, latest.current));
    void find(numberOf(came) ?? '');
  };
  return {
    news,
    scanned,
    find: () => void find(latest.current.number),
    forget: () => {
      forget();
      setNews({});
    },
  };
};
