import { describe, expect, it } from 'vitest';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import { days } from '#domain/time/instant.ts';
import { at, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { detailView } from '#functions/tracking/api/detail-view.ts';
import { makeReadDetail } from '#functions/tracking/application/read-detail.ts';
import {
  anApplicant,
  aProcedure,
  dossierId,
  officer,
  type Station,
  suppliesAsked,
} from '#test/support/dossiers.ts';
import { givenWrite } from '#test/support/given-write.ts';
import { makeCalendars, provinceCatalogue } from '#test/support/province.ts';
import { aSession, aTrackingDesk, type TrackingDesk } from '#test/support/tracking.ts';

const catalogue = { ...provinceCatalogue, procedureVersion: () => aProcedure };

const reading = (desk: TrackingDesk) =>
  makeReadDetail({ ...desk, catalogue, calendars: makeCalendars(desk) });
const seenAt = async (desk: TrackingDesk) => {
  const detail = await reading(desk)((await aSession(desk)).token);
  if (!detail.ok) throw new Error(detail.refusal.code);
  return detailView(detail.value);
};
const seen = async (station: Station) => seenAt(await aTrackingDesk(station));

const happen = async (desk: TrackingDesk, fact: DossierFact): Promise<void> => {
  const stored = await desk.ledger.load(dossierId);
  if (!stored) throw new Error('no dossier');
  const write = givenWrite(stored, [fact], { actor: officer, now: desk.clock.now() });
  expect(await desk.ledger.commit({ dossiers: [write] })).toEqual({ ok: true });
};

const asked = (desk: TrackingDesk): DossierFact => ({
  ...suppliesAsked,
  type: 'supplement-requested',
  leaseNo: 1,
  agency: 'ct-nnmt',
  requestedAt: desk.clock.now(),
  requestedBy: officer.id,
});

const department = 'Sở Nông nghiệp và Môi trường thành phố Cần Thơ';

describe('the citizen in a session', () => {
  it.each([
    [{ channel: 'postal' }, { channel: 'postal', wasHelped: false }],
    [
      { channel: 'online', helpedBy: 'nguoi-giup' },
      { channel: 'online', wasHelped: true },
    ],
  ] as const)('sees how it was filed, but not who helped: %j', async (filing, filedBy) => {
    const desk = await aTrackingDesk('accepted');
    const read = await reading(desk)((await aSession(desk)).token);
    if (!read.ok) throw new Error(read.refusal.code);
    const detail = { ...read.value, dossier: { ...read.value.dossier, ...filing } };
    expect(detailView(detail).filedBy).toEqual(filedBy);
    expect(JSON.stringify(detailView(detail))).not.toContain('nguoi-giup');
  });

  it.each([
    ['accepted', 'on-its-way', `Đã tiếp nhận, chuyển đến ${department}`],
    ['waiting', 'waiting', `${department} đã nhận bản điện tử, chờ xử lý`],
    ['leased', 'waiting', `${department} đã nhận bản điện tử, chờ xử lý`],
    ['acknowledged', 'working', `${department} đang xử lý`],
    ['decided', 'decided', `${department} đã có kết quả`],
    ['dispatched', 'dispatched', 'Bưu điện Vị Thanh gửi kết quả qua bưu điện'],
    ['returned', 'returned', 'Kết quả đã được giao'],
  ] as const)('sees of a dossier that is %s who has it, since when', async (station, stage, vi) => {
    const detail = await seen(station);
    expect(detail.way.at(-1)).toMatchObject({
      stage,
      text: { vi },
      since: '2026-11-23T09:00:00+07:00',
    });
  });

  const handsOf = (detail: Awaited<ReturnType<typeof seenAt>>) =>
    detail.papers.map(({ text, items }) => [text.vi, items.map(({ name }) => name)]);

  it('sees where every paper is: at the office, counted in at the department, in the parcel', async () => {
    const desk = await aTrackingDesk('waiting');
    expect(handsOf(await seenAt(desk))).toEqual([['Ở Bưu điện Vị Thanh', ['Đơn']]]);
    await happen(desk, {
      type: 'papers-counted',
      pouch: '01KAPXJ5V0ZK9Q4T8N6W2C7D3M' as PouchId,
      from: { kind: 'office', id: 'bd-vi-thanh' },
      to: { kind: 'agency', id: 'ct-nnmt' },
      verdict: 'complete',
      found: [{ id: 'don-de-nghi', copyKind: 'original', count: 1 }],
      extra: [],
      giver: 'tuan',
      receiver: officer.id,
    });
    expect(handsOf(await seenAt(desk))).toEqual([[`Ở ${department}`, ['Đơn']]]);
    const returned = await seen('decided');
    expect(handsOf(returned)).toContainEqual([`Ở ${department}`, ['Kết quả']]);
  });

  it('sees that a paper was not there when it was counted', async () => {
    const desk = await aTrackingDesk('waiting');
    await happen(desk, {
      type: 'papers-missed',
      pouch: '01KAPXJ5V0ZK9Q4T8N6W2C7D3M' as PouchId,
      from: { kind: 'office', id: 'bd-vi-thanh' },
      papers: [{ id: 'don-de-nghi', copyKind: 'original', count: 1 }],
    });
    expect(handsOf(await seenAt(desk))).toEqual([['Không thấy khi kiểm đếm, đang tìm', ['Đơn']]]);
  });

  it('reads why the date is that date, in both languages', async () => {
    const { whyThisDate, appointment } = await seen('waiting');
    expect(whyThisDate[0]).toEqual({
      vi: 'Tiếp nhận lúc 09:00 23/11/2026',
      en: 'Accepted at 09:00 23/11/2026',
    });
    expect(whyThisDate.map(({ vi }) => vi)).toContain('Thời hạn 5 ngày làm việc');
    expect(appointment).toEqual({
      dueAt: '2026-12-03T09:00:00+07:00',
      setAt: '2026-11-23T09:00:00+07:00',
    });
  });

  it('is told that a promised date stands where counting today gives another', async () => {
    const { whyThisDate } = await seen('waiting');
    expect(whyThisDate.at(-1)?.vi).toBe('Ngày hẹn có hiệu lực là ngày đã báo: 09:00 03/12/2026');
  });

  it('sees what papers are missing, why and until when, and that no date holds meanwhile', async () => {
    const desk = await aTrackingDesk('acknowledged');
    await happen(desk, asked(desk));
    const detail = await seenAt(desk);
    expect(detail).toMatchObject({
      status: 'supplement-requested',
      supplements: [
        {
          items: [{ name: 'Bản vẽ', copyKind: 'certified', count: 1, reason: 'Thiếu bản vẽ' }],
          reason: 'Hồ sơ thiếu bản vẽ',
          answerBy: '2026-12-23',
        },
      ],
      earlierAppointments: [{ dueAt: '2026-12-03T09:00:00+07:00' }],
    });
    expect(detail).not.toHaveProperty('appointment');
    expect(detail.whyThisDate.at(-1)?.vi).toMatch(/^Dừng từ 09:00 23\/11\/2026 chờ bổ sung/);
  });

  it('sees the new date after a supplement, how it came about, and the one before', async () => {
    const desk = await aTrackingDesk('acknowledged');
    await happen(desk, asked(desk));
    desk.advance(days(3));
    const dueAt = at('2026-12-03' as VietnamDay, 17 * 60);
    await happen(desk, {
      type: 'supplement-received',
      manifestHash: 'd'.repeat(64),
      dueAt,
      calendarVersions: [],
    });
    const detail = await seenAt(desk);
    expect(detail.appointment).toEqual({
      dueAt: '2026-12-03T17:00:00+07:00',
      setAt: '2026-11-26T09:00:00+07:00',
    });
    expect(detail.earlierAppointments).toHaveLength(1);
    expect(detail.whyThisDate.map(({ vi }) => vi).join('\n')).toMatch(
      /tính lại từ đầu\n(?:.*\n)*Hẹn trả 17:00 ngày 03\/12\/2026$/,
    );
  });

  it('sees no person: neither the own name in full, nor number, phone or address, nor any officer', async () => {
    const desk = await aTrackingDesk('acknowledged');
    await happen(desk, asked(desk));
    const detail = await seenAt(desk);
    expect(detail.applicant).toBe('N. T. Ánh');
    const text = JSON.stringify(detail);
    for (const secret of [
      anApplicant.name,
      anApplicant.personalNumber,
      anApplicant.phone,
      anApplicant.address,
    ])
      expect(text).not.toContain(secret);
    expect(text).not.toMatch(/"hoa"|requestedBy|decidedBy|lease/);
  });

  it('sees nothing without the token', async () => {
    const desk = await aTrackingDesk();
    const read = reading(desk);
    expect(await read('')).toMatchObject({ refusal: { code: 'session-invalid' } });
    expect(await desk.proveHistory('')).toMatchObject({ refusal: { code: 'session-invalid' } });
  });
});

describe('the history of a session', () => {
  it('has no proof before the first night, and tells so by its absence', async () => {
    const desk = await aTrackingDesk('waiting');
    const proven = await desk.proveHistory((await aSession(desk)).token);
    expect(proven).toMatchObject({ ok: true, value: { events: expect.any(Array) } });
    expect(proven.ok && proven.value).not.toHaveProperty('proof');
  });

  it('is proved up to the last night while newer events wait', async () => {
    const desk = await aTrackingDesk('acknowledged');
    const before = (await desk.ledger.history(dossierId)).length;
    desk.advance(days(1));
    await desk.anchorDays();
    await happen(desk, asked(desk));
    const proven = await desk.proveHistory((await aSession(desk)).token);
    expect(proven).toMatchObject({
      value: { proof: { version: before, anchor: { day: '2026-11-23' } } },
    });
    expect(proven.ok && proven.value.events).toHaveLength(before + 1);
  });

  it('is proved by its newest anchored day', async () => {
    const desk = await aTrackingDesk('acknowledged');
    desk.advance(days(1));
    await happen(desk, asked(desk));
    desk.advance(days(1));
    await desk.anchorDays();
    const proven = await desk.proveHistory((await aSession(desk)).token);
    expect(proven).toMatchObject({ value: { proof: { anchor: { day: '2026-11-24', count: 1 } } } });
  });

  it('is not proved by a day whose anchor does not know it', async () => {
    const desk = await aTrackingDesk('waiting');
    const last = (await desk.ledger.history(dossierId)).at(-1);
    const hashes = await desk.recorded.hashesOf('2026-11-23' as VietnamDay);
    await desk.anchors.keepLeaves(
      '2026-11-23' as VietnamDay,
      hashes.filter((hash) => hash !== last?.hash),
    );
    desk.advance(days(1));
    await desk.anchorDays();
    const proven = await desk.proveHistory((await aSession(desk)).token);
    expect(proven.ok && proven.value).not.toHaveProperty('proof');
  });

  it('holds no personal data: staff are numbers', async () => {
    const desk = await aTrackingDesk('returned');
    const proven = await desk.proveHistory((await aSession(desk)).token);
    expect(JSON.stringify(proven)).not.toMatch(/Ánh|912345678|093190001234/);
  });
});
