import { useState } from 'react';
import type { Told } from '../api/ask.ts';
import { useDesk } from '../api/staff.tsx';
import { shows } from './batch.ts';
import { unfitBecause } from './scan-file.ts';
import { type ScanState, type ScanTold, sendScan } from './send-scan.ts';
import type { Batches } from './use-batches.ts';

export type DossierTold = Told<'GET /v1/dossiers/{dossierId}'>;

/** A file that was given here, for one component. */
export interface Sheet {
  readonly id: string;
  readonly component: string;
  readonly file: File;
  readonly state: ScanState;
  /** Hears of each end that its sending comes to. */
  readonly ended?: ((state: ScanState) => void) | undefined;
}

/** Scans of a dossier: those that it had, and those that are sent from here, one by one or as a batch. */
export const useScans = (dossier: DossierTold, batches: Pick<Batches, 'told' | 'isBusy'>) => {
  const { api, me } = useDesk();
  const [sheets, setSheets] = useState<readonly Sheet[]>([]);
  const put = (id: string, state: ScanState): void =>
    setSheets((all) => all.map((sheet) => (sheet.id === id ? { ...sheet, state } : sheet)));
  const send = async ({ id, component, file, ended }: Omit<Sheet, 'state'>): Promise<void> => {
    const { dossierId } = dossier;
    const sending = { api, dossierId, about: { component }, file, key: id };
    const state = await sendScan(sending, (step) => put(id, step));
    put(id, state);
    ended?.(state);
  };
  const give = (component: string, file: File, ended?: Sheet['ended']): void => {
    const id = crypto.randomUUID();
    const why = unfitBecause(file, me.limits.scanBytes);
    const state: ScanState = why ? { step: 'unfit', why } : { step: 'sending' };
    const sheet = { id, component, file, ended };
    setSheets((all) => [...all, { ...sheet, state }]);
    if (why) ended?.(state);
    else void send(sheet);
  };
  const add = (component: string, files: readonly File[]): void => {
    for (const file of files) give(component, file);
  };
  return {
    sheets,
    add,
    give,
    again: (sheet: Sheet) => void send(sheet),
    /** A verified file of the component, since that moment. */
    hasScan: (component: string): boolean =>
      [...dossier.scans, ...scansOf(sheets), ...batches.told].some((scan) =>
        shows(scan, component),
      ),
    /** Behind a cover sheet of a batch. */
    isInBatch: (component: string): boolean =>
      [...dossier.scans, ...batches.told].some(
        (scan) => scan.purpose === 'batch' && shows(scan, component),
      ),
    isBusy:
      batches.isBusy ||
      sheets.some(({ state: { step } }) => step === 'sending' || step === 'checking'),
  };
};

const scansOf = (sheets: readonly Sheet[]): readonly ScanTold[] =>
  sheets.flatMap(({ state }) => (state.step === 'done' ? [state.scan] : []));

export type Scans = ReturnType<typeof useScans>;
