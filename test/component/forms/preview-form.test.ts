import { describe, expect, it } from 'vitest';
import { makeDeskActs } from '#functions/departments/application/desk-acts.ts';
import { makeRequestSupplement } from '#functions/departments/application/request-supplement.ts';
import { makePreviewForm, type PreviewedAct } from '#functions/forms/application/preview-form.ts';
import { actIn } from '#functions/forms/print-form/act-in.ts';
import { contract } from '#functions/forms/print-form/contract.ts';
import type { FormPrinter } from '#ports/form-printer.ts';
import { anApplicant, officer } from '#test/support/dossiers.ts';
import { provinceCatalogue as catalogue, makeCalendars } from '#test/support/province.ts';
import { refusal } from '#test/support/shipments.ts';
import { aWorldAt } from '#test/support/worlds.ts';

const telling = new Proxy({} as FormPrinter, {
  get: () => async (form: unknown) => Buffer.from(JSON.stringify(form)),
});

const aDesk = async (station: 'acknowledged' | 'decided' | 'announced') => {
  const world = await aWorldAt(station);
  const deps = { ...world, catalogue, printer: telling };
  const calendars = makeCalendars(world);
  const preview = makePreviewForm({
    ...deps,
    actsOver: (ledger) => {
      const desk = { ...deps, ledger, calendars };
      return { ...makeDeskActs(desk), supplement: makeRequestSupplement(desk) };
    },
  });
  return {
    ...world,
    look: (act: PreviewedAct, actor = officer) =>
      preview({ actor, dossierId: world.dossierId }, act),
  };
};

const leaseNo = 1;
const reason = 'Chờ kết quả đo đạc';
const stop = { form: 'stop', leaseNo, reason } as const;

describe('a look at the paper of an act', () => {
  it('is the paper as the act would leave it, marked, and nothing is written', async () => {
    const { look, ledger, dossierId } = await aDesk('acknowledged');
    const before = await ledger.loadWhole(dossierId);
    const seen = await look(stop);
    if (!seen.ok) throw new Error(seen.refusal.code);
    const paper = JSON.parse(Buffer.from(seen.value).toString());
    expect(paper).toMatchObject({ isDraft: true, reprint: 0 });
    expect(JSON.stringify(paper)).toContain(reason);
    expect(JSON.stringify(paper)).toContain(anApplicant.name);
    expect(paper.trackingSecret).toBeUndefined();
    expect(await ledger.loadWhole(dossierId)).toEqual(before);
  });

  it.each([
    ['an old lease', { ...stop, leaseNo: 99 }, 'lease-stale'],
    ['a day that has passed', day({ form: 'extension', leaseNo, reason }, '2020-01-02'), undefined],
  ] as const)('is refused as the act would be: %s', async (_, act, code) => {
    const { look } = await aDesk('acknowledged');
    const seen = await look(act as PreviewedAct);
    expect(seen.ok).toBe(false);
    if (code) expect(seen).toEqual(refusal(code));
  });

  it('is refused in a state in which the act is', async () => {
    const { look } = await aDesk('decided');
    expect(await look(stop)).toEqual(refusal('step-not-allowed'));
    expect(await look({ form: 'refusal', reason })).toEqual(refusal('act-not-permitted'));
  });

  it('is nobody’s who may not do the act', async () => {
    const { look } = await aDesk('acknowledged');
    expect(await look(stop, { ...officer, agency: 'ct-tp' })).toEqual(refusal('dossier-unknown'));
  });
});

function day(act: object, newDueDay: string) {
  return { ...act, asked: { reason, newDueDay } };
}

describe('what is typed', () => {
  it.each([
    [
      { form: 'supplement', leaseNo, reason, answerBy: '2026-12-01', items: [anItem()] },
      { asked: { confirmsRepeat: false } },
    ],
    [{ form: 'extension', leaseNo, reason, newDueDay: '2026-12-01' }, { asked: { reason } }],
    [
      { form: 'extension', leaseNo, reason, newDueDay: '2026-12-01', override: 'x' },
      { asked: { override: 'x' } },
    ],
    [
      { form: 'prolongation', leaseNo, prolongation: 'xac-minh', reason, newDueDay: '2026-12-01' },
      { asked: { prolongation: 'xac-minh' } },
    ],
    [
      { form: 'stop', leaseNo, reason },
      { leaseNo, reason },
    ],
    [{ form: 'refusal', reason }, { reason }],
  ])('%o is the act', (body, act) => {
    expect(actIn(contract.previewForm.body.parse(body))).toMatchObject(act);
  });
});

function anItem() {
  return { id: 'don', copyKind: 'original', count: 1, reason: 'Thiếu chữ ký' };
}
