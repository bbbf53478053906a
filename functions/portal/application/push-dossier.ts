import { type Deciding, decideOnce } from '#application/deciding.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { type Instant, minutes, plus } from '#domain/time/instant.ts';
import { type NationalSource, nationalDossier } from '#functions/portal/domain/national-dossier.ts';
import { progressOf } from '#functions/portal/domain/progress.ts';
import {
  beginPush,
  concludePush,
  type NationalSync,
  type PushResult,
  type SyncSubject,
  wantPush,
} from '#functions/portal/domain/sync.ts';
import type { NationalPortal, PortalOutcome } from '#functions/portal/ports/national-portal.ts';
import { nationalSyncKind } from '#functions/portal/records.ts';
import { recordWrite } from '#ports/records.ts';
import type { WholeDossier } from '#ports/unit-of-work.ts';
import { type SourceDeps, sourceOf } from './national-source.ts';

export interface PushDeps extends Deciding, SourceDeps {
  readonly ledger: Deciding['ledger'];
  /** Undefined until the province has an account: dossiers wait for it as they wait for a portal that is down. */
  readonly portal: NationalPortal | undefined;
}

/** `waiting`: to be pushed later. `unpublished`: the dossier has no code, so there is nothing to push. */
export type Pushed = 'pushed' | 'rejected' | 'unknown' | 'waiting' | 'unpublished' | 'up-to-date';

/** What a dossier is known by at the portal; undefined before its acceptance. */
export const subjectOf = ({ id, acceptance, department }: Dossier): SyncSubject | undefined =>
  acceptance && department ? { id, code: acceptance.code, agency: department.agency } : undefined;

/**
 * Brings the national copy to what the dossier is now. A message only says that something has changed:
 * the present state is loaded and pushed, so that messages may come late, twice and in any order.
 */
export const makePushDossier = (deps: PushDeps) => {
  const silence = makeSilence();
  return {
    /** Takes note of a change durably, then pushes unless the portal has just been silent. */
    onChange: async (id: DossierId, version: number): Promise<Outcome<Pushed>> => {
      const mayPush = deps.portal !== undefined && !silence.lasts(deps.clock.now());
      const noted = await note(deps, { id, version, mayPush });
      if (!noted.ok) return noted;
      if (noted.value === 'unpublished') return done('unpublished');
      if (!deps.portal || !mayPush) return done('waiting');
      return noted.value ? push(deps, deps.portal, silence, noted.value) : done('up-to-date');
    },
    /** Pushes what is pending and due. */
    pending: async (id: DossierId): Promise<Outcome<Pushed>> => {
      if (!deps.portal) return done('waiting');
      const begun = await begin(deps, id);
      if (!begun.ok) return begun;
      return begun.value ? push(deps, deps.portal, silence, begun.value) : done('up-to-date');
    },
  };
};

type Silence = ReturnType<typeof makeSilence>;

/** A portal that did not answer is left alone for a minute by this worker; the sweep goes on asking. */
const makeSilence = () => {
  let until: Instant | undefined;
  return {
    lasts: (now: Instant): boolean => until !== undefined && until > now,
    note: (isSilent: boolean, now: Instant): void => {
      until = isSilent ? plus(now, minutes(1)) : undefined;
    },
  };
};

/** A push that was taken, and the dossier where it was read already. */
interface Begun {
  readonly sync: NationalSync;
  readonly whole?: WholeDossier;
}

/** Notes the change and takes the push in one write; undefined where there is nothing to push yet. */
const note = async (
  deps: PushDeps,
  { id, version, mayPush }: { id: DossierId; version: number; mayPush: boolean },
): Promise<Outcome<Begun | 'unpublished' | undefined>> => {
  const whole = await deps.ledger.loadWhole(id);
  if (!whole) return refuse({ code: 'dossier-unknown' });
  const subject = subjectOf(whole.dossier);
  if (!subject) return done('unpublished');
  const begun = await decideOnce<NationalSync | undefined>(deps, undefined, async (now) => {
    const before = await deps.ledger.record(nationalSyncKind, id);
    const wanting = wantPush(before, subject, version, now);
    const pushing = mayPush ? beginPush(wanting, now) : undefined;
    const after = pushing && { ...pushing, version: (before?.version ?? 0) + 1 };
    return done({ result: after, commit: write(before, after ?? wanting) });
  });
  if (!begun.ok) return begun;
  // What was read before somebody asked for a newer state is too old to be pushed.
  const isNew = begun.value && whole.dossier.version >= begun.value.wanted;
  return done(begun.value && { sync: begun.value, ...(isNew && { whole }) });
};

const write = (before: NationalSync | undefined, after: NationalSync) => ({
  records: after === before ? [] : [recordWrite(nationalSyncKind, before, after)],
});

