import { describe, expect, it } from 'vitest';
import { senderKey } from '#application/sender-links.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { minutes } from '#domain/time/instant.ts';
import { makeFindSender } from '#functions/intake/application/find-sender.ts';
import { makeRegisterDossier } from '#functions/intake/application/register-dossier.ts';
import { makeRegisterMany } from '#functions/intake/application/register-many.ts';
import { makeCorrectContact } from '#functions/notifications/application/correct-contact.ts';
import { anApplicant } from '#test/support/dossiers.ts';
import { aCounter, got, handedIn } from '#test/support/offline.ts';
import { clerk, refusal } from '#test/support/shipments.ts';

const idempotency = undefined;
const stranger: Staff = { ...clerk, id: 'minh', office: 'bd-nga-bay' };
const broker = { ...anApplicant, name: 'Công ty Dịch vụ Hậu Giang', phone: '+84939000111' };

const aRush = () => {
  const counter = aCounter();
  const register = makeRegisterDossier(counter);
  return {
    ...counter,
    register,
    many: makeRegisterMany({ register, seals: counter.seals }),
    findSender: makeFindSender(counter),
    correct: makeCorrectContact(counter),
  };
};

const byPhone = { kind: 'phone', value: anApplicant.phone } as const;

describe('a sender who comes again', () => {
  it.each(['phone', 'personalNumber'] as const)(
    'is found by %s, with what the form needs, and where it is known from',
    async (kind) => {
      const { register, findSender } = aRush();
      const { dossierId } = got(await register({ ...handedIn, actor: clerk, idempotency }));
      const found = await findSender({ actor: clerk, kind, value: anApplicant[kind] });
      expect(found).toEqual({ ok: true, value: { sender: anApplicant, dossierId } });
    },
  );

  it('is as the last dossier has it', async () => {
    const { register, findSender } = aRush();
    const moved = { ...anApplicant, address: 'Ấp 7, xã Vị Thủy' };
    got(await register({ ...handedIn, actor: clerk, idempotency }));
    got(await register({ ...handedIn, applicant: moved, actor: clerk, idempotency }));
    expect(got(await findSender({ actor: clerk, ...byPhone })).sender).toEqual(moved);
  });

  it('is nobody to another office', async () => {
    const { register, findSender } = aRush();
    got(await register({ ...handedIn, actor: clerk, idempotency }));
    expect(await findSender({ actor: stranger, ...byPhone })).toEqual(refusal('sender-unknown'));
    const other = { kind: 'phone', value: '+84912345679' } as const;
    expect(await findSender({ actor: clerk, ...other })).toEqual(refusal('sender-unknown'));
  });

  it('is not found by a number that turned out to be a stranger’s, but by the right one', async () => {
    const { register, findSender, correct } = aRush();
    const { dossierId } = got(await register({ ...handedIn, actor: clerk, idempotency }));
    const phone = '+84987654321';
    got(await correct({ actor: clerk, idempotency, dossierId, phone, why: 'wrong-number' }));
    expect(await findSender({ actor: clerk, ...byPhone })).toEqual(refusal('sender-unknown'));
    const right = { actor: clerk, kind: 'phone', value: phone } as const;
    expect(got(await findSender(right)).sender.phone).toBe(phone);
  });

  it('is another code at each office, so that two offices cannot tell that they share one', async () => {
    const { seals } = aRush();
    const codeAt = async (office: string) =>
      (await senderKey(seals, office, 'phone', anApplicant.phone)).split('#')[2];
    expect(await codeAt('bd-vi-thanh')).not.toBe(await codeAt('bd-nga-bay'));
  });

  it('cannot be fished for', async () => {
    const { findSender, advance } = aRush();
    for (let n = 0; n < 60; n++) await findSender({ actor: clerk, ...byPhone });
    expect(await findSender({ actor: clerk, ...byPhone })).toEqual(refusal('too-many-tries'));
    advance(minutes(15));
    expect(await findSender({ actor: clerk, ...byPhone })).toEqual(refusal('sender-unknown'));
  });

  it('leaves no number in what the look-up keeps', async () => {
    const counter = aRush();
    const written: unknown[] = [];
    const { ledger } = counter;
    const watched = {
      ...counter,
      ledger: {
        ...ledger,
        commit: (commit: Parameters<typeof ledger.commit>[0]) => {
          written.push(commit.records, commit.dossiers?.[0]?.change);
          return ledger.commit(commit);
        },
      },
    };
    got(await makeRegisterDossier(watched)({ ...handedIn, actor: clerk, idempotency }));
    const kept = JSON.stringify(written);
    expect(kept).toContain('bd-vi-thanh#phone#');
    for (const secret of [anApplicant.phone, anApplicant.personalNumber, anApplicant.name])
      expect(kept).not.toContain(secret);
  });
});

describe('a sender with many dossiers', () => {
  const line = { ...handedIn, applicant: undefined };
  const key = { scope: 'bd-vi-thanh', key: 'broker-1', requestHash: 'h' };
  const asked = {
    actor: clerk,
    idempotency: key,
    applicant: broker,
    lines: [line, { ...line, procedure: '9.999999' }, line],
  };

  it('has each line done or refused by itself', async () => {
    const { many, ledger } = aRush();
    const [first, second, third] = await many(asked);
    expect(second).toEqual(refusal('procedure-unknown'));
    if (!first?.ok || !third?.ok) throw new Error('not registered');
    expect(first.value.dossierId).not.toBe(third.value.dossierId);
    expect((await ledger.load(third.value.dossierId))?.applicant).toEqual(broker);
  });

  it('goes on where a call was cut off, and opens no dossier twice', async () => {
    const counter = aRush();
    let left = 1;
    const cut = makeRegisterMany({
      ...counter,
      register: (request) => {
        if (left-- === 0) throw new Error('the line is down');
        return counter.register(request);
      },
    });
    await expect(cut({ ...asked, lines: [line, line] })).rejects.toThrow('the line is down');
    const again = await counter.many({ ...asked, lines: [line, line] });
    expect(await counter.many({ ...asked, lines: [line, line] })).toEqual(again);
    const open = await counter.index.worklist('bd-vi-thanh', 'registered', { limit: 10 });
    expect(open.items).toHaveLength(2);
  });

  it('is refused for a line that says something else under the same key', async () => {
    const { many } = aRush();
    await many({ ...asked, lines: [line] });
    const fees = { stateFeesVnd: 1, postageVnd: 0 };
    expect(await many({ ...asked, lines: [{ ...line, fees }] })).toEqual([
      refusal('idempotency-key-reused'),
    ]);
  });
});
