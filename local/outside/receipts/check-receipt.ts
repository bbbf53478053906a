import * as z from 'zod';
import { dongInWords } from '#domain/money/in-words.ts';

const text = z.string().trim().min(1).max(300);
const taxCode = z.string().regex(/^\d{10}(-\d{3})?$/);
const amount = z.int().min(0);

/** What must stand on a biên lai điện tử issued under a mandate (NĐ 254/2026/NĐ-CP art. 23(2), 25). */
const Ask = z.strictObject({
  key: z.string().min(1).max(80),
  amounts: z.strictObject({ charge: amount, fee: amount }),
  inWords: text,
  agency: z.strictObject({ name: text, taxCode }),
  payer: z.strictObject({ name: text, address: text }),
  dossier: text,
  voucher: text,
  replaces: z.string().optional(),
  mandatary: z.strictObject({ name: text, address: text, taxCode, mandate: text }),
});
export type Asked = z.output<typeof Ask>;

/** The document, or the code of what is wrong with it. */
export const checkReceipt = (body: unknown): Asked | { readonly code: string } => {
  const asked = Ask.safeParse(body);
  if (!asked.success) return { code: asked.error.issues[0]?.path.join('.') || 'document' };
  const { charge, fee } = asked.data.amounts;
  if (charge + fee === 0) return { code: 'amounts' };
  return asked.data.inWords === dongInWords(charge + fee) ? asked.data : { code: 'inWords' };
};
