import { makeMemoryPhoneSessions } from '#adapters/memory/phone-sessions.ts';
import { systemRandom } from '#adapters/node/random.ts';
import { makeReadPhoneSession } from '#application/phone-session.ts';
import { makeListPhoneDossiers } from '#functions/tracking/application/phone/list-phone-dossiers.ts';
import {
  makeEndPhoneSession,
  makeOpenPhoneSession,
} from '#functions/tracking/application/phone/phone-session.ts';
import { makeRequestPhoneCode } from '#functions/tracking/application/phone/request-phone-code.ts';
import { got } from './offline.ts';
import { aTrackingDesk, sourceIp } from './tracking.ts';

export const phone = '+84987654321';

/** The tracking desk with its way in for telephones. */
export const aPhoneDesk = async (...options: Parameters<typeof aTrackingDesk>) => {
  const desk = await aTrackingDesk(...options);
  const deps = {
    ...desk,
    phoneSessions: makeMemoryPhoneSessions(),
    random: { ...desk.random, secret: systemRandom.secret },
  };
  const requestCode = makeRequestPhoneCode(deps);
  const openSession = makeOpenPhoneSession(deps);
  const ask = (of = phone, from = sourceIp) => requestCode({ phone: of, sourceIp: from });
  /** Asked, and the digits read from the newest SMS. */
  const received = async (of = phone, from = sourceIp) => {
    const { challenge } = got(await ask(of, from));
    await desk.work();
    const [otp = ''] = /\b\d{8}\b/.exec(desk.inbox.at(-1)?.text ?? '') ?? [];
    return { phone: of, challenge, otp, sourceIp: from };
  };
  return {
    ...deps,
    ask,
    received,
    openPhone: openSession,
    read: makeReadPhoneSession(deps),
    end: makeEndPhoneSession(deps),
    list: makeListPhoneDossiers(deps),
    session: async (of = phone, from = sourceIp) =>
      got(await openSession(await received(of, from))),
  };
};
