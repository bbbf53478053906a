import { readKeys } from '#plan/grants.ts';
import { records } from '#plan/items.ts';
import { answering, type ServicePlan } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import { accessTable, catalogueBucket, keys, publicUrl, tables } from '#plan/variables.ts';
import type { Env } from './print-form/env.ts';

const fonts = 'node_modules/@expo-google-fonts/be-vietnam-pro';

/** Forms, slips and labels on paper. */
export const forms = {
  functions: {
    'print-form': {
      ...answering,
      environment: {
        ...tables,
        ...accessTable,
        ...catalogueBucket,
        ...keys('tracking'),
        ...publicUrl,
      } satisfies Variables<typeof Env>,
      impact: 'citizens leave the counter without a receipt',
      grants: {
        items: {
          read: [
            'dossier',
            'office-list',
            'access-entry',
            ...records(
              'calendar-amendment',
              'electronic-receipt',
              'pouch',
              'print-count',
              'receipt',
              'remittance',
              'shipment',
              'temporary-block',
            ),
          ],
          put: ['access-entry', ...records('print-count')],
        },
        catalogue: ['read'],
        secrets: readKeys('tracking'),
      },
      files: {
        'regular.ttf': `${fonts}/400Regular/BeVietnamPro_400Regular.ttf`,
        'bold.ttf': `${fonts}/700Bold/BeVietnamPro_700Bold.ttf`,
        'italic.ttf': `${fonts}/400Regular_Italic/BeVietnamPro_400Regular_Italic.ttf`,
      },
    },
  },
} as const satisfies ServicePlan;
