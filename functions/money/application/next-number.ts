import type { Instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import type { SequenceStep, UnitOfWork } from '#ports/unit-of-work.ts';

/** `BL`: biên lai; `NT`: bảng kê nộp tiền. */
type Prefix = 'BL' | 'NT';

const sequences = { BL: 'receipt', NT: 'remittance' } as const;

/** The next number of an office's receipts or remittances: gapless per Vietnam day. */
export const nextNumber = async (
  ledger: UnitOfWork,
  prefix: Prefix,
  office: string,
  now: Instant,
): Promise<{ readonly number: string; readonly step: SequenceStep }> => {
  const day = dayOf(now).replaceAll('-', '').slice(2);
  const name = `${sequences[prefix]}#${office}#${day}`;
  const from = await ledger.sequence(name);
  const number = `${prefix}-${office.replace('bd-', '')}-${day}-${String(from + 1).padStart(4, '0')}`;
  return { number, step: { name, from } };
};
