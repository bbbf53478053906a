import { describe, expect, it } from 'vitest';
import { makeMemoryTries } from '#adapters/memory/tries.ts';
import { makeSeals, sha256 } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import type { Applicant } from '#domain/dossier/dossier.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { makeAnswerCorrection } from '#functions/corrections/application/answer-correction.ts';
import {
  type CorrectApplicant,
  makeCorrectApplicant,
} from '#functions/corrections/application/correct-applicant.ts';
import { makeCorrectPapers } from '#functions/corrections/application/correct-papers.ts';
import { makeListCorrections } from '#functions/corrections/application/list-corrections.ts';
import { correctionKind } from '#functions/corrections/records.ts';
import { makeListOfPerson } from '#functions/intake/application/list-of-person.ts';
import {
  anApplicant,
  aProcedure,
  officer,
  paperScan,
  type Station,
} from '#test/support/dossiers.ts';
import { keysUnder } from '#test/support/keys.ts';
import { clerk, mustBe, refusal } from '#test/support/shipments.ts';
import { aWorldAt } from '#test/support/worlds.ts';

const owner = { kind: 'person', name: 'Phạm Thị Hoà', address: 'Ấp 3' } as const;

const aDesk = async (
  station: Station,
  more: readonly DossierFact[] = [],
  who: Applicant = anApplicant,
) => {
  const world = await aWorldAt(station, more, who);
  const seals = makeSeals(keysUnder('m'.repeat(64)));
  const deps = {
    ...world,
    ids: makeUlids(),
    seals,
    catalogue: { procedureVersion: () => aProcedure },
  };
  const correct = makeCorrectApplicant(deps);
  const ofPerson = makeListOfPerson({ ...deps, tries: makeMemoryTries() });
  const answer = makeAnswerCorrection(deps);
  const by = { actor: clerk, idempotency: undefined, dossierId: world.dossierId };
  return {
    ...world,
    by,
    papers: makeCorrectPapers(deps),
    correct: (change: CorrectApplicant['change'], more: Partial<CorrectApplicant> = {}) =>
      correct({ ...by, change, reason: 'Gõ sai', identityChecked: true, ...more }),
    answer: (
      correctionId: Parameters<typeof answer>[0]['correctionId'],
      said: 'acknowledged' | 'granted' | 'declined',
    ) => answer({ ...by, actor: officer, correctionId, answer: said, word: 'Đã xem' }),
    applicant: async () => (await mustBe(world.ledger.load(world.dossierId))).applicant,
    list: makeListCorrections(deps),
    foundBy: async (personalNumber: string) => {
      const page = { limit: 10 };
      const found = await ofPerson({ actor: clerk, personalNumber, page });
      return found.ok ? found.value.items.map(({ id }) => id) : found;
    },
  };
};

const taken = async <T>(outcome: Promise<{ ok: true; value: T } | { ok: false }>): Promise<T> => {
  const answer = await outcome;
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
};

