import type { FastifyInstance } from 'fastify';

/** The pages' forms, for routes that programs call with JSON. */
export const acceptForms = (server: FastifyInstance): void => {
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
};
