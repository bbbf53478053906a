import * as z from 'zod';
import { instant } from '#domain/time/instant.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import type { IssuedReceipt, ReceiptAct } from '#functions/money/domain/electronic-receipt.ts';
import type { Done, ReceiptIssuer, ReceiptToIssue } from '#functions/money/ports/receipt-issuer.ts';

/** Bên được ủy nhiệm, as the written mandate names it (NĐ 254/2026/NĐ-CP art. 25). */
export interface Mandatary {
  readonly name: string;
  readonly address: string;
  readonly taxCode: string;
  /** Number and day of the mandate, of which the tax office was told three days before. */
  readonly mandate: string;
}

export interface IssuerSettings {
  readonly baseUrl: string;
  readonly account: () => Promise<{ readonly username: string; readonly password: string }>;
  readonly mandatary: Mandatary;
}

const timeoutMs = 7_000;
const Amount = z.int().min(0);

/** What every issuer must say of a biên lai; how a real one calls it is not known here. */
const Issued = z.object({
  key: z.string().max(80),
  form: z.string().min(1).max(20),
  sign: z.string().min(1).max(20),
  number: z.int(),
  amounts: z.object({ charge: Amount, fee: Amount }),
  issuedAt: z.iso.datetime({ offset: true }),
  isCancelled: z.boolean(),
});

const Refused = z.object({ code: z.string().max(60) });

const receiptOf = ({
  isCancelled: _,
  issuedAt,
  ...issued
}: z.output<typeof Issued>): IssuedReceipt => ({
  ...issued,
  issuedAt: instant(Date.parse(issuedAt)),
});

/** Of a refusal: its code and nothing that a person wrote. */
const whyOf = async (response: Response): Promise<string> => {
  const said = Refused.safeParse(await response.json().catch(() => ({})));
  return said.success ? `issuer-${said.data.code.replaceAll(/[^\w.-]/g, '')}` : 'issuer-refused';
};

const isRefusal = ({ status }: Response): boolean =>
  status >= 400 && status < 500 && status !== 408;

const lineOf = ({ of, receipt, at }: ReceiptAct) => {
  const { key, form, sign, number, amounts } = receipt;
  return { of, key, form, sign, number, ...amounts, at: isoVietnam(at) };
};

/**
 * The issuer over HTTP. Whatever is not a plain yes or a plain no, a silence among them, is `unknown`: nothing is
 * asked twice because an answer could not be read.
 */
export const makeReceiptIssuer = (settings: IssuerSettings): ReceiptIssuer => {
  const ask = async (method: string, path: string, body?: object): Promise<Response> => {
    const { username, password } = await settings.account();
    const basic = Buffer.from(`${username}:${password}`).toString('base64');
    return fetch(`${settings.baseUrl}${path}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Basic ${basic}` },
      signal: AbortSignal.timeout(timeoutMs),
      ...(body && { body: JSON.stringify(body) }),
    });
  };
  const orUnknown = async <T>(asked: () => Promise<T>): Promise<T | { outcome: 'unknown' }> => {
    try {
      return await asked();
    } catch {
      return { outcome: 'unknown' };
    }
  };
  const doing = (method: string, path: string, body?: object): Promise<Done> =>
    orUnknown(async (): Promise<Done> => {
      const response = await ask(method, path, body);
      if (response.ok) return { outcome: 'done' };
      return isRefusal(response)
        ? { outcome: 'refused', why: await whyOf(response) }
        : { outcome: 'unknown' };
    });
  return {
    issue: (receipt: ReceiptToIssue) =>
      orUnknown(async () => {
        const { mandatary } = settings;
        const response = await ask('POST', '/receipts', { ...receipt, mandatary });
        if (isRefusal(response)) return { outcome: 'refused', why: await whyOf(response) };
        if (!response.ok) return { outcome: 'unknown' };
        return { outcome: 'issued', receipt: receiptOf(Issued.parse(await response.json())) };
      }),
    find: (key) =>
      orUnknown(async () => {
        const response = await ask('GET', `/receipts/${encodeURIComponent(key)}`);
        if (response.status === 404) return { outcome: 'absent' };
        if (!response.ok) return { outcome: 'unknown' };
        const found = Issued.parse(await response.json());
        return { outcome: 'found', receipt: receiptOf(found), isCancelled: found.isCancelled };
      }),
    cancel: (key) => doing('POST', `/receipts/${encodeURIComponent(key)}/cancel`, {}),
    tell: (day, acts) => doing('PUT', `/tax-data/${day}`, { lines: acts.map(lineOf) }),
  };
};
