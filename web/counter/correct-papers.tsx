import { useState } from 'react';
import { copyKinds } from '#domain/custody/paper.ts';
import type { Sent } from '../api/ask.ts';
import { useDesk } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { Choice, Field } from '../kit/react/field.tsx';
import { useKitWords, useWords } from '../kit/react/language.tsx';
import { ActAnswer } from './act-bar.tsx';
import { en } from './right-words.en.ts';
import { vi } from './right-words.vi.ts';
import { useAct } from './use-act.ts';
import type { DossierTold } from './use-scans.ts';

type Counted = Sent<'POST /v1/dossiers/{dossierId}/components/corrections'>['components'];
type Kind = Counted[number]['copyKind'];

interface Line {
  readonly id: string;
  readonly copyKind: Kind;
  readonly count: string;
}

const isCount = (typed: string): boolean => /^[1-9]\d?$/.test(typed.trim());

/** Đính chính thành phần hồ sơ: all papers as they lie there now. */
export const CorrectPapers = (p: {
  readonly dossier: DossierTold;
  readonly nameOf: (component: string) => string;
  readonly done: () => void;
}) => {
  const words = useWords({ vi, en });
  const kit = useKitWords();
  const { api } = useDesk();
  const { dossierId, components } = p.dossier;
  const [lines, setLines] = useState<readonly Line[]>(() =>
    components.map(({ id, copyKind, count }) => ({
      id,
      copyKind: copyKind as Kind,
      count: String(count),
    })),
  );
  const [reason, setReason] = useState('');
  const put = (id: string, part: Partial<Line>): void =>
    setLines(lines.map((line) => (line.id === id ? { ...line, ...part } : line)));
  const act = useAct(
    (key) =>
      api.call('POST /v1/dossiers/{dossierId}/components/corrections', {
        params: { dossierId },
        body: {
          components: lines.map(({ count, ...line }) => ({ ...line, count: Number(count) })),
          reason: reason.trim(),
        },
        key,
      }),
    p.done,
  );
  const isSame = lines.every((line, n) => {
    const before = components[n];
    return before?.copyKind === line.copyKind && String(before.count) === line.count.trim();
  });
  const lacks = [
    lines.every(({ count }) => isCount(count)) ? undefined : words.countFlaw,
    isSame ? words.unchanged : undefined,
    reason.trim() === '' ? words.reasonMissing : undefined,
  ].find((each) => each !== undefined);
  return (
    <div className="stack">
      <p className="hint">{words.papersHelp}</p>
      <ul className="drops">
        {lines.map(({ id, copyKind, count }) => (
          <li key={id} className="row">
            <strong>{p.nameOf(id)}</strong>
            <Choice
              id={`right-kind-${id}`}
              label={words.copies}
              value={copyKind}
              options={copyKinds.map((kind) => [kind, kit.copyKind[kind]])}
              change={(kind) => put(id, { copyKind: kind })}
            />
            <Field
              id={`right-count-${id}`}
              label={words.count}
              value={count}
              change={(value) => put(id, { count: value })}
              inputMode="numeric"
              wrong={isCount(count) ? undefined : words.countFlaw}
            />
          </li>
        ))}
      </ul>
      <Field id="papers-reason" label={words.reason} value={reason} change={setReason} />
      <ActAnswer act={act} />
      <div className="row">
        <Button isBusy={act.isBusy} shutBecause={lacks} onPress={act.act}>
          {words.correct}
        </Button>
      </div>
    </div>
  );
};
