import type { SatisfactionRules } from '#domain/catalogue/satisfaction-rules.ts';
import { bearerOf } from '#edge/actor.ts';
import type { Handlers } from '#edge/call.ts';
import type { makeRateDossier } from '#functions/satisfaction/application/rate-dossier.ts';
import type {
  makeReadFigures,
  makeReadWords,
} from '#functions/satisfaction/application/read-figures.ts';
import { type Answers, indices, levels } from '#functions/satisfaction/domain/rating.ts';
import type { contract } from './contract.ts';
import { indexTexts, levelTexts } from './texts.ts';
import { figuresView, provinceFiguresView } from './views/satisfaction.ts';

interface UseCases {
  readonly rate: ReturnType<typeof makeRateDossier>;
  readonly figures: ReturnType<typeof makeReadFigures>;
  readonly words: ReturnType<typeof makeReadWords>;
  readonly rulesNow: () => SatisfactionRules;
}

export const makeHandlers = (on: UseCases): Handlers<typeof contract> => ({
  readQuestions: async () => ({
    status: 200,
    body: {
      levels: levels.map((level) => ({ level, ...levelTexts[level] })),
      indices: indices.map((index) => ({ index, ...indexTexts[index] })),
      reasons: on.rulesNow().reasons,
    },
  }),
  rateDossier: async ({ idempotency, body, headers }) => {
    const rated = await on.rate({
      token: bearerOf(headers),
      answers: answersOf(body),
      idempotency,
    });
    return rated.ok ? { status: 201, body: { rated: true } } : rated;
  },
  readFigures: async ({ actor, query: { month, office, agency } }) => {
    const place =
      office === undefined
        ? ({ kind: 'agency', id: agency ?? actor.agency ?? '' } as const)
        : ({ kind: 'office', id: office } as const);
    const found = await on.figures.of(actor, place, month);
    return found.ok ? { status: 200, body: figuresView(month, found.value) } : found;
  },
  readWords: async ({ query: { month, office, limit, after } }) => {
    const page = { limit, ...(after !== undefined && { after }) };
    const found = await on.words(office, month, page);
    if (!found.ok) return found;
    const { items, next } = found.value;
    const said = items.map(({ level, reason }) => ({
      ...(level && { level }),
      reason: reason?.code ?? '',
      text: reason?.text ?? '',
    }));
    return { status: 200, body: { items: said, ...(next !== undefined && { next }) } };
  },
  readPublishedFigures: async ({ query: { month } }) => {
    const found = await on.figures.province(month);
    return found.ok ? { status: 200, body: provinceFiguresView(month, found.value) } : found;
  },
});

interface Given {
  readonly level?: Answers['level'] | undefined;
  readonly scores?: Answers['scores'] | undefined;
  readonly reason?: { readonly code: string; readonly text?: string | undefined } | undefined;
}

/** Absent is absent, not undefined: it is stored as it is. */
const answersOf = ({ level, scores, reason }: Given): Answers => ({
  ...(level && { level }),
  ...(scores && { scores }),
  ...(reason && {
    reason: { code: reason.code, ...(reason.text !== undefined && { text: reason.text }) },
  }),
});
