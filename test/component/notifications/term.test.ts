import { describe, expect, it } from 'vitest';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import { at, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { PublishedEvent } from '#events/catalogue.ts';
import { controlForm, prolongationForm } from '#functions/forms/application/case-forms.ts';
import { appointmentText } from '#functions/forms/application/wording.ts';
import type { Reprint } from '#functions/forms/domain/print-count.ts';
import { messagesFor } from '#functions/notifications/application/message-for.ts';
import {
  aDossier,
  anAcceptance,
  anApplicant,
  dossierId,
  monday9,
  officer,
} from '#test/support/dossiers.ts';
import { provinceCatalogue } from '#test/support/province.ts';

const fact = {
  type: 'deadline-prolonged',
  leaseNo: 1,
  agency: 'ct-nnmt',
  prolongation: 'xac-minh',
  ground: 'Luật Hộ tịch 60/2014/QH13 điều 25(2)',
  reason: 'Chờ trả lời của nơi cư trú trước đây',
  dueAt: at('2026-12-10' as VietnamDay, 17 * 60),
  previousDueAt: at('2026-12-03' as VietnamDay, 17 * 60),
  prolongedBy: officer.id,
} as const satisfies DossierFact;

const prolonged = (change: Partial<typeof fact> & { agreement?: string } = {}): Dossier =>
  record(aDossier('acknowledged'), dossierId, [{ ...fact, ...change }], {
    actor: officer,
    now: monday9,
  }).after;

const event = PublishedEvent.parse({
  specversion: '1.0',
  id: `${dossierId}:8`,
  source: 'urn:post-counter',
  type: 'vn.post-counter.deadline-prolonged.v1',
  subject: dossierId,
  time: '2026-11-23T09:00:00+07:00',
  datacontenttype: 'application/json',
  data: { version: 8, agency: 'ct-nnmt' },
});

describe('a term that the law itself prolongs', () => {
  it('is told with the act and the new day, and without the article, which names the procedure', async () => {
    expect(await messagesFor(event, prolonged(), 'Bưu điện', async () => [])).toEqual([
      {
        template: 'prolonged',
        values: { code: anAcceptance.code, dueDay: '10/12/2026', ground: '60/2014/QH13' },
      },
    ]);
  });

  const printed = (dossier: Dossier) =>
    prolongationForm(
      { dossier, applicant: anApplicant, catalogue: provinceCatalogue, reprint: 0 as Reprint },
      monday9,
    );

  it('is printed with its article, both days and what is verified, and no apology', () => {
    const text = JSON.stringify(printed(prolonged()));
    for (const said of [fact.ground, fact.reason, '17:00 10/12/2026', '17:00 03/12/2026'])
      expect(text).toContain(said);
    expect(text).not.toContain('xin lỗi');
    expect(text).not.toContain('Thỏa thuận');
    expect(JSON.stringify(printed(prolonged({ agreement: 'Số 12' })))).toContain('Số 12');
  });

  it('has no paper where nothing was prolonged', () =>
    expect(printed(aDossier('acknowledged'))).toBeUndefined());
});

describe('an appointment over a year that is not decided', () => {
  const undecided = (calendarVersions: readonly string[]): Dossier => ({
    ...aDossier('acknowledged'),
    acceptance: { ...anAcceptance, calendarVersions },
  });
  const accepted = PublishedEvent.parse({
    ...event,
    type: 'vn.post-counter.dossier-accepted.v1',
    data: { version: 8, agency: 'ct-nnmt', office: 'bd-vi-thanh' },
  });
  const told = async (dossier: Dossier) =>
    (await messagesFor(accepted, dossier, '', async () => []))[0]?.values['dueDay'];

  it.each([
    [['2026-1'], '03/12/2026'],
    [['2026-1', '2028-0'], '03/12/2026 (du kien)'],
    [['2028-0+1'], '03/12/2026 (du kien)'],
  ])('by the calendars %j is told as %s, and printed so', async (versions, day) => {
    const dossier = undecided(versions);
    expect(await told(dossier)).toBe(day);
    const isMarked = day.endsWith('(du kien)');
    expect(appointmentText(dossier)?.includes('(dự kiến: lịch nghỉ')).toBe(isMarked);
    const sheet = controlForm(
      { dossier, applicant: anApplicant, catalogue: provinceCatalogue, reprint: 0 as Reprint },
      monday9,
    );
    expect(JSON.stringify(sheet).includes('(dự kiến: lịch nghỉ')).toBe(isMarked);
  });

  it('is none where there is no limit', async () => {
    const { dueAt: _, ...rest } = anAcceptance;
    const dossier = { ...aDossier('acknowledged'), acceptance: rest };
    expect(await told(dossier)).toBe('se thong bao');
    expect(appointmentText(dossier)).toBeUndefined();
    expect(appointmentText(aDossier('registered'))).toBeUndefined();
  });
});
