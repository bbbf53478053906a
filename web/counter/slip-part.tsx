import { Field } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { en as dossierEn } from './dossier-words.en.ts';
import { vi as dossierVi } from './dossier-words.vi.ts';
import { type Draft, type ProcedureView, paperOf } from './draft.ts';
import { en } from './slip-words.en.ts';
import { vi } from './slip-words.vi.ts';
import type { SlipDesk } from './use-slip.ts';
import type { SlipPages } from './use-slip-pages.ts';

/** Off the printed sheet: number, hour, and whether the papers were complete. */
export const SlipPart = ({ desk }: { readonly desk: SlipDesk }) => {
  const words = useWords({ vi, en });
  const { slip, flaws, change } = desk;
  return (
    <section className="card stack" aria-labelledby="slip">
      <h2 id="slip">{words.slip}</h2>
      <p className="hint">{words.slipHint}</p>
      <div className="pair">
        <Field
          id="in-slip"
          label={words.number}
          value={slip.number}
          change={(number) => change({ number })}
          wrong={flaws.number && words.flaw[flaws.number]}
          hint={words.numberHint}
        />
        <div className="field">
          <label htmlFor="in-taken-at">{words.takenAt}</label>
          <input
            id="in-taken-at"
            type="datetime-local"
            value={slip.takenAt}
            onChange={({ target }) => change({ takenAt: target.value })}
            aria-invalid={flaws.takenAt !== undefined}
            aria-describedby="in-taken-at-note"
          />
          <span id="in-taken-at-note">
            {flaws.takenAt ? (
              <span className="wrong">{words.flaw[flaws.takenAt]}</span>
            ) : (
              <span className="hint">{words.takenAtHint}</span>
            )}
          </span>
        </div>
      </div>
      <label className="row">
        <input
          type="checkbox"
          checked={slip.wasComplete}
          onChange={({ target }) => change({ wasComplete: target.checked })}
        />
        {words.wasComplete}
      </label>
    </section>
  );
};

interface RowProps {
  readonly id: string;
  readonly name: string;
  readonly pages: SlipPages;
}

const Row = ({ id, name, pages }: RowProps) => {
  const words = useWords({ vi, en });
  const dossier = useWords({ vi: dossierVi, en: dossierEn });
  const own = pages.pages.filter(({ component }) => component === id);
  const refused = pages.refused?.component === id ? pages.refused : undefined;
  return (
    <li className="drop">
      <div>
        <strong>{name}</strong>
        <div role="status">
          {own.map((page) => (
            <p key={page.id} className="lamp good">
              {words.kept(page.name)}{' '}
              <button
                type="button"
                className="button quiet"
                aria-label={words.removeOf(page.name)}
                onClick={() => pages.remove(page.id)}
              >
                {words.remove}
              </button>
            </p>
          ))}
          {refused && (
            <p className="lamp bad">
              {refused.file}:{' '}
              {refused.why === 'no-space' ? words.noSpace : dossier.unfit[refused.why]}
            </p>
          )}
        </div>
      </div>
      <label className="button give">
        {own.length > 0 ? dossier.oneMore : dossier.give}
        <input
          className="heard"
          type="file"
          multiple
          accept="application/pdf,image/jpeg,image/png,image/tiff,image/webp"
          aria-label={dossier.giveOf(name)}
          onChange={({ target }) => {
            pages.add(id, [...(target.files ?? [])]);
            target.value = '';
          }}
        />
      </label>
    </li>
  );
};

/** Pictures of the papers that are handed in; they wait in the browser with their hashes. */
export const SlipPagesPart = ({
  draft,
  procedure,
  pages,
}: {
  readonly draft: Draft;
  readonly procedure: ProcedureView;
  readonly pages: SlipPages;
}) => {
  const words = useWords({ vi, en });
  const handed = procedure.components.filter((component) => {
    const { handed: how } = paperOf(draft, component);
    return how !== 'absent' && how !== 'data-base';
  });
  return (
    <section className="card stack" aria-labelledby="slip-pages">
      <h2 id="slip-pages">{words.pages}</h2>
      <p className="hint">{words.pagesHint}</p>
      <ul className="drops">
        {handed.map(({ id, name }) => (
          <Row key={id} id={id} name={name} pages={pages} />
        ))}
      </ul>
    </section>
  );
};
