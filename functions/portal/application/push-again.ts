import { type Deciding, decideOnce, type Idempotency } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { answersFor } from '#functions/portal/domain/oversight.ts';
import { type NationalSync, wantPushAnew } from '#functions/portal/domain/sync.ts';
import { nationalSyncKind } from '#functions/portal/records.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';
import { subjectOf } from './push-dossier.ts';

interface Request {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly dossierIds: readonly DossierId[];
}

type Anew = RecordWrite<NationalSync>;

/**
 * Đồng bộ lại: marks dossiers to be pushed as if the portal had nothing of them; the next minute does it.
 * All of them or none, and again it is the same.
 */
export const makePushAgain =
  (deps: Deciding) =>
  (request: Request): Promise<Outcome<readonly NationalSync[]>> =>
    decideOnce<readonly NationalSync[]>(deps, request.idempotency, async (now) => {
      const wanted: Anew[] = [];
      for (const id of new Set(request.dossierIds)) {
        const one = await anew(deps, request.actor, id, now);
        if (!one.ok) return one;
        wanted.push(one.value);
      }
      return done({
        result: wanted.map(({ after }) => after),
        commit: { records: wanted },
      });
    });

const anew = async (
  { ledger }: Deciding,
  actor: Staff,
  id: DossierId,
  now: Instant,
): Promise<Outcome<Anew>> => {
  const stored = await ledger.load(id);
  const subject = stored && subjectOf(stored.dossier);
  if (!subject || !answersFor(actor, subject.agency)) return refuse({ code: 'dossier-unknown' });
  const before = await ledger.record(nationalSyncKind, id);
  const after = wantPushAnew(before, subject, stored.dossier.version, now);
  return done(recordWrite(nationalSyncKind, before, after));
};
