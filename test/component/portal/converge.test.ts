import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Staff } from '#domain/actor/actor.ts';
import { instant, minutes } from '#domain/time/instant.ts';
import { sourceOf } from '#functions/portal/application/national-source.ts';
import { makePushAgain } from '#functions/portal/application/push-again.ts';
import { makePushDossier } from '#functions/portal/application/push-dossier.ts';
import { makePushPending } from '#functions/portal/application/push-pending.ts';
import { nationalDossier } from '#functions/portal/domain/national-dossier.ts';
import { progressOf } from '#functions/portal/domain/progress.ts';
import type { PortalOutcome } from '#functions/portal/ports/national-portal.ts';
import { nationalSyncKind } from '#functions/portal/records.ts';
import { anAcceptance, monday9, officer } from '#test/support/dossiers.ts';
import { givenWrite } from '#test/support/given-write.ts';
import { aPortal, theCatalogue } from '#test/support/national.ts';
import { aWorldAt } from '#test/support/worlds.ts';

const supervisor: Staff = { kind: 'staff', id: 'binh', role: 'supervisor' };

type Ends = PortalOutcome['outcome'] | 'applied-unknown' | 'killed' | 'applied-killed';

/** What happens to the dossier or is done about it; `old` picks a message that came before. */
const step = fc.oneof(
  fc.record({ do: fc.constant('change' as const) }),
  fc.record({ do: fc.constant('message' as const), old: fc.nat(9) }),
  fc.record({ do: fc.constant('sweep' as const) }),
  fc.record({ do: fc.constant('again' as const) }),
);

/** Phases: steps that overlap in any way, the ends of the portal's next calls, then time goes by. */
const phase = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 6 }),
  ends: fc.array(
    fc.constantFrom<Ends>(
      'accepted',
      'unknown',
      'refused',
      'applied-unknown',
      'killed',
      'applied-killed',
    ),
    { maxLength: 6 },
  ),
  minutes: fc.nat(4),
});

/** Every change moves the appointment on, so that an older document is told by its date. */
const aWorld = async (s: fc.Scheduler) => {
  const world = await aWorldAt('acknowledged');
  const national = aPortal();
  const { ledger, clock, dossierId } = world;
  const ends: Ends[] = [];
  const shown: number[] = [];
  const called = async <T>(name: string, call: () => Promise<T>): Promise<T> => {
    const end = ends.shift() ?? 'accepted';
    if (end === 'killed') throw new Error('killed');
    // On its way a document gets old.
    await s.schedule(Promise.resolve(), `${name} is sent`);
    // One call, however it ends: `applied-killed` is applied, and nobody is left to hear of it.
    national.behaviour.next = () => (end === 'applied-killed' ? 'accepted' : end);
    const answer = await s.schedule(call(), name);
    if (end === 'applied-killed') throw new Error('killed');
    return answer;
  };
  const portal: typeof national.portal = {
    put: (dossier, copy) =>
      called('put', async () => {
        const outcome = await national.portal.put(dossier, copy);
        shown.push(national.copies.get(dossier.code)?.dueAt ?? 0);
        return outcome;
      }),
    addProgress: (entries) => called('progress', () => national.portal.addProgress(entries)),
    find: (code) => called('find', () => national.portal.find(code)),
  };
  // Others get their turn between any two of its readings and writings.
  const slow: typeof ledger = {
    ...ledger,
    load: (id) => s.schedule(ledger.load(id), 'load'),
    commit: (commit) => s.schedule(ledger.commit(commit), 'commit'),
  };
  const deps = { ...world, ledger: slow, catalogue: theCatalogue, portal };
  const push = makePushDossier(deps);
  let changes = 0;
  const change = async () => {
    const stored = await ledger.load(dossierId);
    if (!stored) throw new Error('no dossier');
    changes += 1;
    const fact = {
      type: 'deadline-reannounced',
      dueAt: instant(monday9 + (20 + changes) * 86_400_000),
      previousDueAt: monday9,
      calendarVersions: [],
      amendment: '',
    } as const;
    await ledger.commit({
      dossiers: [givenWrite(stored, [fact], { actor: officer, now: clock.now() })],
    });
  };
  const sync = () => ledger.record(nationalSyncKind, dossierId);
  const again = makePushAgain(deps);
  return {
    ...world,
    copies: national.copies,
    progress: national.progress,
    ends,
    shown,
    sync,
    run: {
      change: async () => {
        await change();
        const stored = await ledger.load(dossierId);
        await push.onChange(dossierId, stored?.dossier.version ?? 0);
      },
      message: async (old: number) => {
        const stored = await ledger.load(dossierId);
        await push.onChange(dossierId, Math.max(4, (stored?.dossier.version ?? 0) - old));
      },
      sweep: makePushPending({ ...deps, push }),
      again: () => again({ actor: supervisor, idempotency: undefined, dossierIds: [dossierId] }),
    },
  };
};

type World = Awaited<ReturnType<typeof aWorld>>;
type Phase = typeof phase extends fc.Arbitrary<infer P> ? P : never;

const playPhase = async (
  s: fc.Scheduler,
  world: World,
  { steps, ends, minutes: passing }: Phase,
) => {
  const { run } = world;
  world.ends.splice(0, world.ends.length, ...ends);
  const play = async (each: Phase['steps'][number]) => {
    await s.schedule(Promise.resolve(), each.do);
    return each.do === 'message' ? run.message(each.old) : run[each.do]();
  };
  // What was killed has said nothing; the others know nothing of it.
  await s.waitFor(Promise.allSettled(steps.map(play)));
  world.advance(minutes(passing));
};

/** The portal answers again: the sweep comes by, and somebody looks at what was refused. */
const comeToRest = async (s: fc.Scheduler, { run, ends, advance, sync }: World) => {
  ends.length = 0;
  await s.waitFor(run.message(0));
  for (let round = 0; round < 6 && (await sync())?.state !== 'pushed'; round++) {
    advance(minutes(31));
    if ((await sync())?.state === 'rejected') await s.waitFor(run.again());
    await s.waitFor(run.sweep());
  }
};

const present = async ({ ledger, dossierId }: World) => {
  const whole = await ledger.loadWhole(dossierId);
  const source = whole && sourceOf({ catalogue: theCatalogue }, whole);
  if (!source?.ok) throw new Error('no source');
  return source.value;
};

const versionsOf = (entries: readonly { readonly version: number }[] = []) =>
  new Set(entries.map(({ version }) => version));

it('any interleaving of changes, repeats, refusals, silence and deaths ends with the present document there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(phase, { maxLength: 6 }), async (s, phases) => {
      const world = await aWorld(s);
      for (const each of phases) await playPhase(s, world, each);
      await comeToRest(s, world);
      const source = await present(world);
      const { copies, progress, shown, sync } = world;
      expect(await sync()).toMatchObject({ state: 'pushed' });
      expect(copies.get(anAcceptance.code)).toEqual(nationalDossier(source));
      const steps = progressOf(source.events, { agency: String, office: String });
      expect(versionsOf(progress.get(anAcceptance.code))).toEqual(versionsOf(steps));
      // An older document never lay on a newer one, not even for a moment.
      expect(shown).toEqual([...shown].sort((a, b) => a - b));
    }),
    { numRuns: 400 },
  );
});
