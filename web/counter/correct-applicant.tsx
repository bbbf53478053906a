import { useState } from 'react';
import type { Sent } from '../api/ask.ts';
import { useDesk } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { Field } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { ActAnswer } from './act-bar.tsx';
import { en } from './right-words.en.ts';
import { vi } from './right-words.vi.ts';
import { useAct } from './use-act.ts';
import type { DossierTold } from './use-scans.ts';

type Applicant = DossierTold['applicant'];
type Change = Sent<'POST /v1/dossiers/{dossierId}/applicant/corrections'>['change'];

/** What is typed; of an owner only where there is one. */
interface Typed {
  readonly name: string;
  readonly personalNumber: string;
  readonly address: string;
  readonly ownerName: string;
  readonly ownerNumber: string;
  readonly ownerAddress: string;
}

const typedFrom = ({ name, personalNumber, address, owner }: Applicant): Typed => ({
  name,
  personalNumber,
  address,
  ownerName: owner?.name ?? '',
  ownerNumber: owner?.number ?? '',
  ownerAddress: owner?.address ?? '',
});

/** What differs from what is on record, and nothing else. */
const changeIn = (applicant: Applicant, typed: Typed): Change => {
  const before = typedFrom(applicant);
  const own = (['name', 'personalNumber', 'address'] as const).filter(
    (field) => typed[field].trim() !== before[field],
  );
  const { owner } = applicant;
  const isOwnerOther = (['ownerName', 'ownerNumber', 'ownerAddress'] as const).some(
    (field) => typed[field].trim() !== before[field],
  );
  return {
    ...Object.fromEntries(own.map((field) => [field, typed[field].trim()])),
    ...(owner &&
      isOwnerOther && {
        owner: {
          kind: owner.kind,
          name: typed.ownerName.trim(),
          address: typed.ownerAddress.trim(),
          ...(typed.ownerNumber.trim() !== '' && { number: typed.ownerNumber.trim() }),
        },
      }),
  };
};

/** Đính chính người nộp, chủ hồ sơ: the card is compared where it decides who the person is. */
export const CorrectApplicant = (p: {
  readonly dossier: DossierTold;
  readonly done: () => void;
}) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const { dossierId, applicant } = p.dossier;
  const [typed, setTyped] = useState(() => typedFrom(applicant));
  const [reason, setReason] = useState('');
  const [identityChecked, check] = useState(false);
  const change = changeIn(applicant, typed);
  const isWho = ['name', 'personalNumber', 'owner'].some((field) => field in change);
  const act = useAct(
    (key) =>
      api.call('POST /v1/dossiers/{dossierId}/applicant/corrections', {
        params: { dossierId },
        body: { change, reason: reason.trim(), identityChecked },
        key,
      }),
    p.done,
  );
  const fields = ['name', 'personalNumber', 'address'] as const;
  const ownerFields = applicant.owner
    ? (['ownerName', 'ownerNumber', 'ownerAddress'] as const)
    : [];
  const lacks = [
    Object.keys(change).length === 0 ? words.unchanged : undefined,
    isWho && !identityChecked ? words.unchecked : undefined,
    reason.trim() === '' ? words.reasonMissing : undefined,
  ].find((each) => each !== undefined);
  return (
    <div className="stack">
      <p className="hint">{words.applicantHelp}</p>
      <div className="pair">
        {[...fields, ...ownerFields].map((name) => (
          <Field
            key={name}
            id={`right-${name}`}
            label={words[name]}
            value={typed[name]}
            change={(value) => setTyped({ ...typed, [name]: value })}
          />
        ))}
      </div>
      <Field id="right-reason" label={words.reason} value={reason} change={setReason} />
      <label className="check">
        <input
          type="checkbox"
          checked={identityChecked}
          onChange={({ target }) => check(target.checked)}
        />
        {words.checked}
      </label>
      <ActAnswer act={act} />
      <div className="row">
        <Button isBusy={act.isBusy} shutBecause={lacks} onPress={act.act}>
          {words.correct}
        </Button>
      </div>
    </div>
  );
};
