import { describe, expect, it } from 'vitest';
import type { Staff } from '#domain/actor/actor.ts';
import type { Applicant } from '#domain/dossier/dossier.ts';
import { minutes } from '#domain/time/instant.ts';
import { makeListOfPerson } from '#functions/intake/application/list-of-person.ts';
import { makeRegisterDossier } from '#functions/intake/application/register-dossier.ts';
import { anApplicant } from '#test/support/dossiers.ts';
import { aCounter, got, handedIn } from '#test/support/offline.ts';
import { clerk, refusal } from '#test/support/shipments.ts';

const idempotency = undefined;
const stranger: Staff = { ...clerk, id: 'minh', office: 'bd-nga-bay' };
const page = { limit: 10 };
const { personalNumber } = anApplicant;
const owner = {
  kind: 'person',
  name: 'Trần Văn Bảy',
  address: 'Ấp 2, xã Vị Tân',
  number: '093090005678',
} as const;

const aHall = () => {
  const counter = aCounter();
  const register = makeRegisterDossier(counter);
  return {
    ...counter,
    handIn: async (applicant: Applicant = anApplicant) =>
      got(await register({ ...handedIn, applicant, actor: clerk, idempotency })),
    listOfPerson: makeListOfPerson(counter),
  };
};

describe('who has lost the receipt and shows the card', () => {
  it('is shown their dossiers of this office', async () => {
    const { handIn, listOfPerson } = aHall();
    const first = await handIn();
    const forHim = await handIn({ ...anApplicant, owner });
    const mine = got(await listOfPerson({ actor: clerk, personalNumber, page }));
    expect(mine.items.map(({ id }) => id)).toEqual([first.dossierId, forHim.dossierId]);
    const his = got(await listOfPerson({ actor: clerk, personalNumber: owner.number, page }));
    expect(his.items.map(({ id }) => id)).toEqual([forHim.dossierId]);
  });

  it('pages through many', async () => {
    const { handIn, listOfPerson } = aHall();
    const all = [await handIn(), await handIn(), await handIn()].map(({ dossierId }) => dossierId);
    const head = got(await listOfPerson({ actor: clerk, personalNumber, page: { limit: 2 } }));
    expect(head.next).toMatch(/^\d+#[0-9A-Z]{26}$/);
    const after = head.next ?? '';
    const rest = got(
      await listOfPerson({ actor: clerk, personalNumber, page: { limit: 2, after } }),
    );
    expect([...head.items, ...rest.items].map(({ id }) => id)).toEqual(all);
  });

  it('is nobody to another office, nor by a number that is nearly theirs', async () => {
    const { handIn, listOfPerson } = aHall();
    await handIn();
    const none = { ok: true, value: { items: [] } };
    expect(await listOfPerson({ actor: stranger, personalNumber, page })).toEqual(none);
    const near = personalNumber.slice(0, -1);
    expect(await listOfPerson({ actor: clerk, personalNumber: near, page })).toEqual(none);
  });

  it('cannot be fished for', async () => {
    const { listOfPerson, advance } = aHall();
    const ask = () => listOfPerson({ actor: clerk, personalNumber, page });
    for (let n = 0; n < 30; n++) await ask();
    expect(await ask()).toEqual(refusal('too-many-tries'));
    advance(minutes(15));
    expect((await ask()).ok).toBe(true);
  });
});

describe('the same person with the same procedure again', () => {
  it('is told with the earlier number, and is taken', async () => {
    const { handIn } = aHall();
    const { dossierId, earlier } = await handIn();
    expect(earlier).toBeUndefined();
    expect((await handIn()).earlier).toMatchObject({ dossierId, number: dossierId });
  });

  it.each<[string, Applicant]>([
    ['for somebody else', { ...anApplicant, owner }],
    [
      'for a child without a number',
      { ...anApplicant, owner: { kind: 'person', name: 'Bé', address: 'Ấp 3' } },
    ],
    ['by somebody else', { ...anApplicant, personalNumber: '093090005678' }],
  ])('is not told of one %s', async (_, change) => {
    const { handIn } = aHall();
    await handIn();
    expect((await handIn(change)).earlier).toBeUndefined();
  });
});
