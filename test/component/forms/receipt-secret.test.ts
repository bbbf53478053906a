import { describe, expect, it } from 'vitest';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeReadDossier } from '#application/read-dossier.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { makePrintForms } from '#functions/forms/application/print-forms.ts';
import { makePrintReceipt } from '#functions/forms/application/print-receipt.ts';
import type { FormPrinter } from '#ports/form-printer.ts';
import { dossierId, officer } from '#test/support/dossiers.ts';
import { provinceCatalogue as catalogue, makeCalendars } from '#test/support/province.ts';
import { clerk } from '#test/support/shipments.ts';
import { seals } from '#test/support/tracking.ts';
import { aWorldAt } from '#test/support/worlds.ts';

/** Prints what it was told to, so that a secret is found wherever it stands. */
const telling = new Proxy({} as FormPrinter, {
  get: () => async (form: unknown) => Buffer.from(JSON.stringify(form)),
});

const readers: Readonly<Record<string, Staff>> = {
  'clerk of the home office': clerk,
  'clerk of another office': { ...clerk, id: 'hoa', office: 'bd-nga-bay' },
  'courier of the home office': { ...clerk, id: 'tam', role: 'courier' },
  officer,
  leader: { ...officer, id: 'minh', role: 'leader' },
  supervisor: { ...clerk, id: 'binh', role: 'supervisor' },
};
const forms = ['receipt', 'slip.pdf', 'supplement.pdf', 'refusal.pdf', 'extension.pdf'] as const;
const others = [...forms.slice(1), 'stop.pdf', 'control.pdf'] as const;
const publicUrl = 'https://tra-cuu.example';

/** Whoever has come to see it, by whatever way: what is printed for them is asked here, not sight. */
const anyone = (_: unknown, __: Dossier): boolean => true;

const aPrinter = async () => {
  const world = await aWorldAt('acknowledged');
  const deps = { ...world, ids: makeUlids(), seals, catalogue, printer: telling, publicUrl };
  const read = makeReadDossier(deps, anyone);
  const receipt = makePrintReceipt({ ...deps, read, calendars: makeCalendars(world) });
  const cases = makePrintForms({ ...deps, read, findRemittance: async () => undefined });
  return async (
    actor: Staff,
    form: (typeof forms)[number] | (typeof others)[number],
    times = 0,
  ) => {
    const ask = { actor, dossierId };
    const once = () =>
      form === 'receipt' ? receipt(ask) : cases.ofDossier({ ...ask, name: form });
    for (let n = 0; n < times; n++) await once();
    const printed = await once();
    return printed.ok ? Buffer.from(printed.value).toString() : printed.refusal.code;
  };
};

describe('the secret of a receipt', () => {
  const asked = Object.entries(readers).flatMap(([who, actor]) =>
    [0, 1].flatMap((reprint) =>
      [...new Set([...forms, ...others])].map((form) => ({ who, actor, reprint, form })),
    ),
  );

  it.each(asked)('for the $who, print $reprint of $form', async ({ who, actor, reprint, form }) => {
    const printed = await (await aPrinter())(actor, form, reprint);
    const isForCitizen = who === 'clerk of the home office' && reprint === 0 && form === 'receipt';
    const secret = await seals.trackingSecret(dossierId);
    expect(printed.includes(secret)).toBe(isForCitizen);
    // The QR code opens what the text beside it opens: the status, or nothing.
    expect(/tra-cuu\/[^"]*#([^"]*)"/.exec(printed)?.[1]).toBe(isForCitizen ? secret : undefined);
    if (form === 'receipt' && !isForCitizen)
      expect(printed).toContain(who === 'officer' || who === 'leader' ? 'Bản lưu' : 'Bản sao');
  });
});
