import type * as z from 'zod';
import type { PreviewedAct } from '#functions/forms/application/preview-form.ts';
import type { contract } from './contract.ts';

type Body = z.output<(typeof contract)['previewForm']['body']>;

/** The act that a preview is of; what is left out is absent, not undefined. */
export const actIn = (body: Body): PreviewedAct => {
  switch (body.form) {
    case 'supplement': {
      const { form, leaseNo, ...asked } = body;
      return { form, leaseNo, asked };
    }
    case 'extension': {
      const { form, leaseNo, override, ...asked } = body;
      return { form, leaseNo, asked: { ...asked, ...(override !== undefined && { override }) } };
    }
    case 'prolongation': {
      const { form, leaseNo, agreement, ...asked } = body;
      return { form, leaseNo, asked: { ...asked, ...(agreement !== undefined && { agreement }) } };
    }
    case 'stop':
    case 'refusal':
      return body;
  }
};
