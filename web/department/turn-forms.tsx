import { useId } from 'react';
import { useRead } from '../api/read.ts';
import { useDesk } from '../api/staff.tsx';
import { useWords } from '../kit/react/language.tsx';
import { TroubleNotice, Waiting } from '../kit/react/states.tsx';
import { ActForm, DayField, ReasonField } from './act-form.tsx';
import type { OfDossier } from './ask-forms.tsx';
import { agencyOf } from './use-inbox.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

const inward: readonly string[] = ['return-proposal', 'take-back', 'transfer'];

/** Acts that want a reason: who reads it is said beside the field. */
export const GiveReason = (p: OfDossier) => {
  const { form } = useWords({ vi, en });
  return (
    <ActForm {...p}>
      <ReasonField
        choice={p.choice}
        label={inward.includes(p.choice) ? form.inward : form.reason}
      />
    </ActForm>
  );
};

/** H · Mẫu 04: an apology and a new date; another one by a leader's word. */
export const MoveDate = (p: OfDossier) => {
  const { form } = useWords({ vi, en });
  const { now, capacity } = useDesk();
  return (
    <ActForm {...p}>
      {(act) => (
        <>
          <ReasonField choice="extend" label={form.reason} />
          <DayField name="newDueDay" label={form.newDueDay} from={now().slice(0, 10)} />
          {capacity.role === 'leader' &&
            act.trouble?.kind === 'refused' &&
            act.trouble.problem.code === 'extension-repeated' && (
              <ReasonField choice="extend" name="override" label={form.override} />
            )}
        </>
      )}
    </ActForm>
  );
};

/** C: to the agency whose matter it is; code and date stay the citizen's. */
export const Transfer = (p: OfDossier) => {
  const { form } = useWords({ vi, en });
  const desk = useDesk();
  const agencies = useRead('GET /v1/agencies');
  const id = useId();
  if (agencies.state === 'waiting') return <Waiting />;
  if (agencies.state === 'trouble')
    return <TroubleNotice trouble={agencies.trouble} again={agencies.again} />;
  const others = agencies.value.items.filter(
    (agency) => agency.takesDossiers && agency.id !== agencyOf(desk),
  );
  return (
    <ActForm {...p}>
      <div>
        <label htmlFor={id}>{form.toAgency}</label>
        <select id={id} name="toAgency" defaultValue="" required>
          <option value="">{form.chooseAgency}</option>
          {others.map((agency) => (
            <option key={agency.id} value={agency.id}>
              {agency.name}
            </option>
          ))}
        </select>
      </div>
      <ReasonField choice="transfer" label={form.inward} />
    </ActForm>
  );
};
