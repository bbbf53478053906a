import { loadToAct } from '#application/authority.ts';
import { type Deciding, decideOn, decideOnce, writeOf } from '#application/deciding.ts';
import { makeEraseTexts } from '#application/erase-texts.ts';
import type { System } from '#domain/actor/actor.ts';
import type { Procedure, RetentionClass } from '#domain/catalogue/procedure.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import {
  endRetention,
  filesErased,
  type Keeping,
  type KeptWhy,
  keepingOf,
} from '#domain/dossier/steps/retention.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import { endedBefore, longestOf } from '#domain/retention/keeping.ts';
import { nobody } from '#domain/retention/without-persons.ts';
import { textClasses } from '#domain/sight/text-class.ts';
import { type Instant, minus, minutes, plus } from '#domain/time/instant.ts';
import { at, dayOf } from '#domain/time/vietnam-time.ts';
import type { DossierFiles } from '#functions/oversight/ports/dossier-files.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { RetentionLine } from '#ports/retention-line.ts';
import type { DossierIndex, Page, PageAsk } from '#ports/unit-of-work.ts';
import { personsOf } from './persons-of.ts';

interface Reading {
  readonly ledger: Deciding['ledger'];
  readonly clock: Deciding['clock'];
  readonly index: DossierIndex;
  readonly catalogue: Pick<Catalogue, 'procedure' | 'procedureVersion'>;
  /** Every version that ever was. */
  readonly procedures: readonly Pick<Procedure, 'code' | 'retentionClass'>[];
}

interface Deps extends Reading, Deciding {
  readonly files: DossierFiles;
}

/** A dossier that is over, and whether it goes. */
export interface Judged {
  readonly dossierId: DossierId;
  readonly retentionClass: RetentionClass;
  readonly keeping: Keeping;
}

export interface RetentionRun {
  /** Of which nothing is left but the chain and what figures were counted from it. */
  readonly erased: number;
  /** Whose files the store still keeps by its own lock; the next night comes again. */
  readonly locked: number;
  readonly kept: Readonly<Partial<Record<KeptWhy, number>>>;
  readonly failed: readonly unknown[];
}

const worker: System = { kind: 'system', id: 'oversight/end-retention' };
const patience = minutes(8);

/** The versions of each procedure, by its code. */
const codesOf = ({ procedures }: Reading): ReadonlyMap<string, readonly RetentionClass[]> => {
  const known = new Map<string, readonly RetentionClass[]>();
  for (const { code, retentionClass } of procedures)
    known.set(code, [...(known.get(code) ?? []), retentionClass]);
  return known;
};

/** Of the version that it was taken in by and of the one in force. Of a version that nobody knows any more: none, so for ever. */
const classesOf = (
  { catalogue }: Reading,
  { procedure: { code, version } }: Dossier,
  now: Instant,
): readonly RetentionClass[] => {
  const takenBy = catalogue.procedureVersion(code, version);
  const inForce = catalogue.procedure(code, dayOf(now));
  if (!takenBy) return [];
  return [takenBy.retentionClass, ...(inForce ? [inForce.retentionClass] : [])];
};

const pagesOf = async function* (
  list: (page: PageAsk) => Promise<Page<RetentionLine>>,
): AsyncGenerator<DossierId> {
  let after: string | undefined;
  do {
    const { items, next } = await list({ limit: 100, ...(after !== undefined && { after }) });
    for (const { dossierId } of items) yield dossierId;
    after = next;
  } while (after !== undefined);
};

/** The earliest that anything of these classes may be due: nothing that ended later is read at night. */
const mayBeDue = (classes: readonly RetentionClass[], now: Instant): Instant | undefined => {
  const days = classes.flatMap((each) => endedBefore(each, dayOf(now)) ?? []);
  const last = days.sort().at(-1);
  return last === undefined ? undefined : at(last, 0);
};

const judge = async (deps: Reading, id: DossierId): Promise<Judged | undefined> => {
  const stored = await deps.ledger.load(id);
  if (!stored) return undefined;
  const now = deps.clock.now();
  const classes = classesOf(deps, stored.dossier, now);
  const keeping = keepingOf(stored.dossier, classes, now);
  return { dossierId: id, retentionClass: longestOf(classes), keeping };
};

