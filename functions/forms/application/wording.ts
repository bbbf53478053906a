import { type Paper, resultPaper } from '#domain/custody/paper.ts';
import { isProvisional } from '#domain/dossier/appointment.ts';
import type { Applicant, Dossier } from '#domain/dossier/dossier.ts';
import { paperNumberOf } from '#domain/dossier/paper-number.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf, formatInstant } from '#domain/time/vietnam-time.ts';
import { type FormKind, formOn, type OfficialTitle } from '#functions/forms/domain/form-sets.ts';
import type { Reprint } from '#functions/forms/domain/print-count.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { FormBlock, OfficialForm } from '#ports/official-form.ts';
import type { CopyKind } from '#ports/printed-form.ts';

/** What every form of a dossier is made from. */
export interface FormSource {
  readonly dossier: Dossier;
  readonly applicant: Applicant;
  readonly catalogue: Catalogue;
  readonly reprint: Reprint;
}

export const copyWords: Readonly<Record<Paper['copyKind'], CopyKind>> = {
  original: 'bản chính',
  certified: 'chứng thực',
  photocopy: 'photo',
};

type Named = Pick<FormSource, 'dossier' | 'catalogue'>;

/** The name of a component as the dossier's procedure lists it, or of the result. */
export const componentNames = ({ dossier, catalogue }: Named) => {
  const { code, version } = dossier.procedure;
  const procedure = catalogue.procedureVersion(code, version);
  return (id: string): string =>
    id === resultPaper.id
      ? (procedure?.result.name ?? 'Kết quả')
      : (procedure?.components.find((component) => component.id === id)?.name ?? id);
};

/** Papers in the words of the forms. */
export const paperNames = (source: Named) => {
  const nameOf = componentNames(source);
  return ({ id, copyKind, count }: Paper) => ({
    name: nameOf(id),
    copyKind: copyWords[copyKind],
    count,
  });
};

/** Who has no telephone is written to; an empty line would look forgotten. */
export const phoneOnPaper = ({ phone }: Pick<Applicant, 'phone'>): string =>
  phone ?? 'không có (báo tin bằng thư)';

/** Hồ sơ của ai, về việc gì: the block that all forms to the citizen begin with. */
export const whoAndWhat = ({ dossier, applicant, catalogue }: FormSource): FormBlock => {
  const { code, version } = dossier.procedure;
  const name = catalogue.procedureVersion(code, version)?.name ?? code;
  return {
    fields: [
      ['Hồ sơ của', applicant.name],
      ...(applicant.owner ? [['Chủ hồ sơ', applicant.owner.name]] : []),
      ['Nội dung yêu cầu giải quyết', `${name} (${code})`],
      ['Địa chỉ', applicant.address],
      ['Số điện thoại', phoneOnPaper(applicant)],
      ['Thư điện tử', applicant.email ?? ''],
    ].map(([label = '', value = '']) => [label, value] as const),
  };
};

/** The place is the province's seat, whose agencies issue the forms. */
export const placeAndDate = (at: Instant): string => {
  const [year, month, date] = dayOf(at).split('-');
  return `Cần Thơ, ngày ${date} tháng ${month} năm ${year}`;
};

/** `Mẫu số 02 (Thông tư 03/2025/TT-VPCP)` */
export const sourceOf = ({ number, source }: OfficialTitle): string => `${number} (${source})`;

/** The heading of a form of the department that has the dossier, as the forms were on that day. */
export const headed = (
  { dossier, catalogue, reprint }: FormSource,
  official: OfficialTitle,
  at: Instant,
): Omit<OfficialForm, 'blocks' | 'signers'> => {
  const agency = catalogue.agency(dossier.department?.agency ?? dossier.slip?.agency ?? '');
  return {
    source: sourceOf(official),
    title: official.title,
    paper: official.paper,
    agency: agency?.name ?? '',
    placeAndDate: placeAndDate(at),
    barCode: paperNumberOf(dossier) ?? '',
    printedFor: at,
    reprint,
  };
};

/** The appointment as it is printed; of a provisional one it is said that it may move. */
export const appointmentText = (dossier: Dossier): string | undefined => {
  const dueAt = dossier.acceptance?.dueAt;
  if (dueAt === undefined) return undefined;
  const mark = isProvisional(dossier) ? ' (dự kiến: lịch nghỉ của năm chưa được quyết định)' : '';
  return `${formatInstant(dueAt)}${mark}`;
};

/** The official form of a kind on the day of the act, or none. */
export const officialOn = (kind: FormKind, at: Instant): OfficialTitle | undefined =>
  formOn(kind, dayOf(at));
