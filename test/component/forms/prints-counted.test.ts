import { describe, expect, it } from 'vitest';
import { makeReadDossier } from '#application/read-dossier.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { done, refuse } from '#domain/refusal.ts';
import { days, minutes, plus } from '#domain/time/instant.ts';
import { countPrint, type PrintAsk } from '#functions/forms/application/count-print.ts';
import { makePrintCoverSheets } from '#functions/forms/application/print-cover-sheets.ts';
import { makePrintForms } from '#functions/forms/application/print-forms.ts';
import { makePrintLabel, makePrintParcelLabel } from '#functions/forms/application/print-label.ts';
import { makePrintReceipt } from '#functions/forms/application/print-receipt.ts';
import { contract } from '#functions/forms/print-form/contract.ts';
import { makeReadShipment } from '#functions/returns/application/read-shipment.ts';
import type { FormPrinter } from '#ports/form-printer.ts';
import { officer } from '#test/support/dossiers.ts';
import { provinceCatalogue as catalogue, makeCalendars } from '#test/support/province.ts';
import { aParcel, clerk } from '#test/support/shipments.ts';
import { seals } from '#test/support/tracking.ts';

const telling = new Proxy({} as FormPrinter, {
  get: () => async (form: unknown) => Buffer.from(JSON.stringify(form)),
});
const colleague: Staff = { ...clerk, id: 'tu' };

/** A parcel under way, and everything that is printed of it and its dossier. */
const aPress = async () => {
  const parcel = await aParcel();
  const publicUrl = 'https://tra-cuu.example';
  const deps = { ...parcel, seals, catalogue, printer: telling, publicUrl };
  const read = makeReadDossier(deps);
  const receipt = makePrintReceipt({ ...deps, read, calendars: makeCalendars(parcel) });
  const cases = makePrintForms({ ...deps, read, findRemittance: async () => undefined });
  const sheets = makePrintCoverSheets({ ...deps, read });
  const label = makePrintLabel({ ...deps, read });
  const parcelLabel = makePrintParcelLabel({ ...deps, readShipment: makeReadShipment(deps) });
  const { dossierId, shipmentId } = parcel;
  const printed = async (
    made: Promise<{ ok: true; value: Uint8Array | { pdf: Uint8Array } } | { ok: false }>,
  ) => {
    const answer = await made;
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    const { value } = answer;
    return JSON.parse(Buffer.from('pdf' in value ? value.pdf : value).toString());
  };
  const papers: Readonly<Record<string, (ask: PrintAsk) => Promise<{ reprint: number }>>> = {
    receipt: (ask) => printed(receipt({ ...ask, dossierId })),
    'control sheet': (ask) => printed(cases.ofDossier({ ...ask, dossierId, name: 'control.pdf' })),
    'label of the dossier': (ask) => printed(label({ ...ask, dossierId })),
    'label of the parcel': (ask) => printed(parcelLabel({ ...ask, shipmentId })),
  };
  return { ...parcel, papers, sheets, label, parcelLabel, receipt };
};

const names = ['receipt', 'control sheet', 'label of the dossier', 'label of the parcel'];

describe.each(names)('a print of the %s', (name) => {
  const aPaper = async () => {
    const press = await aPress();
    const print = press.papers[name];
    if (!print) throw new Error(name);
    const times = async (ask: PrintAsk) => (await print(ask)).reprint;
    return { ...press, times };
  };

  it('is counted here, whoever of the counter asks and whatever they say', async () => {
    const { times } = await aPaper();
    const told = { actor: clerk, reprint: 0 };
    expect(await times({ actor: clerk })).toBe(0);
    expect(await times(told)).toBe(1);
    expect(await times({ actor: colleague })).toBe(2);
  });

  it('is the same print when it is asked again by its name, for a while, by the same person', async () => {
    const { times, clock, setTo } = await aPaper();
    const named = { actor: clerk, print: 'print-0001' };
    expect(await times(named)).toBe(0);
    expect(await times(named)).toBe(0);
    expect(await times({ ...named, actor: colleague })).toBe(1);
    expect(await times({ ...named, print: 'print-0002' })).toBe(2);
    setTo(plus(clock.now(), minutes(10)));
    expect(await times({ ...named, print: 'print-0002' })).toBe(2);
    setTo(plus(clock.now(), minutes(1)));
    expect(await times({ ...named, print: 'print-0002' })).toBe(3);
    setTo(plus(clock.now(), days(30)));
    expect(await times({ actor: clerk })).toBe(4);
  });
});

describe('prints for different readers', () => {
  it('are counted apart: a copy for the agency does not make the citizen’s a reprint', async () => {
    const { papers } = await aPress();
    const receipt = papers['receipt'];
    expect(await receipt?.({ actor: officer })).toMatchObject({ reprint: 0 });
    expect(await receipt?.({ actor: clerk })).toMatchObject({
      reprint: 0,
      secret: { tracking: expect.any(String) },
    });
    expect(await receipt?.({ actor: clerk })).toMatchObject({
      reprint: 1,
      secret: { withheld: 'Bản sao' },
    });
  });

  it('are one label, by whichever way it is asked for', async () => {
    const { papers } = await aPress();
    await papers['label of the dossier']?.({ actor: clerk });
    expect(await papers['label of the parcel']?.({ actor: clerk })).toMatchObject({ reprint: 1 });
  });
});

describe('what is not made', () => {
  it('counts for nothing, and two at once are two prints', async () => {
    const parcel = await aParcel();
    const paper = { paper: 'receipt', about: [1] };
    const ask = { actor: clerk };
    const refused = await countPrint(parcel, ask, paper, async () =>
      refuse({ code: 'form-unknown' }),
    );
    expect(refused).toMatchObject({ refusal: { code: 'form-unknown' } });
    const both = await Promise.all(
      [1, 2].map(() => countPrint(parcel, ask, paper, async (reprint) => done(reprint))),
    );
    expect(both.map((each) => each.ok && each.value).sort()).toEqual([0, 1]);
  });

  it('is asked of no caller: no print route takes a count', () => {
    const queries = Object.values(contract).map((route) => Object.keys(route.query?.shape ?? {}));
    expect(queries.flat()).toContain('print');
    expect(queries.flat()).not.toContain('reprint');
  });
});
