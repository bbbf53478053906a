import * as z from 'zod';
import { type Instant, instant } from '#domain/time/instant.ts';
import type { NationalCopy } from '#functions/portal/domain/drift.ts';
import type {
  Lookup,
  NationalPortal,
  PortalOutcome,
} from '#functions/portal/ports/national-portal.ts';
import { channelNumbers, dossierDocument, e164, progressDocument } from './portal-documents.ts';
import {
  isSuccess,
  makePortalSession,
  type PortalAnswer,
  type PortalSettings,
} from './portal-session.ts';

/** Cổng Dịch vụ công quốc gia through its integration adapter: three services behind one address. */
export const makeNationalPortal = (settings: PortalSettings): NationalPortal => {
  const ask = makePortalSession(settings);
  const tell = async (service: string, fields: object): Promise<PortalOutcome> => {
    try {
      return outcomeOf(await ask(service, fields));
    } catch {
      return { outcome: 'unknown', why: 'no-answer' };
    }
  };
  return {
    put: (dossier, copy) =>
      tell('DongBoHoSoMC', {
        isUpdating: copy === 'update' ? 'True' : 'False',
        data: [dossierDocument(dossier)],
      }),
    addProgress: (entries) => tell('CapNhatTienDoHoSoMC', { data: entries.map(progressDocument) }),
    find: async (code) => {
      try {
        return lookupOf(code, await ask('TraCuuHoSo', { mahoso: code }));
      } catch {
        return { outcome: 'unknown', why: 'no-answer' };
      }
    },
  };
};

const outcomeOf = ({ error_code: code }: PortalAnswer): PortalOutcome =>
  isSuccess(code)
    ? { outcome: 'accepted' }
    : { outcome: 'refused', why: `portal-${code.replaceAll(/[^\w.-]/g, '').slice(0, 20)}` };

/** A time or, empty as the portal writes it, none. */
const Time = z
  .string()
  .regex(/^(?:\d{14})?$/)
  .nullish()
  .transform((text): Instant | undefined => (text ? instantOf(text) : undefined));

const Text = z.string().max(1_000).nullish();

/**
 * Of a look-up only `result` has been seen, as a list that is empty where there is nothing. That its
 * entries have the names of the document that was pushed is a guess.
 */
const Found = z.object({
  result: z
    .array(
      z.object({
        MaHoSo: z.string().max(60),
        MaTTHC: Text,
        TrangThaiHoSo: z.coerce.number().int().optional(),
        NgayTiepNhan: Time,
        NgayHenTra: Time,
        NgayKetThucXuLy: Time,
        NgayTra: Time,
        DonViXuLy: Text,
        KenhThucHien: z.coerce.string().optional(),
        ChuHoSo: Text,
        SoDienThoai: Text,
      }),
    )
    .nullish(),
});

type FoundLine = NonNullable<z.output<typeof Found>['result']>[number];

const lookupOf = (code: string, answer: PortalAnswer): Lookup => {
  if (!isSuccess(answer.error_code)) return { outcome: 'unknown', why: 'look-up-refused' };
  const line = (Found.parse(answer).result ?? []).find(({ MaHoSo }) => MaHoSo === code);
  return line ? { outcome: 'found', copy: copyOf(line) } : { outcome: 'absent' };
};

const copyOf = (line: FoundLine): NationalCopy => {
  const fields = {
    procedure: line.MaTTHC || undefined,
    status: line.TrangThaiHoSo,
    acceptedAt: line.NgayTiepNhan,
    dueAt: line.NgayHenTra,
    finishedAt: line.NgayKetThucXuLy,
    returnedAt: line.NgayTra,
    agency: line.DonViXuLy || undefined,
    channel: channelOf(line.KenhThucHien),
    ownerName: line.ChuHoSo || undefined,
    phone: line.SoDienThoai ? e164(line.SoDienThoai) : undefined,
  };
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { code: line.MaHoSo, ...Object.fromEntries(known) };
};

const channelOf = (number: string | undefined): NationalCopy['channel'] => {
  if (!number) return undefined;
  const channels = Object.entries(channelNumbers) as [keyof typeof channelNumbers, string][];
  return channels.find(([, own]) => own === number)?.[0] ?? 'other';
};

/** `20261123090000` */
const instantOf = (text: string): Instant => {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(text) ?? [];
  return instant(Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}+07:00`));
};