/** So often in a row, for what changed while it was pushed; then the next message or the sweep goes on. */
const mostInARow = 3;

const push = async (
  deps: PushDeps,
  portal: NationalPortal,
  silence: Silence,
  begun: Begun,
  left = mostInARow,
): Promise<Outcome<Pushed>> => {
  const settled = await pushOnce(deps, portal, silence, begun);
  if (!settled.ok || settled.value !== 'waiting' || left === 1) return settled;
  const next = await begin(deps, begun.sync.id);
  if (!next.ok) return next;
  return next.value ? push(deps, portal, silence, next.value, left - 1) : settled;
};

const pushOnce = async (
  deps: PushDeps,
  portal: NationalPortal,
  silence: Silence,
  begun: Begun,
): Promise<Outcome<Pushed>> => {
  const result = await attempt(deps, portal, begun);
  silence.note(result.outcome === 'unknown', deps.clock.now());
  return settle(deps, begun.sync, result);
};

const begin = async (deps: PushDeps, id: DossierId): Promise<Outcome<Begun | undefined>> => {
  const begun = await decideOnce<NationalSync | undefined>(deps, undefined, async (now) => {
    const before = await deps.ledger.record(nationalSyncKind, id);
    const after = before && beginPush(before, now);
    return done({ result: after, commit: after ? write(before, after) : {} });
  });
  return begun.ok ? done(begun.value && { sync: begun.value }) : begun;
};

/** What is pushed is at least as new as what was wanted when the push began. */
const attempt = async (
  deps: PushDeps,
  portal: NationalPortal,
  { sync, whole: known }: Begun,
): Promise<PushResult> => {
  const whole = known ?? (await deps.ledger.loadWhole(sync.id));
  if (!whole) throw new Error(`${sync.id} has a national copy and is not there`);
  const source = sourceOf(deps, whole);
  if (!source.ok) throw new Error(`${sync.id}: ${source.refusal.code}`);
  const { version } = whole.dossier;
  const outcome = await tell(deps, portal, sync, source.value);
  switch (outcome.outcome) {
    case 'accepted':
      return { outcome: 'accepted', version };
    case 'refused':
      return { outcome: 'refused', version, why: outcome.why };
    case 'unknown':
      return { outcome: 'unknown' };
  }
};

/** First the document, then the steps since the last push: the portal hangs them on the document. */
const tell = async (
  { catalogue }: PushDeps,
  portal: NationalPortal,
  { presence, pushed }: NationalSync,
  source: NationalSource,
): Promise<PortalOutcome> => {
  const document = nationalDossier(source);
  if (!document) throw new Error(`${source.dossier.id} has lost its code`);
  const copy = await copyKind(portal, presence, document.code);
  if (copy.outcome === 'unknown') return copy;
  const put = await portal.put(document, copy.kind);
  if (put.outcome !== 'accepted') return put;
  const names = {
    agency: source.agencyName,
    office: (id: string) => catalogue.office(id)?.name ?? id,
  };
  const news = progressOf(source.events, names).filter(
    ({ version }) => version > (pushed?.version ?? 0),
  );
  return news.length > 0 ? portal.addProgress(news) : put;
};

type CopyKind =
  | { readonly outcome: 'known'; readonly kind: 'new' | 'update' }
  | { readonly outcome: 'unknown'; readonly why: string };

const copyKind = async (
  portal: NationalPortal,
  presence: NationalSync['presence'],
  code: string,
): Promise<CopyKind> => {
  if (presence !== 'unsure')
    return { outcome: 'known', kind: presence === 'there' ? 'update' : 'new' };
  const found = await portal.find(code);
  if (found.outcome === 'unknown') return found;
  return { outcome: 'known', kind: found.outcome === 'found' ? 'update' : 'new' };
};

const settle = (
  deps: PushDeps,
  begun: NationalSync,
  result: PushResult,
): Promise<Outcome<Pushed>> => {
  // Nobody has written since the push began, as a rule: the write itself finds out.
  let known: NationalSync | undefined = begun;
  return decideOnce<Pushed>(deps, undefined, async (now) => {
    const before = known ?? (await deps.ledger.record(nationalSyncKind, begun.id));
    known = undefined;
    if (!before) throw new Error(`the sync of ${begun.id} is gone`);
    const after = concludePush(before, begun.pushes, result, now);
    return done({ result: pushedAs(after, result), commit: write(before, after) });
  });
};

const pushedAs = ({ state }: NationalSync, { outcome }: PushResult): Pushed => {
  if (outcome === 'unknown') return 'unknown';
  return state === 'pending' ? 'waiting' : state;
};
