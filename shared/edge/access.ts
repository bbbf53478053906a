import type { ReadKind } from '#domain/access/access-entry.ts';
import type { Staff, StaffMember } from '#domain/actor/actor.ts';
import type { DeviceActor } from '#domain/actor/device.ts';
import type { PhoneActor } from '#domain/actor/phone.ts';
import type { AccessLog, AccessRead } from '#ports/access-log.ts';
import { codes } from '#watch/codes.ts';
import { errorFields, type Log } from '#watch/logger.ts';
import type { HttpEvent } from './call.ts';
import { isWatched, type Route } from './contract.ts';
import type { ProblemCode, Problems } from './problem.ts';

/** Who asked: nobody with a name of their own behind a receipt. */
type Asker = Staff | StaffMember | DeviceActor | PhoneActor | undefined;

/** What came of it: whom the answer is about, or why there is none. */
export type Came = { readonly about: readonly string[] } | { readonly refused: ProblemCode };

interface Asked {
  readonly operation: string;
  readonly route: Route;
  readonly event: HttpEvent;
  readonly asker: Asker;
}

/** Refused for who asks, or because what was asked for is nobody's business of theirs. */
const isRefusedAccess = (problems: Problems, code: ProblemCode): boolean =>
  code !== 'route-unknown' && (problems[code].status === 403 || problems[code].status === 404);

/** The entries that a request leaves: one for each person whose data it showed, or one that it was refused. */
const accessOf = (asked: Asked, came: Came, problems: Problems): readonly AccessRead[] => {
  const { route, event } = asked;
  if (!isWatched(route)) return [];
  if ('refused' in came)
    return isRefusedAccess(problems, came.refused)
      ? entriesOf(asked, [idInPath(event)], came.refused)
      : [];
  // Of what is done to a dossier the history itself says who did it.
  if (route.reads === 'nothing-personal') return [];
  return entriesOf(asked, route.reads.of === 'path' ? [idInPath(event)] : came.about);
};

const entriesOf = (
  { operation, route: { reads }, asker }: Asked,
  subjects: readonly (string | undefined)[],
  refused?: ProblemCode,
): readonly AccessRead[] => {
  const what: ReadKind = reads === 'nothing-personal' ? 'act' : reads.what;
  const reader = readerOf(asker, subjects[0]);
  if (!reader) return [];
  return subjects.map((subject) => ({
    ...reader,
    operation,
    what,
    ...(subject !== undefined && { subject }),
    ...(refused && { refused }),
  }));
};

type Reader = Pick<AccessRead, 'reader' | 'name' | 'capacity' | 'place'>;

/** Behind a receipt the reader is whoever holds it: of a refused look-up nobody is known. */
const readerOf = (asker: Asker, subject: string | undefined): Reader | undefined => {
  if (asker?.kind === 'staff') return ofStaff(asker);
  if (asker?.kind === 'phone') return { reader: `phone:${asker.phone}` };
  return subject === undefined ? undefined : { reader: `citizen:${subject}` };
};

const ofStaff = (staff: Staff | StaffMember): Reader => {
  const reader = `staff:${staff.id}`;
  const named = { reader, ...(staff.name !== undefined && { name: staff.name }) };
  if (!('role' in staff)) return named;
  const place = staff.office ?? staff.agency;
  return { ...named, capacity: staff.role, ...(place !== undefined && { place }) };
};

/** The reader whose chain an entry may go to, before it is known what comes of the request. */
const expectedReader = (asker: Asker): string | undefined =>
  asker?.kind === 'staff' || asker?.kind === 'phone'
    ? readerOf(asker, undefined)?.reader
    : undefined;

const ulid = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** The dossier in the path, or else what the path is about. */
const idInPath = ({ pathParameters }: HttpEvent): string | undefined =>
  [pathParameters?.['dossierId'], ...Object.values(pathParameters ?? {})].find((value) =>
    ulid.test(value ?? ''),
  );

/** Tells the log who asks, while the use case works; then, what came of it. False: it was not kept. */
export type KeepEntry = (asked: Asked) => (came: Came) => Promise<boolean>;

export const makeKeepEntry =
  ({ access, problems, log }: Kept): KeepEntry =>
  (asked) => {
    const reader = isWatched(asked.route) ? expectedReader(asked.asker) : undefined;
    const ready = reader === undefined ? undefined : access?.prepare(reader);
    return async (came) => {
      await ready;
      const entries = accessOf(asked, came, problems);
      try {
        if (entries.length > 0) await logOf(access).append(entries);
        return true;
      } catch (error) {
        log.error(codes.accessUnlogged, { operation: asked.operation, error: errorFields(error) });
        return false;
      }
    };
  };

interface Kept {
  readonly access?: AccessLog | undefined;
  readonly problems: Problems;
  readonly log: Log;
}

const logOf = (access: AccessLog | undefined): AccessLog => {
  if (!access) throw new Error('a function without an access log shows personal data');
  return access;
};
