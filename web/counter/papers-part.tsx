import type { CopyKind } from '#domain/custody/paper.ts';
import { Choice } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { type Handed, type Paper, type ProcedureView, paperOf } from './draft.ts';
import { en } from './intake-words.en.ts';
import { vi } from './intake-words.vi.ts';
import type { PartProps } from './who-part.tsx';

type Component = ProcedureView['components'][number];

const kinds: readonly CopyKind[] = ['original', 'certified', 'photocopy'];

const choicesOf = ({ dataBase }: Component): readonly Handed[] => [
  ...kinds,
  ...(dataBase === undefined ? [] : (['data-base'] as const)),
  'absent',
];

interface RowProps {
  readonly component: Component;
  readonly paper: Paper;
  readonly put: (paper: Paper) => void;
}

const Row = ({ component, paper, put }: RowProps) => {
  const words = useWords({ vi, en });
  const { id, name, required, when, dataBase } = component;
  const isPaper = paper.handed !== 'absent' && paper.handed !== 'data-base';
  return (
    <tr>
      <th scope="row">
        {name}
        {!required && <span className="hint"> ({when ?? words.optional})</span>}
        {dataBase !== undefined && <span className="hint"> · {dataBase}</span>}
      </th>
      <td>
        <Choice
          id={`in-kind-${id}`}
          label={words.kindOf(name)}
          isLabelHidden
          value={paper.handed}
          options={choicesOf(component).map((each) => [each, words.handed[each]])}
          change={(handed) => put({ ...paper, handed })}
        />
      </td>
      <td>
        {isPaper && (
          <input
            className="count"
            type="number"
            min="1"
            max="99"
            aria-label={words.countOf(name)}
            value={paper.count}
            onChange={({ target }) =>
              put({ ...paper, count: Math.max(1, target.valueAsNumber || 1) })
            }
          />
        )}
      </td>
    </tr>
  );
};

/** Thành phần hồ sơ: counted one by one, or looked up where the law forbids to ask for the paper. */
export const PapersPart = ({
  draft,
  change,
  procedure,
}: PartProps & { readonly procedure: ProcedureView }) => {
  const words = useWords({ vi, en });
  return (
    <section className="card stack" aria-labelledby="papers">
      <h2 id="papers">{words.papers}</h2>
      <table className="papers">
        <thead>
          <tr>
            <th scope="col">{words.paper}</th>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.count}</th>
          </tr>
        </thead>
        <tbody>
          {procedure.components.map((component) => (
            <Row
              key={component.id}
              component={component}
              paper={paperOf(draft, component)}
              put={(paper) => change({ papers: { ...draft.papers, [component.id]: paper } })}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
};
