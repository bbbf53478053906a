import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/node/seals.ts';
import { makeEraseTexts } from '#application/erase-texts.ts';
import type { RetentionClass } from '#domain/catalogue/procedure.ts';
import { firstBrokenLink } from '#domain/dossier/chain.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { erasedText } from '#domain/history/sealed-text.ts';
import type { AuthorisationId, CorrectionId, PickUpId } from '#domain/identifiers/record-ids.ts';
import type { Instant } from '#domain/time/instant.ts';
import { at, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { correctionKind } from '#functions/corrections/records.ts';
import {
  makeEndRetention,
  makeForeseeRetention,
} from '#functions/oversight/application/end-retention.ts';
import { makeWorkHolds } from '#functions/oversight/application/work-holds.ts';
import { makeHandler } from '#functions/oversight/end-retention/handler.ts';
import { pickUpKind, shipmentKind } from '#functions/returns/records.ts';
import { authorisationKind, numberWatchKind } from '#ports/kernel-records.ts';
import { recordWrite } from '#ports/records.ts';
import { anApplicant, aProcedure, dossierId, monday9, shipmentId } from '#test/support/dossiers.ts';
import { aWorldAt } from '#test/support/worlds.ts';
import type { Log } from '#watch/logger.ts';

const moment = (day: string): Instant => at(day as VietnamDay, 9 * 60);
const chi = { kind: 'staff', id: 'chi', role: 'supervisor' } as const;
const khoa = { ...chi, id: 'khoa' } as const;
const warning = 'Bà Ánh nói bản vẽ cũ';
const authorisation = '01KAPXJ5V0ZK9Q4T8N6W2C7DA1' as AuthorisationId;
const correction = '01KAPXJ5V0ZK9Q4T8N6W2C7DC1' as CorrectionId;
const pickUp = '01KAPXJ5V0ZK9Q4T8N6W2C7DB1' as PickUpId;

const told: readonly DossierFact[] = [
  { type: 'recipient-authorised', authorisation },
  { type: 'warning-recorded', text: warning },
];

/** A returned dossier with everything beside it that bears a person. */
const aKept = async (
  retentionClass: RetentionClass = '10-years',
  station = 'returned' as const,
) => {
  const world = await aWorldAt(station, told);
  const { ledger } = world;
  const proof = {
    receiverName: 'Trần Văn Bình',
    relation: 'con',
    identityChecked: true,
    signatureSha256: 'f'.repeat(64),
  };
  const at0 = monday9;
  await ledger.commit({
    records: [
      recordWrite(authorisationKind, undefined, {
        id: authorisation,
        version: 1,
        dossierId,
        name: 'Trần Văn Bình',
        personalNumber: '093190009999',
        reference: 'GUQ 1',
        recordedAt: at0,
        recordedBy: 'lan',
      }),
      recordWrite(shipmentKind, undefined, {
        id: shipmentId,
        version: 1,
        dossierId,
        dossierCode: 'H13.01-261123-0001',
        office: 'bd-vi-thanh',
        carrier: 'vnpost',
        waybill: 'EE473124829VN',
        recipient: { name: anApplicant.name, phone: anApplicant.phone, address: 'Ấp 3' },
        entitled: [{ as: 'applicant', name: anApplicant.name }],
        moreThanDue: 'Bà Ánh xin',
        createdAt: at0,
        events: [
          {
            id: 'n1',
            kind: 'delivered',
            occurredAt: at0,
            recordedAt: at0,
            rawCode: 'EMI',
            place: 'Ấp 3',
            proof,
          },
          { id: 'n2', kind: 'posted', occurredAt: at0, recordedAt: at0, rawCode: 'EMA' },
        ],
        ended: {
          at: at0,
          by: 'lan',
          reason: 'nhà bà Ánh',
          events: 1,
          how: 'voided',
          why: 'made-by-mistake',
        },
        reviewed: { at: at0, by: 'chi', finding: 'bà Ánh nhận', events: 1 },
      }),
      recordWrite(pickUpKind, undefined, {
        id: pickUp,
        version: 1,
        dossierId,
        office: 'bd-vi-thanh',
        receiver: 'authorised',
        proof,
        reference: 'GUQ 1',
        handedAt: at0,
        handedBy: 'lan',
      }),
      recordWrite(correctionKind, undefined, {
        id: correction,
        version: 1,
        dossierId,
        corrected: {
          what: 'applicant',
          before: { name: 'Nguyễn Thị Anh' },
          after: { name: anApplicant.name },
          identityChecked: true,
        },
        reason: 'gõ nhầm tên Anh',
        at: at0,
        by: 'lan',
        answer: { answer: 'granted', at: at0, by: 'hoa', word: 'Đã cấp lại cho bà Ánh' },
      }),
      recordWrite(numberWatchKind, undefined, {
        id: dossierId,
        version: 1,
        day: '2026-11-23' as VietnamDay,
        count: 1,
        previous: { phone: '+84987654321', until: at0 },
      }),
    ],
  });
  const procedure = { ...aProcedure, retentionClass };
  const catalogue = { procedure: () => procedure, procedureVersion: () => procedure };
  const files = { calls: 0, answer: 'erased' as 'erased' | 'locked' };
  const deps = {
    ...world,
    catalogue,
    procedures: [procedure],
    files: {
      erase: async () => {
        files.calls += 1;
        return files.answer;
      },
    },
  };
  return {
    ...deps,
    on: files,
    run: makeEndRetention(deps),
    foresee: () => Array.fromAsync(makeForeseeRetention(deps)()),
    holds: makeWorkHolds(deps),
    facts: async () => (await ledger.history(dossierId)).map(({ fact }) => fact.type),
    dossier: async () => (await ledger.load(dossierId))?.dossier as Dossier,
  };
};

const nothing = { erased: 0, locked: 0, kept: {}, failed: [] };
const people = ['Ánh', 'Bình', 'Ấp 3', '912345678', '987654321', '093190', 'GUQ', 'Anh'];

describe('a dossier whose time of keeping is over', () => {
  it('is left alone until then', async () => {
    const world = await aKept();
    world.setTo(moment('2036-12-31'));
    expect(await world.run()).toEqual(nothing);
    expect((await world.ledger.load(dossierId))?.applicant).toEqual(anApplicant);
  });

  it('tells of nobody any more: persons, texts, files; its chain still holds', async () => {
    const world = await aKept();
    world.setTo(moment('2037-01-01'));
    expect(await world.run()).toEqual({ ...nothing, erased: 1 });
    const stored = await world.ledger.load(dossierId);
    expect(stored?.applicant).toEqual({
      name: erasedText,
      personalNumber: erasedText,
      address: erasedText,
    });
    const kept = await world.ledger.kept(dossierId);
    const records = await Promise.all([
      world.ledger.record(authorisationKind, authorisation),
      world.ledger.record(shipmentKind, shipmentId),
      world.ledger.record(correctionKind, correction),
      world.ledger.record(numberWatchKind, dossierId),
    ]);
    expect(records.map((record) => record?.version)).toEqual([2, 2, 2, 2]);
    const left = JSON.stringify([stored, kept, records]);
    for (const person of people) expect(left).not.toContain(person);
    expect(records[1]).toMatchObject({
      waybill: 'EE473124829VN',
      events: [
        { proof: { receiverName: erasedText, signatureSha256: 'f'.repeat(64) } },
        { kind: 'posted' },
      ],
    });
    expect(
      firstBrokenLink(
        kept.map(({ written }) => written),
        sha256,
      ),
    ).toBeUndefined();
    expect((await world.facts()).slice(-3)).toEqual([
      'retention-ended',
      'texts-erased',
      'files-erased',
    ]);
    expect((await world.dossier()).retention).toEqual({
      endedAt: moment('2037-01-01'),
      filesErasedAt: moment('2037-01-01'),
    });
  });

  it('is erased once: the next night finds it in no list', async () => {
    const world = await aKept();
    world.setTo(moment('2037-01-01'));
    await world.run();
    const { version } = await world.dossier();
    expect(await world.run()).toEqual(nothing);
    expect(world.on.calls).toBe(1);
    expect((await world.dossier()).version).toBe(version);
  });

  it('waits for the lock of its files, with nobody named any more, and goes on when it ends', async () => {
    const world = await aKept();
    world.setTo(moment('2037-01-01'));
    world.on.answer = 'locked';
    expect(await world.run()).toEqual({ ...nothing, locked: 1 });
    expect(await world.facts()).not.toContain('files-erased');
    world.on.answer = 'erased';
    expect(await world.run()).toEqual({ ...nothing, erased: 1 });
    expect(await world.facts()).toContain('files-erased');
  });

  it('is taken up where a run was killed, at any commit, and ends the same', async () => {
    const whole = await aKept();
    whole.setTo(moment('2037-01-01'));
    await whole.run();
    for (const killedAt of [1, 2, 3]) {
      const world = await aKept();
      world.setTo(moment('2037-01-01'));
      let commits = 0;
      const dying = {
        ...world.ledger,
        commit: async (...asked: Parameters<typeof world.ledger.commit>) => {
          commits += 1;
          if (commits === killedAt) throw new Error('killed');
          return world.ledger.commit(...asked);
        },
      };
      const killed = await makeEndRetention({ ...world, ledger: dying })();
      expect(killed.failed).toHaveLength(1);
      expect(await world.run()).toEqual({ ...nothing, erased: 1 });
      expect(await world.facts()).toEqual(await whole.facts());
    }
  });

  it('is not touched again: neither news nor a hold nor anything else finds it', async () => {
    const world = await aKept();
    world.setTo(moment('2037-01-01'));
    await world.run();
    const late = { actor: chi, idempotency: undefined, dossierId, reason: 'Thanh tra' };
    expect(await world.holds.lay(late)).toMatchObject({ refusal: { code: 'retention-ended' } });
  });
});

describe('under lệnh giữ', () => {
  const ask = (actor: typeof chi | typeof khoa) => ({
    actor,
    idempotency: undefined,
    dossierId,
    reason: 'Cơ quan điều tra đề nghị',
  });

  it('nothing goes until another supervisor lifts it', async () => {
    const world = await aKept();
    expect(await world.holds.lay(ask(chi))).toMatchObject({
      ok: true,
      value: { hold: { laidBy: 'chi' } },
    });
    world.setTo(moment('2050-01-01'));
    expect(await world.run()).toEqual({ ...nothing, kept: { 'on-hold': 1 } });
    const erase = makeEraseTexts(world);
    const actor = { kind: 'system', id: 'ops/erase-texts' } as const;
    expect(await erase({ actor, dossierId, kept: 'counter' })).toMatchObject({
      refusal: { code: 'dossier-on-hold' },
    });
    expect(await world.holds.lift(ask(chi))).toMatchObject({ refusal: { code: 'hold-own' } });
    expect((await world.holds.list({ limit: 10 })).items).toMatchObject([
      { dossierId, hold: { laidBy: 'chi', reason: 'Cơ quan điều tra đề nghị' } },
    ]);
    expect((await world.ledger.load(dossierId))?.applicant).toEqual(anApplicant);
    expect(await world.holds.lift(ask(khoa))).toMatchObject({ ok: true });
    expect(await world.holds.list({ limit: 10 })).toEqual({ items: [] });
    expect(await world.run()).toEqual({ ...nothing, erased: 1 });
    expect(JSON.stringify(await world.ledger.kept(dossierId))).not.toContain('điều tra');
  });

  it('laid in the very moment of the end, it is before it or behind it, and never beside', async () => {
    const world = await aKept();
    world.setTo(moment('2037-01-01'));
    let isLaid = false;
    const racing = {
      ...world.ledger,
      commit: async (...asked: Parameters<typeof world.ledger.commit>) => {
        if (!isLaid) {
          isLaid = true;
          await world.holds.lay(ask(chi));
        }
        return world.ledger.commit(...asked);
      },
    };
    expect(await makeEndRetention({ ...world, ledger: racing })()).toEqual({
      ...nothing,
      kept: { 'on-hold': 1 },
    });
    expect(world.on.calls).toBe(0);
    expect((await world.ledger.load(dossierId))?.applicant).toEqual(anApplicant);
  });
});

describe('what is foreseen', () => {
  it('is every ended dossier with its class and why it stays, and nothing is written', async () => {
    const world = await aKept();
    const { version } = await world.dossier();
    expect(await world.foresee()).toMatchObject([
      { dossierId, retentionClass: '10-years', keeping: { why: 'not-yet', until: '2036-12-31' } },
    ]);
    world.setTo(moment('2037-01-01'));
    expect(await world.foresee()).toMatchObject([{ keeping: { isDue: true } }]);
    expect((await world.dossier()).version).toBe(version);
    const forEver = await aKept('permanent');
    forEver.setTo(moment('2100-01-01'));
    expect(await forEver.foresee()).toMatchObject([{ keeping: { why: 'permanent' } }]);
    expect(await forEver.run()).toEqual(nothing);
  });

  it('keeps for ever what was taken in by a version that nobody knows', async () => {
    const world = await aKept('2-years');
    world.setTo(moment('2100-01-01'));
    const catalogue = { ...world.catalogue, procedureVersion: () => undefined };
    expect(await makeEndRetention({ ...world, catalogue })()).toEqual({
      ...nothing,
      kept: { permanent: 1 },
    });
  });
});

describe('the worker', () => {
  it('counts, names no dossier, and fails where one could not be erased', async () => {
    const world = await aKept();
    world.setTo(moment('2037-01-01'));
    const lines: unknown[] = [];
    const log = {
      info: (...said: unknown[]) => lines.push(said),
      warn: (...said: unknown[]) => lines.push(said),
    } as unknown as Log;
    const broken = {
      ...world,
      files: {
        erase: async (): Promise<'erased'> => {
          throw new Error('no bucket');
        },
      },
    };
    await expect(makeHandler(makeEndRetention(broken), log)()).rejects.toThrow('1 dossiers');
    world.on.answer = 'locked';
    expect(await makeHandler(world.run, log)()).toEqual({ erased: 0, locked: 1, kept: {} });
    world.on.answer = 'erased';
    expect(await makeHandler(world.run, log)()).toEqual({ erased: 1, locked: 0, kept: {} });
    expect(lines).toMatchObject([
      ['retention-failed', {}],
      ['retention-locked', { count: 1 }],
      ['retention-ended', { count: 1 }],
    ]);
    expect(JSON.stringify(lines)).not.toContain(dossierId);
  });
});