describe('who applies, corrected at the counter', () => {
  it('keeps both values and the reason beside the dossier, and its history names nobody', async () => {
    const desk = await aDesk('registered');
    const { correctionId, state } = await taken(desk.correct({ name: 'Nguyễn Thị Ảnh', owner }));
    expect(state).toBe('in-force');
    expect(await desk.applicant()).toMatchObject({ name: 'Nguyễn Thị Ảnh', owner });
    const record = await mustBe(desk.ledger.record(correctionKind, correctionId));
    expect(record).toMatchObject({
      reason: 'Gõ sai',
      by: 'staff:lan',
      corrected: {
        before: { name: 'Nguyễn Thị Ánh', owner: null },
        after: { name: 'Nguyễn Thị Ảnh', owner },
      },
    });
    const history = JSON.stringify(await desk.ledger.history(desk.dossierId));
    expect(history).toContain(sha256(JSON.stringify(record)));
    expect(history).not.toMatch(/Ảnh|Hoà|Gõ sai/);
    const shown = await taken(desk.list(clerk, desk.dossierId, { limit: 10 }));
    expect(shown.items).toEqual([record]);
  });

  it('takes what is told as none off the record, and leaves what is not told', async () => {
    const desk = await aDesk('registered', [], { ...anApplicant, email: 'a@b.vn', owner });
    await taken(desk.correct({ email: null, owner: null, address: 'Ấp 4' }));
    expect(await desk.applicant()).toEqual({ ...anApplicant, address: 'Ấp 4' });
    const other = await aDesk('registered', [], { ...anApplicant, email: 'a@b.vn', owner });
    await taken(other.correct({ personalNumber: '093190001235' }));
    expect(await other.applicant()).toEqual({
      ...anApplicant,
      personalNumber: '093190001235',
      email: 'a@b.vn',
      owner,
    });
  });

  it('is found by the card from then on, and by the wrong number no more', async () => {
    const desk = await aDesk('registered');
    const right = '093190001235';
    expect(await desk.foundBy(right)).toEqual([]);
    await taken(desk.correct({ personalNumber: right }));
    expect(await desk.foundBy(right)).toEqual([desk.dossierId]);
    expect(await desk.foundBy(anApplicant.personalNumber)).toEqual([]);
  });

  it('is found by the card once its agency has granted it, and not before', async () => {
    const desk = await aDesk('decided');
    const right = '093190001235';
    const { correctionId } = await taken(desk.correct({ personalNumber: right }));
    expect(await desk.foundBy(right)).toEqual([]);
    await taken(desk.answer(correctionId, 'granted'));
    expect(await desk.foundBy(right)).toEqual([desk.dossierId]);
  });

  it('is refused where nothing differs or nobody saw the card', async () => {
    const desk = await aDesk('registered');
    expect(await desk.correct({ name: anApplicant.name })).toEqual(refusal('correction-empty'));
    const unseen = { identityChecked: false };
    expect(await desk.correct({ name: 'Lê A' }, unseen)).toEqual(refusal('identity-unseen'));
    const stranger = { actor: { ...clerk, office: 'bd-nga-bay' } };
    expect(await desk.correct({ name: 'Lê A' }, stranger)).toEqual(refusal('dossier-unknown'));
  });
});

describe('the agency', () => {
  it('has seen it once it says so', async () => {
    const desk = await aDesk('acknowledged');
    const { correctionId, state } = await taken(desk.correct({ name: 'Nguyễn Thị Ảnh' }));
    expect(state).toBe('to-acknowledge');
    expect(await taken(desk.answer(correctionId, 'acknowledged'))).toMatchObject({
      state: 'acknowledged',
    });
    expect((await desk.applicant()).name).toBe('Nguyễn Thị Ảnh');
  });

  it.each([
    ['granted', 'Nguyễn Thị Ảnh'],
    ['declined', anApplicant.name],
  ] as const)('has %s what its result is to bear: %s', async (said, name) => {
    const desk = await aDesk('decided');
    const { correctionId, state } = await taken(desk.correct({ name: 'Nguyễn Thị Ảnh' }));
    expect(state).toBe('asked');
    expect((await desk.applicant()).name).toBe(anApplicant.name);
    await taken(desk.answer(correctionId, said));
    expect((await desk.applicant()).name).toBe(name);
    const record = await mustBe(desk.ledger.record(correctionKind, correctionId));
    expect(record.answer).toMatchObject({ answer: said, word: 'Đã xem', by: 'staff:hoa' });
  });

  it('answers no correction of another dossier', async () => {
    const desk = await aDesk('decided');
    const nobodys = desk.dossierId as never;
    expect(await desk.answer(nobodys, 'granted')).toEqual(refusal('correction-unknown'));
  });
});

describe('papers, corrected', () => {
  it('take a stranger’s file out of manifest and views, and the agency sees the new manifest', async () => {
    const desk = await aDesk('acknowledged');
    const asked = {
      ...desk.by,
      reason: 'Kẹp lẫn',
      scanId: paperScan,
      why: 'strangers-paper',
    } as const;
    const out = await taken(desk.papers.takeOut(asked));
    expect(out.manifestHash).toBe(sha256(''));
    const { dossier } = await mustBe(desk.ledger.load(desk.dossierId));
    expect(dossier.scans[0]).toMatchObject({ state: 'taken-out' });
    expect(await desk.papers.takeOut(asked)).toEqual(refusal('scan-unknown'));
    expect(await desk.papers.takeOut({ ...asked, actor: officer })).toEqual(
      refusal('scan-unknown'),
    );
  });

  it('are counted again before anything is printed of them', async () => {
    const desk = await aDesk('registered');
    const components = [{ id: 'don-de-nghi', copyKind: 'original', count: 2 }] as const;
    const { correctionId } = await taken(
      desk.papers.recount({ ...desk.by, reason: 'Đếm sai', components }),
    );
    const record = await mustBe(desk.ledger.record(correctionKind, correctionId));
    expect(record.corrected).toMatchObject({ before: [{ count: 1 }], after: [{ count: 2 }] });
  });
});
