import { paperNumberOf } from '#domain/dossier/paper-number.ts';
import type { Instant } from '#domain/time/instant.ts';
import { at, formatDay, formatInstant, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Reprint } from '#functions/forms/domain/print-count.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { OfficialForm } from '#ports/official-form.ts';
import type { StoredDossier } from '#ports/unit-of-work.ts';
import { officialOn } from './wording.ts';

export interface TrackingBook {
  readonly office: string;
  /** Of the form as it was then. */
  readonly day: VietnamDay;
  readonly dossiers: readonly StoredDossier[];
  /** Of several parts; number of its first line. */
  readonly part: { readonly number: number; readonly of: number; readonly firstLine: number };
  readonly catalogue: Catalogue;
  readonly reprint: Reprint;
}

/** Sổ theo dõi hồ sơ of a post office: a line a dossier, in the order of intake. */
export const trackingBookForm = (
  { office, day, dossiers, part, catalogue, reprint }: TrackingBook,
  now: Instant,
): OfficialForm | undefined => {
  const official = officialOn('tracking-book', at(day, 0));
  if (!official) return undefined;
  const time = (moment: Instant | undefined) => (moment === undefined ? '' : formatInstant(moment));
  return {
    source: `${official.number} (${official.source})`,
    title: official.title,
    subtitle: `Ngày ${formatDay(day)}${part.of > 1 ? `, phần ${part.number}/${part.of}` : ''}`,
    paper: official.paper,
    isLandscape: true,
    agency: 'Bưu điện',
    unit: catalogue.office(office)?.name ?? office,
    printedFor: now,
    reprint,
    blocks: [
      {
        columns: [
          { title: 'TT', share: 4 },
          { title: 'Mã hồ sơ', share: 16 },
          { title: 'Thủ tục', share: 24 },
          { title: 'Họ tên, địa chỉ, điện thoại', share: 28 },
          { title: 'Nhận', share: 11 },
          { title: 'Hẹn trả', share: 11 },
          { title: 'Trả kết quả', share: 11 },
          { title: 'Ghi chú', share: 12 },
        ],
        rows: dossiers.map(({ dossier, applicant }, n) => {
          const { code, version } = dossier.procedure;
          return [
            `${part.firstLine + n}`,
            paperNumberOf(dossier) ?? dossier.backEntry?.number ?? '',
            catalogue.procedureVersion(code, version)?.name ?? code,
            [applicant.name, applicant.address, ...(applicant.phone ? [applicant.phone] : [])].join(
              ', ',
            ),
            time(dossier.acceptance?.acceptedAt ?? dossier.registeredAt),
            time(dossier.acceptance?.dueAt),
            time(dossier.delivery?.deliveredAt ?? dossier.pickUp?.handedAt),
            dossier.ending?.reason ?? '',
          ];
        }),
      },
    ],
    signers: [
      { title: 'NGƯỜI GHI SỔ', name: '' },
      { title: 'TRƯỞNG BƯU CỤC', name: '' },
    ],
  };
};
