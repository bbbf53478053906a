import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { normalPhone, onAir } from './esms.ts';
import { endBadly, type NewMessage, type Send } from './sending.ts';

type Fields = Readonly<Record<string, string>>;

const namespace = 'xmlns="http://sns.amazonaws.com/doc/2010-03-31/"';

const xml = (reply: FastifyReply, status: number, body: string): FastifyReply =>
  reply.code(status).type('text/xml').send(body);

const failure = (reply: FastifyReply, status: number, code: string): FastifyReply =>
  xml(
    reply,
    status,
    `<ErrorResponse ${namespace}><Error><Type>${status < 500 ? 'Sender' : 'Receiver'}</Type><Code>${code}</Code><Message>${code}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
  );

/** `MessageAttributes.entry.N.Name` and `.Value.StringValue` */
const attribute = (fields: Fields, name: string): string => {
  const [key = ''] = Object.entries(fields).find(([, value]) => value === name) ?? [];
  return fields[key.replace(/\.Name$/, '.Value.StringValue')] ?? '';
};

/** Signed for SNS; the signature itself is not checked, nobody but our own functions calls. */
const isForSns = (authorization = ''): boolean =>
  /^AWS4-HMAC-SHA256 Credential=[^/]+\/\d{8}\/[a-z0-9-]+\/sns\/aws4_request,/.test(authorization);

type Checked =
  | { readonly phone: string; readonly content: string }
  | { readonly status: number; readonly code: string };

const check = (fields: Fields, authorization: string | undefined): Checked => {
  if (!isForSns(authorization)) return { status: 403, code: 'MissingAuthenticationToken' };
  if (fields['Action'] !== 'Publish') return { status: 400, code: 'InvalidAction' };
  const phone = normalPhone(fields['PhoneNumber'] ?? '');
  const content = fields['Message'] ?? '';
  return phone && content !== '' ? { phone, content } : { status: 400, code: 'InvalidParameter' };
};

const newMessage = (fields: Fields, phone: string, content: string, at: number): NewMessage => ({
  ...onAir({ content, isUnicode: true }),
  requestId: '',
  phone,
  brandname: attribute(fields, 'AWS.SNS.SMS.SenderID'),
  campaign: '',
  callbackUrl: '',
  price: 0,
  at: new Date(at).toISOString(),
});

/**
 * Amazon SNS `Publish` to a telephone number, in the AWS Query protocol. It knows no reference of
 * ours, so a repeated call is a second message; and it reports to nobody.
 */
export const snsSimulator =
  (o: { readonly send: Send; readonly clock: () => number }): FastifyPluginAsync =>
  async (server) => {
    // The SDK puts a slash behind the endpoint.
    server.post('/sns/', async (request, reply) => {
      const fields = (request.body ?? {}) as Fields;
      const checked = check(fields, request.headers.authorization);
      if ('code' in checked) return failure(reply, checked.status, checked.code);
      const message = newMessage(fields, checked.phone, checked.content, o.clock());
      const { smsId, ended } = await o.send(message, () => undefined);
      return ended === 'well' ? published(reply, smsId) : endBadly(reply, ended);
    });
  };

const published = (reply: FastifyReply, id: string): FastifyReply =>
  xml(
    reply,
    200,
    `<PublishResponse ${namespace}><PublishResult><MessageId>${id}</MessageId></PublishResult><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></PublishResponse>`,
  );
