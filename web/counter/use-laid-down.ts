import { useRead } from '../api/read.ts';
import type { Draft, LaidMatter, Matter, ProcedureView } from './draft.ts';
import { postageFor } from './money-part.tsx';
import { useProcedure, useProcedures } from './procedures.ts';
import { mattersOf } from './several.ts';

/** What the catalogue says of the chosen procedures, and what the post takes. */
export const useLaidDown = (draft: Draft) => {
  const reading = useProcedure(draft.procedure);
  const others = useProcedures(draft.others.map(({ procedure }) => procedure));
  const postage = useRead('GET /v1/postage');
  const procedure = reading.state === 'here' ? reading.value : undefined;
  const prices = postage.state === 'here' ? postage.value.items : undefined;
  const laidFor = (matter: Matter, its: ProcedureView | undefined): readonly LaidMatter[] =>
    prices && its ? [{ matter, procedure: its, postageVnd: postageFor(matter, prices) }] : [];
  /** Each dossier of the sender with what is laid down for it; undefined until all of that is here. */
  const all = (): readonly LaidMatter[] | undefined => {
    const views = others.state === 'here' ? others.value : undefined;
    const matters = mattersOf(draft);
    const laid = matters.flatMap((matter) =>
      laidFor(
        matter,
        matter.procedure === draft.procedure ? procedure : views?.get(matter.procedure),
      ),
    );
    return laid.length === matters.length ? laid : undefined;
  };
  return { procedure, prices, reading, others, all, inForm: () => laidFor(draft, procedure).at(0) };
};

export type Laid = ReturnType<typeof useLaidDown>;
