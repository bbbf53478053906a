import type { Channel } from '#domain/catalogue/channel.ts';
import type { Procedure, ProcedureFee } from '#domain/catalogue/procedure.ts';
import type { CopyKind } from '#domain/custody/paper.ts';
import { type CaseStatus, nationalStatus } from '#domain/dossier/case-status.ts';
import type { Applicant, Dossier, DossierOwner } from '#domain/dossier/dossier.ts';
import type { DossierEvent } from '#domain/dossier/dossier-event.ts';
import { nationalChannel } from '#domain/dossier/filing.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import type { Instant } from '#domain/time/instant.ts';
import { type NationalSupplement, supplementsOf } from './supplements.ts';

export type NationalStatus = (typeof nationalStatus)[CaseStatus];

/**
 * Hồ sơ as the national portal (Cổng Dịch vụ công quốc gia) keeps it: the copy that the province's
 * scores are computed from (QĐ 766/QĐ-TTg).
 */
export interface NationalDossier {
  /** Mã hồ sơ. */
  readonly code: string;
  readonly procedure: Pick<Procedure, 'code' | 'name' | 'field'>;
  /** Chủ hồ sơ: whose matter it is, and no other who filed it or whose phone it is. */
  readonly owner: Pick<DossierOwner, 'kind' | 'name' | 'number'>;
  readonly contact: Pick<Applicant, 'phone' | 'email'>;
  readonly status: NationalStatus;
  readonly acceptedAt: Instant;
  /** Ngày hẹn trả; absent where the law sets no time limit. */
  readonly dueAt?: Instant;
  /** Ngày kết thúc xử lý: on time is what ended before `dueAt`. */
  readonly finishedAt?: Instant;
  /** Ngày trả: in the citizen's hands. */
  readonly returnedAt?: Instant;
  /** Đơn vị xử lý, by its name. */
  readonly agency: string;
  /**
   * Kênh thực hiện, without who helped: a form that the clerk types is not a citizen's online filing and
   * must not raise that ratio (domain §10.13).
   */
  readonly channel: Channel;
  /** Hình thức trả: to the door, or fetched at a counter. */
  readonly returnsBy: 'post' | 'counter';
  readonly papers: readonly NationalPaper[];
  readonly fees: readonly NationalFee[];
  readonly supplements: readonly NationalSupplement[];
  readonly results: readonly NationalResult[];
}

/** Tài liệu nộp. The files stay here: a clerk's scan is a bản chụp, no certified electronic copy. */
export interface NationalPaper {
  readonly component: string;
  readonly name: string;
  readonly copyKind: CopyKind;
  readonly count: number;
}

/** Phí, lệ phí: what goes to the State. Postage is no fee of the procedure, and a tax none either. */
export interface NationalFee {
  readonly kind: ProcedureFee['kind'];
  readonly name: string;
  readonly amountVnd: number;
  /** Thời điểm thu: with the filing, or asked for later. */
  readonly asked: 'at-intake' | 'later';
}

/** Giấy tờ kết quả. */
export interface NationalResult {
  readonly name: string;
  readonly scan: ScanId;
}

/** Everything that the national document is a function of. */
export interface NationalSource {
  readonly dossier: Dossier;
  /** Its history up to this version of it. */
  readonly events: readonly DossierEvent[];
  readonly applicant: Applicant;
  readonly procedure: Procedure;
  readonly agencyName: (id: string) => string;
}

/**
 * The document of a dossier; undefined while it has no code, because the portal knows dossiers by nothing
 * else. What the post carries for the citizen has none before the Biên bản giao nhận is signed, and what
 * a department refuses to take in (status 3) never gets one: neither is published.
 */
export const nationalDossier = (source: NationalSource): NationalDossier | undefined => {
  const { dossier, events, applicant, procedure, agencyName } = source;
  const { acceptance, department } = dossier;
  if (!acceptance || !department) return undefined;
  const { phone, email } = applicant;
  const agency = agencyName(department.agency);
  return {
    code: acceptance.code,
    procedure: { code: procedure.code, name: procedure.name, field: procedure.field },
    owner: ownerOf(applicant),
    contact: {
      ...(phone !== undefined && { phone }),
      ...(email !== undefined && { email }),
    },
    status: nationalStatus[dossier.status],
    acceptedAt: acceptance.acceptedAt,
    ...(acceptance.dueAt !== undefined && { dueAt: acceptance.dueAt }),
    ...endsOf(dossier),
    agency,
    channel: nationalChannel(dossier),
    returnsBy: dossier.pickUp ? 'counter' : 'post',
    papers: papersOf(dossier, procedure),
    fees: [...feesOf(dossier, procedure), ...laterFeesOf(dossier)],
    supplements: supplementsOf(events, agency),
    results: dossier.decision
      ? [{ name: procedure.result.name, scan: dossier.decision.resultScan }]
      : [],
  };
};

const ownerOf = ({ owner, name, personalNumber }: Applicant): NationalDossier['owner'] => {
  if (!owner) return { kind: 'person', name, number: personalNumber };
  const { kind, name: called, number } = owner;
  return { kind, name: called, ...(number !== undefined && { number }) };
};

/**
 * A dossier that the citizen took back is settled when the department has agreed to it. A parcel that takes
 * the papers of an ended dossier home returns no result.
 */
const endsOf = ({
  status,
  decision,
  ending,
  delivery,
  pickUp,
}: Dossier): Pick<NationalDossier, 'finishedAt' | 'returnedAt'> => {
  const withdrawnAt = status === 'stopped' && ending?.why === 'withdrawn' ? ending.at : undefined;
  const finishedAt = decision?.decidedAt ?? withdrawnAt;
  const handedAt = pickUp?.handedAt ?? delivery?.deliveredAt;
  return {
    ...(finishedAt !== undefined && { finishedAt }),
    ...(status === 'returned' && handedAt !== undefined && { returnedAt: handedAt }),
  };
};

const papersOf = ({ components }: Dossier, procedure: Procedure): readonly NationalPaper[] =>
  components.map(({ id, copyKind, count }) => ({
    component: id,
    name: procedure.components.find((component) => component.id === id)?.name ?? id,
    copyKind,
    count,
  }));

/** Line by line where the published fees are what was asked for; otherwise the one sum that is known. */
const feesOf = (
  { fees: { stateFeesVnd } }: Dossier,
  { fees }: Procedure,
): readonly NationalFee[] => {
  const timing = { asked: 'at-intake' } as const;
  const asked = fees.filter(({ amountVnd }) => amountVnd > 0);
  const published = asked.reduce((sum, { amountVnd }) => sum + amountVnd, 0);
  if (published === stateFeesVnd)
    return asked.map(({ kind, note, amountVnd }) => ({ kind, name: note, amountVnd, ...timing }));
  return stateFeesVnd > 0
    ? [{ kind: 'charge', name: 'Phí, lệ phí', amountVnd: stateFeesVnd, ...timing }]
    : [];
};

/** What the department asked for afterwards and has not taken back. */
const laterFeesOf = ({ payments = [] }: Dossier): readonly NationalFee[] =>
  payments.flatMap(({ kind, reason, amountVnd, end }) =>
    kind === 'tax' || end?.how === 'cancelled'
      ? []
      : [{ kind, name: reason, amountVnd, asked: 'later' }],
  );
