import { bringResults } from '#local/play/bring-result.ts';
import type { Client } from '#local/play/client.ts';
import { resultPdf } from '#local/play/paper/result-pdf.ts';
import { scanPage } from '#local/play/paper/scan-page.ts';
import { scan } from '#local/play/scanner.ts';
import { Disagreement, eventually } from '#local/play/tour/narrator.ts';
import type { Procedure } from './choose-procedures.ts';

/** Who works at the demo: two counters, and the two departments that have demo officers. */
export interface Desk {
  /** What people come with: of few papers, so that the demo is quick. */
  readonly procedures: readonly Procedure[];
  readonly clerks: readonly Client[];
  /** Of the first clerk's office. */
  readonly courier: Client;
  readonly officers: Readonly<Record<string, Client>>;
}

/** How far a demo dossier comes; each next one a little further. */
export const furthest = [
  'registered',
  'accepted',
  'leased',
  'in-progress',
  'supplement-requested',
  'decided',
  'dispatched',
  'returned',
] as const;
export type Reached = (typeof furthest)[number];

/** Of sixteen that follow one another, as a province's working day has them: most wait for somebody. */
const goals = [
  'registered',
  'accepted',
  'in-progress',
  'accepted',
  'leased',
  'accepted',
  'supplement-requested',
  'registered',
  'decided',
  'accepted',
  'in-progress',
  'dispatched',
  'accepted',
  'leased',
  'returned',
  'accepted',
] as const satisfies readonly Reached[];

type Component = Procedure['components'][number];

const surnames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Võ', 'Huỳnh', 'Đặng', 'Bùi', 'Dương', 'Lâm'];
const middles = ['Văn', 'Thị', 'Hoàng', 'Ngọc', 'Minh', 'Thanh'];
const given = [
  'An',
  'Bình',
  'Chi',
  'Dũng',
  'Giang',
  'Hạnh',
  'Khoa',
  'Liên',
  'Phúc',
  'Quỳnh',
  'Tâm',
  'Ý',
];
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** An invented person; the same number gives the same person. */
const personOf = (n: number) => ({
  name: `${pick(surnames, n)} ${pick(middles, n * 7)} ${pick(given, n * 5)}`,
  personalNumber: `0931${String(80_000_000 + n * 977).slice(-8)}`,
  phone: `09${String(10_000_000 + n * 7_919).slice(-8)}`,
  address: `Số ${n + 1}, ấp ${(n % 9) + 1}, phường Vị Thanh, TP Cần Thơ`,
});

const isSent = (goal: Reached): boolean => goal === 'dispatched' || goal === 'returned';

/** A demo dossier and how far it came; what is decided may be sent back, with others in one pouch. */
export interface Made {
  readonly n: number;
  readonly dossierId: string;
  readonly reached: Reached;
  readonly goal: Reached;
  readonly officer?: Client;
}

/** Registers the n-th demo dossier and carries it as far as its number says and its department can. */
export const makeDossier = async (desk: Desk, n: number): Promise<Made> => {
  const goal = pick(goals, n);
  // A result comes to the counter with a courier, whom only the first office has.
  const clerk = isSent(goal) ? pick(desk.clerks, 0) : pick(desk.clerks, n);
  const procedure = procedureFor(desk, goal, n);
  const { code, components } = procedure;
  const brought = components.filter(({ required }) => required);
  const { dossierId } = await clerk.call('POST /v1/dossiers', {
    body: {
      procedure: code,
      applicant: personOf(n),
      components: brought.map(({ id, copyKind, count }) => ({ id, copyKind, count })),
      fees: { postageVnd: 28_000, pages: 1 },
      ...circumstancesFor(procedure),
    },
  });
  const made = (reached: Reached, officer?: Client): Made => ({
    n,
    dossierId,
    reached,
    goal,
    ...(officer && { officer }),
  });
  if (goal === 'registered') return made(goal);
  await Promise.all(
    brought.map(async (component) => scan(clerk, dossierId, await pageOf(component, n))),
  );
  const { agency } = await clerk.call('POST /v1/dossiers/{dossierId}/accept', {
    params: { dossierId },
    body: {},
  });
  const officer = desk.officers[agency.id];
  if (goal === 'accepted' || !officer) return made('accepted');
  const at = { n, goal, dossierId, agency: agency.id, officer, brought };
  return made(await atDepartment(at), officer);
};

/** What a clerk would have asked of the citizen. */
const circumstancesFor = ({ owner, cases, chooseCase, onlineButForIncident }: Procedure) => ({
  intakeMode: 'onestop' as const,
  ...(owner === 'commune' && { commune: 'ct-p-vi-thanh' }),
  ...(chooseCase && cases?.[0] && { case: cases[0].id }),
  ...(onlineButForIncident && { incident: 'Cổng Dịch vụ công quốc gia gián đoạn' }),
});

/** Sheets differ by their titles and a little by their grain; a few of each are drawn. */
const drawn = new Map<string, Promise<Buffer>>();
const sheetOf = (title: string, seed: number): Promise<Buffer> => {
  const key = `${seed} ${title}`;
  const sheet =
    drawn.get(key) ??
    scanPage({
      seed,
      title,
      lines: ['Người nộp: (người dùng thử)'],
      skewDegrees: 0.4,
      noise: 0.03,
      dpi: 110,
      format: 'jpeg',
    });
  drawn.set(key, sheet);
  return sheet;
};

