import type { IntakeMode } from '#domain/catalogue/post-office.ts';
import { useDesk } from '../api/staff.tsx';
import { Choice, Field } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import type { ProcedureView } from './draft.ts';
import { en } from './intake-words.en.ts';
import { vi } from './intake-words.vi.ts';
import { ProcedureBox } from './procedure-box.tsx';
import { useProcedureName } from './procedures.ts';
import { type PartProps, useDraftField } from './who-part.tsx';

const isSameDay = ({ timeRule }: ProcedureView): boolean => timeRule['unit'] === 'same-day';

const CaseChoice = ({
  draft,
  change,
  procedure,
}: PartProps & { readonly procedure: ProcedureView }) => {
  const words = useWords({ vi, en });
  const { cases = [], chooseCase } = procedure;
  if (cases.length === 0) return null;
  return (
    <Choice
      id="in-case"
      label={words.case}
      value={draft.case}
      none={chooseCase ? words.chooseOne : words.usualCase}
      options={cases.map(({ id, name }) => [id, name])}
      change={(named) => change({ case: named })}
    />
  );
};

/** Thủ tục, with what else the law wants to know of it. */
export const ProcedurePart = (p: PartProps & { readonly procedure: ProcedureView | undefined }) => {
  const words = useWords({ vi, en });
  const { capacity } = useDesk();
  const nameOf = useProcedureName();
  const field = useDraftField(p);
  const { draft, change, procedure } = p;
  const modes: readonly IntakeMode[] = capacity.office?.intakeModes ?? [];
  const choose = (code: string): void =>
    change({ procedure: code, case: '', commune: '', papers: {}, pages: '', copies: '' });
  return (
    <section className="card stack" aria-label={words.procedure}>
      <ProcedureBox
        code={draft.procedure}
        name={nameOf(draft.procedure)}
        choose={choose}
        wrong={field('procedure').wrong}
      />
      {procedure && <CaseChoice {...p} procedure={procedure} />}
      {modes.length > 1 && (
        <Choice
          id="in-mode"
          label={words.intakeMode}
          value={draft.intakeMode}
          options={modes.map((mode) => [mode, words.mode[mode]])}
          change={(intakeMode) => change({ intakeMode })}
        />
      )}
      {procedure && isSameDay(procedure) && draft.intakeMode === 'agent' && (
        <Field {...field('agreement')} label={words.agreement} />
      )}
      {procedure?.onlineButForIncident !== undefined && (
        <Field
          {...field('incident')}
          label={words.incident}
          hint={procedure.onlineButForIncident}
        />
      )}
    </section>
  );
};
