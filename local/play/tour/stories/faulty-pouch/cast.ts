import { randomInt } from 'node:crypto';
import { type Client, clientOf } from '#local/play/client.ts';
import type { Narrator } from '#local/play/tour/narrator.ts';
import { findProcedure, register, scanAll } from '#local/play/tour/stories/main-way/counter.ts';
import type { Way } from '#local/play/tour/stories/main-way/way.ts';

export interface Cast {
  readonly way: Way;
  readonly clerk: Client;
  readonly courier: Client;
  readonly officer: Client;
  readonly otherOfficer: Client;
}

export const castOf = async (way: Way): Promise<Cast> => {
  const [clerk, courier, officer, otherOfficer] = await Promise.all(
    (['lan.vithanh', 'tuan.vithanh', 'hoa.nnmt', 'thao.tp'] as const).map((name) =>
      clientOf(way.url, name),
    ),
  );
  if (!clerk || !courier || !officer || !otherOfficer) throw new Error('somebody is missing');
  return { way, clerk, courier, officer, otherOfficer };
};

/** A dossier that the post carries for its citizen. */
export interface Carried {
  readonly dossierId: string;
  readonly slip: string;
  readonly phone: string;
}

export const anotherPhone = (): string => `+8494${String(randomInt(10_000_000)).padStart(7, '0')}`;

/** Registers in mode agent, scans, and gives the citizen a slip with a provisional date. */
export const carry = async ({ way, clerk }: Cast): Promise<Carried> => {
  const mine: Way = { ...way, phone: anotherPhone() };
  const quiet: Way = { ...mine, narrator: silent(way.narrator) };
  const procedure = await findProcedure(way.url, quiet.narrator);
  const components = procedure.components.filter(({ required }) => required);
  const { dossierId } = await register(clerk, mine, procedure.code, components, {
    intakeMode: 'agent',
  });
  await scanAll(clerk, quiet, dossierId, components);
  await clerk.refused(409, 'POST /v1/dossiers/{dossierId}/accept', {
    params: { dossierId },
    body: {},
  });
  const slip = await clerk.call('POST /v1/dossiers/{dossierId}/slip', {
    params: { dossierId },
    body: {},
  });
  way.narrator.sees(
    `phiếu gửi ${slip.slip} → ${slip.agency.name}, giao trước ${slip.handoverBy}, dự kiến trả ${slip.provisionalDueAt}`,
  );
  return { dossierId, slip: slip.slip, phone: mine.phone };
};

/** Four counters' worth of the same lines would bury the story. */
const silent = (narrator: Narrator): Narrator => ({
  ...narrator,
  sees: () => undefined,
  agree: (fact, holds) => {
    if (!holds) narrator.agree(fact, holds);
  },
});