/** The same picture is another file by what its scanner wrote into it. */
const remarked = (jpeg: Buffer, remark: string): Buffer => {
  const text = Buffer.from(remark);
  const length = Buffer.from([0xff, 0xfe, 0, text.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), length, text, jpeg.subarray(2)]);
};

const pageOf = async ({ id, name }: Component, n: number) => ({
  component: id,
  mediaType: 'image/jpeg' as const,
  bytes: remarked(await sheetOf(name, n % 3), `demo ${n} ${id}`),
});

/** Dossiers that shall go far go to a department that has a demo officer. */
const procedureFor = ({ procedures, officers }: Desk, goal: Reached, n: number): Procedure => {
  const goesFar = goal !== 'accepted' && goal !== 'registered';
  const fitting = procedures.filter(({ owner }) => !goesFar || officers[owner] !== undefined);
  return pick(fitting, Math.floor(n / 2));
};

interface AtDepartment {
  readonly n: number;
  readonly goal: Reached;
  readonly dossierId: string;
  readonly agency: string;
  readonly officer: Client;
  readonly brought: readonly Component[];
}

const atDepartment = async (at: AtDepartment): Promise<Reached> => {
  const { goal, dossierId, officer } = at;
  const leaseNo = await eventually('a lease', () => lease(at));
  if (goal === 'leased') return goal;
  const { acceptance } = await officer.call('GET /v1/dossiers/{dossierId}', {
    params: { dossierId },
  });
  if (!acceptance) throw new Disagreement(`${dossierId} is not accepted`);
  const { manifestHash } = acceptance;
  await officer.call('POST /v1/dossiers/{dossierId}/acknowledge', {
    params: { dossierId },
    body: { leaseNo, manifestHash },
  });
  if (goal === 'in-progress') return goal;
  if (goal === 'supplement-requested') return askForPapers(at, leaseNo);
  await decide(at, leaseNo);
  return 'decided';
};

const lease = async ({ officer, agency, dossierId }: AtDepartment): Promise<number | undefined> => {
  try {
    const { leased } = await officer.call('POST /v1/departments/{agencyId}/inbox/pull', {
      params: { agencyId: agency },
      body: { max: 1, leaseSeconds: 600, dossierIds: [dossierId] },
    });
    return leased[0]?.leaseNo;
  } catch (error) {
    // Not in the inbox yet.
    if (error instanceof Disagreement) return undefined;
    throw error;
  }
};

const askForPapers = async (
  { officer, dossierId, brought }: AtDepartment,
  leaseNo: number,
): Promise<Reached> => {
  const answerBy = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const items = brought.slice(0, 1).map(({ id, copyKind, count }) => ({
    id,
    copyKind,
    count,
    reason: 'Bản chụp mờ, đề nghị nộp lại',
  }));
  await officer.call('POST /v1/dossiers/{dossierId}/supplements', {
    params: { dossierId },
    body: {
      leaseNo,
      items,
      reason: 'Cần bản rõ hơn',
      answerBy,
    },
  });
  return 'supplement-requested';
};

const decide = async ({ n, officer, dossierId }: AtDepartment, leaseNo: number): Promise<void> => {
  const refuses = n % 5 === 0;
  const bytes = await resultPdf({
    dossierCode: dossierId,
    agency: 'CƠ QUAN GIẢI QUYẾT (THỬ)',
    decision: refuses ? 'Không đủ điều kiện giải quyết.' : 'Đồng ý giải quyết.',
    signer: 'Người ký thử',
    signedAt: '23/11/2026',
  });
  const { scanId } = await scan(officer, dossierId, { mediaType: 'application/pdf', bytes });
  await officer.call('POST /v1/dossiers/{dossierId}/decisions', {
    params: { dossierId },
    body: {
      leaseNo,
      outcome: refuses ? 'refused' : 'approved',
      resultScanId: scanId,
      ...(refuses && { reason: 'Thửa đất đang có tranh chấp' }),
    },
  });
};

/** Sends back what shall be: of each agency in one pouch. */
export const sendBack = async (desk: Desk, made: readonly Made[]): Promise<readonly Made[]> => {
  const [clerk] = desk.clerks;
  const leaving = made.filter(({ reached, goal }) => reached === 'decided' && isSent(goal));
  const sent: Made[] = [];
  for (const [officer, together] of Map.groupBy(leaving, (each) => each.officer)) {
    if (!officer || !clerk) continue;
    const ids = together.map(({ dossierId }) => dossierId);
    await bringResults({ officer, courier: desk.courier, clerk }, ids);
    for (const each of together) sent.push({ ...each, reached: await deliver(desk.courier, each) });
  }
  return [...made.filter((each) => !leaving.includes(each)), ...sent];
};

const deliver = async (post: Client, { n, goal, dossierId }: Made): Promise<Reached> => {
  const { shipmentId } = await post.call('POST /v1/shipments', {
    body: { dossierId, carrier: 'vnpost' },
  });
  if (goal === 'dispatched') return goal;
  const params = { shipmentId };
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  const proof = { receiverName: personOf(n).name, identityChecked: true };
  for (const told of [
    { code: 'EMA', occurredAt: ago(3) },
    { code: 'EDG', occurredAt: ago(2) },
    { code: 'EMI', occurredAt: ago(1), proof },
  ])
    await post.call('POST /v1/shipments/{shipmentId}/events', { params, body: told });
  return 'returned';
};
