import { useState } from 'react';
import { useDesk } from '../api/staff.tsx';
import { type Batch, batchOf } from './batch.ts';
import { type BatchState, type Fit, sendBatch } from './send-batch.ts';
import type { ScanTold } from './send-scan.ts';
import type { DossierTold } from './use-scans.ts';

/** A batch that was given here. */
export type SentBatch = { readonly id: string } & (
  | { readonly batch: Extract<Batch<File>, { kind: 'unfit' }> }
  | { readonly batch: Fit; readonly state: BatchState }
);

const scanIn = (sent: SentBatch): readonly ScanTold[] =>
  'state' in sent && sent.state.step === 'done' ? [sent.state.scan] : [];

const isUnderWay = (sent: SentBatch): boolean =>
  'state' in sent && (sent.state.step === 'sending' || sent.state.step === 'checking');

/** Batches of a dossier that are sent from here. */
export const useBatches = ({ dossierId }: DossierTold) => {
  const { api } = useDesk();
  const [sent, setSent] = useState<readonly SentBatch[]>([]);
  const send = async (id: string, batch: Fit): Promise<void> => {
    const put = (state: BatchState): void =>
      setSent((all) => all.map((each) => (each.id === id ? { id, batch, state } : each)));
    put(await sendBatch({ api, dossierId, batch, key: id }, put));
  };
  const add = (files: readonly File[]): void => {
    const id = crypto.randomUUID();
    const batch = batchOf(files);
    if (batch.kind === 'unfit') {
      setSent((all) => [...all, { id, batch }]);
      return;
    }
    const of = batch.kind === 'pages' ? batch.files.length : 1;
    setSent((all) => [...all, { id, batch, state: { step: 'sending', at: 0, of } }]);
    void send(id, batch);
  };
  return {
    sent,
    add,
    again: ({ id, batch }: SentBatch): void => {
      if (batch.kind !== 'unfit') void send(id, batch);
    },
    told: sent.flatMap(scanIn),
    isBusy: sent.some(isUnderWay),
  };
};

export type Batches = ReturnType<typeof useBatches>;
