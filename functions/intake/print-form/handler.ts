import type { makePrintReceipt } from '#application/intake/print-receipt.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { refuse } from '#domain/refusal.ts';
import type { Handlers } from '#edge/call.ts';
import type { contract } from './contract.ts';

export const makeHandlers = (
  receipt: ReturnType<typeof makePrintReceipt>,
): Handlers<typeof contract> => ({
  printForm: async ({ actor, params, query }) => {
    if (params.form !== 'receipt.pdf') return refuse({ code: 'form-unknown' });
    const dossierId = params.dossierId as DossierId;
    const printed = await receipt({ actor, dossierId, reprint: query.reprint });
    return printed.ok
      ? { status: 200, pdf: printed.value, fileName: `giay-tiep-nhan-${dossierId}.pdf` }
      : printed;
  },
});
