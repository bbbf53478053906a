import { useEffect, useRef } from 'react';
import { numberWarnings, parsePersonalNumber } from '#domain/identifiers/personal-number.ts';
import { readVietnamPhone } from '#domain/identifiers/phone.ts';
import { Choice, Field } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { useKeys } from '../kit/react/use-keys.ts';
import type { Draft, DraftField, Flaws } from './draft.ts';
import { en } from './intake-words.en.ts';
import { vi } from './intake-words.vi.ts';

export interface PartProps {
  readonly draft: Draft;
  readonly flaws: Flaws;
  readonly change: (change: Partial<Draft>) => void;
}

/** One field of the draft, by its name. */
export const useDraftField = ({ draft, flaws, change }: PartProps) => {
  const words = useWords({ vi, en });
  return (name: DraftField) => {
    const flaw = flaws[name];
    return {
      id: `in-${name}`,
      value: draft[name],
      change: (value: string) => change({ [name]: value }),
      wrong: flaw && words.flaw[flaw],
    };
  };
};

const OwnerFields = (p: PartProps) => {
  const words = useWords({ vi, en });
  const field = useDraftField(p);
  return (
    <>
      <Field {...field('ownerName')} label={words.ownerName} />
      <Field {...field('ownerNumber')} label={words.ownerNumber} />
      <Field {...field('ownerAddress')} label={words.ownerAddress} />
    </>
  );
};

const usePhoneHint = (typed: string): string => {
  const { phoneWarning } = useWords({ vi, en });
  if (typed.trim() === '') return phoneWarning['phone-missing'];
  const read = readVietnamPhone(typed);
  return read.ok ? read.value.warnings.map((warning) => phoneWarning[warning]).join(' ') : '';
};

const useNumberHint = (typed: string): string => {
  const words = useWords({ vi, en });
  const parsed = parsePersonalNumber(typed);
  const warnings = parsed.ok ? numberWarnings(parsed.value.number) : [];
  return warnings.map((warning) => words.numberWarning[warning]).join(' ');
};

const ownerKinds = ['same', 'person', 'organisation'] as const;

/** Alt+C: the next kind of owner, with the cursor where its name is typed. */
const useOwnerKey = ({ draft, change }: PartProps): void => {
  const isPressed = useRef(false);
  useEffect(() => {
    if (!isPressed.current) return;
    isPressed.current = false;
    document.getElementById(draft.owner === 'same' ? 'in-owner' : 'in-ownerName')?.focus();
  }, [draft.owner]);
  const turn = (): void => {
    if (document.getElementById('in-owner')?.matches(':disabled')) return;
    isPressed.current = true;
    const next = ownerKinds[(ownerKinds.indexOf(draft.owner) + 1) % ownerKinds.length];
    change({ owner: next ?? 'same' });
  };
  useKeys([['Alt+C', turn]]);
};

/** Người nộp, and chủ hồ sơ where that is somebody else. */
export const WhoPart = (p: PartProps & { readonly findSender: () => void }) => {
  const words = useWords({ vi, en });
  const field = useDraftField(p);
  const { owner } = p.draft;
  useOwnerKey(p);
  return (
    <section className="card stack" aria-labelledby="who">
      <h2 id="who">{words.who}</h2>
      <div className="pair">
        <Field
          {...field('number')}
          label={words.number}
          inputMode="numeric"
          hint={useNumberHint(p.draft.number)}
          leave={p.findSender}
        />
        <Field
          {...field('phone')}
          label={words.phone}
          inputMode="tel"
          hint={usePhoneHint(p.draft.phone)}
        />
      </div>
      <Field {...field('name')} label={words.name} />
      <Field {...field('address')} label={words.address} />
      <Choice
        id="in-owner"
        label={words.owner}
        shortcut="Alt+C"
        value={owner}
        options={ownerKinds.map((kind) => [kind, words.ownerKind[kind]])}
        change={(kind) => p.change({ owner: kind })}
      />
      {owner !== 'same' && <OwnerFields {...p} />}
    </section>
  );
};
