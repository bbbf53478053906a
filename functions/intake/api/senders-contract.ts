import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { applicant, applicantWarnings, onHandedIn, papersAndFees } from './handed-in.ts';
import { RegisteredView } from './views/registered.ts';

const clerk = ['clerk'] as const;

/** A dossier of who showed their card. */
export const PersonLine = z.object({
  dossierId: shape.ulid,
  /** Mã hồ sơ, the slip's number, or the id while there is neither. */
  number: z.string(),
  procedure: z.object({ code: z.string(), name: z.string() }),
  status: z.string(),
  registeredAt: shape.isoTime,
  dueAt: shape.isoTime.optional(),
});

/** Giờ cao điểm (domain §10.11): who came before, and who brings many. */
export const sendersContract = {
  /**
   * Who has filed at this post office before, under that number: at most 60 look-ups a clerk in a
   * quarter of an hour. Who has filed elsewhere is unknown here.
   */
  findSender: route({
    method: 'POST',
    path: '/v1/senders/find',
    who: clerk,
    reads: { what: 'sender', of: 'answer' },
    summary:
      'Tìm người nộp quen · By phone or personal number, of this post office’s dossiers only; the reading is recorded',
    body: z.union([
      z.strictObject({ phone: shape.vietnamPhone }),
      z.strictObject({ personalNumber: shape.personalNumber }),
    ]),
    answers: {
      200: z.object({
        name: z.string(),
        personalNumber: z.string(),
        phone: z.string().optional(),
        address: z.string(),
        email: z.string().optional(),
      }),
    },
    refuses: ['sender-unknown', 'too-many-tries'],
  }),
  /**
   * Hồ sơ của một người: whose receipt is lost, by the number of the card that they show; of this office only,
   * at most 30 look-ups a clerk in a quarter of an hour. Each dossier that is shown is recorded. A page may
   * hold fewer than `limit`.
   */
  listOfPerson: route({
    method: 'POST',
    path: '/v1/persons/dossiers',
    who: clerk,
    reads: { what: 'sender', of: 'answer' },
    summary:
      'Hồ sơ của người có căn cước · Who has lost the receipt is found by the card; of this office’s dossiers only',
    query: z.strictObject(shape.page),
    body: z.strictObject({
      personalNumber: shape.personalNumber,
      /** The clerk has seen the card of who asks. */
      cardSeen: z.literal(true),
    }),
    answers: {
      200: z.object({
        items: z.array(PersonLine),
        next: z.string().optional(),
      }),
    },
    refuses: ['too-many-tries'],
  }),
  /**
   * Nhiều hồ sơ của một người nộp, at most 50. One refused line leaves the others done; `line`
   * counts from 1, and the same key gives the same lines.
   */
  registerMany: route({
    method: 'POST',
    path: '/v1/dossiers/many',
    who: clerk,
    summary:
      'Một người nộp nhiều hồ sơ · Up to 50 dossiers of one sender; each line is done or refused by itself',
    idempotent: true,
    // 50 dossiers of 60 components.
    bodyBytes: 512 * 1024,
    body: z.strictObject({
      applicant,
      lines: z.array(z.strictObject(papersAndFees)).min(1).max(50),
    }),
    answers: {
      200: z.object({
        registered: z.int(),
        refused: z.int(),
        /** Of the sender's numbers, for the clerk to look at again. */
        warnings: z.array(z.enum(applicantWarnings)),
        lines: z.array(
          z.object({
            line: z.int(),
            ...RegisteredView.partial().shape,
            /** As the single registration would have been refused. */
            problem: z.looseObject({ code: z.string(), status: z.int() }).optional(),
          }),
        ),
      }),
    },
    refuses: [...onHandedIn],
  }),
} as const;
