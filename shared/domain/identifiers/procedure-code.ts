import type { Parsed } from '#domain/parsed.ts';

/** Mã thủ tục hành chính in the national database, `d.dddddd`. */
type ProcedureCode = string & { readonly __procedureCode: true };

interface ProcedureReference {
  readonly code: ProcedureCode;
  /** The long variant whole, `1.000123.000.00.00.H30`, where one was given. */
  readonly variant?: string;
  /** Mã định danh of the province or ministry that published the variant, `H30`. */
  readonly publisher?: string;
}

const shape = /^(\d\.\d{6})(\.\d{3}\.\d{2}\.\d{2}\.([A-Z]\d{2}))?$/;

/** Reads `1.001612` and the local variant that portals print after it (domain §2). */
export const parseProcedureCode = (
  text: string,
): Parsed<ProcedureReference, 'not-a-procedure-code'> => {
  const [variant = '', code, local, publisher] = shape.exec(text.trim().toUpperCase()) ?? [];
  if (!code) return { ok: false, reason: 'not-a-procedure-code' };
  return {
    ok: true,
    value: { code: code as ProcedureCode, ...(local && publisher && { variant, publisher }) },
  };
};