/** What would go and what stays, of everything that is over: reads all of it and writes nothing. */
export const makeForeseeRetention = (deps: Reading) =>
  async function* (): AsyncGenerator<Judged> {
    const later = plus(deps.clock.now(), minutes(1));
    for (const code of codesOf(deps).keys())
      for await (const id of pagesOf((page) => deps.index.finished(code, later, page))) {
        const judged = await judge(deps, id);
        if (judged) yield judged;
      }
  };

/**
 * Hết thời hạn lưu trữ, a dossier at a time. First the persons beside it go, with a fact that nothing can go
 * behind any more, a hold neither; then its texts, then its files, then the fact that they are gone, with which it
 * leaves the list. Whatever is cut off in between is taken up there the next night.
 */
export const makeEndRetention = (deps: Deps) => async (): Promise<RetentionRun> => {
  const started = deps.clock.now();
  const run: Counting = { erased: 0, locked: 0, kept: {}, failed: [] };
  for await (const id of perhapsDue(deps, started)) {
    if (minus(deps.clock.now(), patience) > started) return run;
    await one(deps, id, run).catch((error: unknown) => run.failed.push(error));
  }
  return run;
};

const perhapsDue = async function* (deps: Deps, now: Instant): AsyncGenerator<DossierId> {
  for (const [code, classes] of codesOf(deps)) {
    const before = mayBeDue(classes, now);
    if (before !== undefined) yield* pagesOf((page) => deps.index.finished(code, before, page));
  }
};

interface Counting {
  erased: number;
  locked: number;
  readonly kept: Partial<Record<KeptWhy, number>>;
  readonly failed: unknown[];
}

/** One that fails holds no other back. */
const one = async (deps: Deps, id: DossierId, run: Counting): Promise<void> => {
  const ended = await end(deps, id);
  if (!ended.ok) {
    if (ended.refusal.code !== 'retention-runs') throw new Error(ended.refusal.code);
    const { why } = ended.refusal;
    run.kept[why] = (run.kept[why] ?? 0) + 1;
    return;
  }
  if (await erase(deps, id)) run.erased += 1;
  else run.locked += 1;
};

const end = (deps: Deps, dossierId: DossierId): Promise<Outcome<undefined>> =>
  decideOnce<undefined>(deps, undefined, async (now) => {
    const found = await loadToAct(deps.ledger, 'end-retention', worker, dossierId);
    if (!found.ok) return found;
    const { dossier } = found.value;
    const facts = endRetention(dossier, classesOf(deps, dossier, now), now);
    if (!facts.ok) return facts;
    if (facts.value.length === 0) return done({ result: undefined, commit: {} });
    const write = {
      ...writeOf(found.value, facts.value, { actor: worker, now }),
      applicant: nobody,
    };
    const records = await personsOf(deps, dossierId);
    return done({ result: undefined, commit: { dossiers: [write], records } });
  });

/** Whether nothing is left. */
const erase = async (deps: Deps, dossierId: DossierId): Promise<boolean> => {
  const eraseTexts = makeEraseTexts(deps);
  for (const kept of textClasses) {
    const texts = await eraseTexts({ actor: worker, dossierId, kept });
    if (!texts.ok) throw new Error(texts.refusal.code);
  }
  if ((await deps.files.erase(dossierId)) === 'locked') return false;
  const said = await decideOn(
    deps,
    'end-retention',
    { actor: worker, dossierId },
    ({ dossier }) => filesErased(dossier, filesOf(dossier)),
    () => undefined,
  );
  if (!said.ok) throw new Error(said.refusal.code);
  return true;
};

/** How many lay in evidence, by the record and not by what a run that was cut off had left. */
const filesOf = ({ scans }: Dossier): number =>
  scans
    .filter(({ state }) => state === 'verified' || state === 'taken-out')
    .reduce((sum, { files }) => sum + (files?.length ?? 1), 0);
