import * as z from 'zod';
import { slug, words } from './field.ts';
import { stated } from './stated.ts';

const wayUse = stated(z.enum(['both', 'filing', 'result', 'none']));

const blankForm = z.strictObject({
  name: words,
  number: words.optional(),
  component: slug.optional(),
  file: z
    .strictObject({
      url: z.url({ protocol: /^https$/ }),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    })
    .optional(),
});

/** What the citizen is told besides papers, time and money; what is not confirmed is left out. */
export const guide = {
  steps: stated(z.array(words).min(1)).optional(),
  ways: z
    .strictObject({
      direct: wayUse.optional(),
      online: wayUse.optional(),
      postal: wayUse.optional(),
    })
    .optional(),
  applicants: stated(z.array(words).min(1)).optional(),
  forms: stated(z.array(blankForm).min(1)).optional(),
  legalGrounds: stated(z.array(words).min(1)).optional(),
  commonNames: z.array(words).min(1).max(20).optional(),
};
