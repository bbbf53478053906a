import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { dossierFault, errorCodes, type Fault, progressFault } from './check-document.ts';
import type { Fields, PortalStore } from './portal-store.ts';

export interface PortalAccount {
  readonly username: string;
  readonly password: string;
}

export interface ServicesOptions {
  readonly store: PortalStore;
  readonly clock: () => number;
  /** Undefined: any user and password that are not empty. */
  readonly account: (() => PortalAccount) | undefined;
  /** Procedures that the portal knows; undefined: it does not look. */
  readonly procedures: readonly string[] | undefined;
}

/** How a call ends that the portal takes part in. */
export interface Turn {
  /** Says yes and keeps the copy that it had. */
  readonly keepsOlder: boolean;
}

const sessionLifeMs = 30 * 60_000;

const text = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
};

const listOf = (fields: Fields): readonly Fields[] => {
  const { data } = fields;
  return Array.isArray(data) ? (data as readonly Fields[]) : [];
};

const ok = (more: Fields = {}): Fields => ({ error_code: errorCodes.ok, message: '', ...more });

const refused = ({ code, message }: Fault): Fields => ({ error_code: errorCodes[code], message });

/** One document of a call; all are looked at before any is taken. */
const documentFault = (
  { store, procedures }: ServicesOptions,
  document: Fields,
  isUpdating: boolean,
): Fault | undefined => {
  const fault = dossierFault(document, procedures);
  if (fault) return fault;
  const known = store.find(text(document, 'MaHoSo'))?.versions.at(-1);
  if (isUpdating && !known) return { code: 'not-there', message: 'Không có hồ sơ này' };
  // The same document once more says nothing new.
  if (!isUpdating && known && !isDeepStrictEqual(known.document, document))
    return { code: 'exists-already', message: 'Mã hồ sơ đã tồn tại' };
  return undefined;
};

const syncDossiers = (o: ServicesOptions, fields: Fields, { keepsOlder }: Turn): Fields => {
  const documents = listOf(fields);
  const flag = text(fields, 'isUpdating');
  if (documents.length === 0 || !['True', 'False'].includes(flag))
    return refused({ code: 'missing', message: 'data, isUpdating' });
  const fault = documents
    .map((document) => documentFault(o, document, flag === 'True'))
    .find((found) => found !== undefined);
  if (fault) return refused(fault);
  for (const document of documents) {
    const code = text(document, 'MaHoSo');
    const last = o.store.find(code)?.versions.at(-1)?.document;
    const isNews = !isDeepStrictEqual(last, document) && !(keepsOlder && last);
    if (isNews) o.store.put(code, document, new Date(o.clock()).toISOString());
  }
  return ok();
};

/** A line that is there already is not written twice; whether the real portal does that is a guess. */
const addProgress = ({ store }: ServicesOptions, fields: Fields): Fields => {
  const entries = listOf(fields);
  if (entries.length === 0) return refused({ code: 'missing', message: 'data' });
  const faults = entries.map(
    (entry): Fault | undefined =>
      progressFault(entry) ??
      (store.find(text(entry, 'MaHoSo'))
        ? undefined
        : { code: 'not-there', message: 'Không có hồ sơ này' }),
  );
  const fault = faults.find((found) => found !== undefined);
  if (fault) return refused(fault);
  for (const entry of entries) {
    const code = text(entry, 'MaHoSo');
    const known = store.find(code)?.progress ?? [];
    if (!known.some((line) => isDeepStrictEqual(line, entry))) store.addProgress(code, entry);
  }
  return ok();
};

const lookUp = ({ store }: ServicesOptions, fields: Fields): Fields => {
  const copy = store.find(text(fields, 'mahoso'))?.versions.at(-1);
  return ok({ result: copy ? [copy.document] : [] });
};

type Service = (o: ServicesOptions, fields: Fields, turn: Turn) => Fields;

const services: Readonly<Record<string, Service>> = {
  DongBoHoSoMC: syncDossiers,
  CapNhatTienDoHoSoMC: addProgress,
  TraCuuHoSo: lookUp,
};

const isKnown = (fields: Fields, account: ServicesOptions['account']): boolean => {
  const [username, password] = [text(fields, 'username'), text(fields, 'password')];
  if (!account) return username !== '' && password !== '';
  const { username: wanted, password: secret } = account();
  return username === wanted && password === secret;
};

/** The portal's two doors: a session for an account, and one address for all services. */
export const makeServices = (o: ServicesOptions) => {
  const until = new Map<string, number>();
  return {
    login: (fields: Fields): Fields => {
      if (!isKnown(fields, o.account))
        return refused({ code: 'wrong-account', message: 'Sai tài khoản hoặc mật khẩu' });
      const session = randomUUID();
      until.set(session, o.clock() + sessionLifeMs);
      return ok({ session });
    },
    call: (fields: Fields, turn: Turn): Fields => {
      if ((until.get(text(fields, 'session')) ?? 0) <= o.clock())
        return refused({ code: 'session-ended', message: 'Phiên làm việc đã hết hạn' });
      if (text(fields, 'madonvi') === '')
        return refused({ code: 'missing', message: 'madonvi: missing' });
      const service = services[text(fields, 'service')];
      return service
        ? service(o, fields, turn)
        : refused({ code: 'unknown-service', message: 'Không có dịch vụ này' });
    },
    /** Ends every session, as a restart of the portal would. */
    endSessions: (): void => until.clear(),
  };
};
