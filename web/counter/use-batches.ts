import { useState } from 'react';
import { useDesk } from '../api/staff.tsx';
import { type Batch, batchOf } from './batch.ts';
import { type BatchState, type Fit, sendBatch } from './send-batch.ts';
import type { ScanTold } from './send-scan.ts';

/** A batch that was given here. */
export type SentBatch = {
  readonly id: string;
  /** Hears of each end that its sending comes to; undefined: it was no batch. */
  readonly ended?: ((state: BatchState | undefined) => void) | undefined;
} & (
  | { readonly batch: Extract<Batch<File>, { kind: 'unfit' }> }
  | { readonly batch: Fit; readonly state: BatchState }
);

const scanIn = (sent: SentBatch): readonly ScanTold[] =>
  'state' in sent && sent.state.step === 'done' ? [sent.state.scan] : [];

const isUnderWay = (sent: SentBatch): boolean =>
  'state' in sent && (sent.state.step === 'sending' || sent.state.step === 'checking');

/** Batches of a dossier that are sent from here. */
export const useBatches = ({ dossierId }: { readonly dossierId: string }) => {
  const { api } = useDesk();
  const [sent, setSent] = useState<readonly SentBatch[]>([]);
  const send = async (one: Pick<SentBatch, 'id' | 'ended'>, batch: Fit): Promise<void> => {
    const put = (state: BatchState): void =>
      setSent((all) => all.map((each) => (each.id === one.id ? { ...one, batch, state } : each)));
    const state = await sendBatch({ api, dossierId, batch, key: one.id }, put);
    put(state);
    one.ended?.(state);
  };
  const add = (files: readonly File[], ended?: SentBatch['ended']): void => {
    const one = { id: crypto.randomUUID(), ended };
    const batch = batchOf(files);
    if (batch.kind === 'unfit') {
      setSent((all) => [...all, { ...one, batch }]);
      ended?.(undefined);
      return;
    }
    const of = batch.kind === 'pages' ? batch.files.length : 1;
    setSent((all) => [...all, { ...one, batch, state: { step: 'sending', at: 0, of } }]);
    void send(one, batch);
  };
  return {
    sent,
    add,
    again: ({ id, ended, batch }: SentBatch): void => {
      if (batch.kind !== 'unfit') void send({ id, ended }, batch);
    },
    told: sent.flatMap(scanIn),
    isBusy: sent.some(isUnderWay),
  };
};

export type Batches = ReturnType<typeof useBatches>;
