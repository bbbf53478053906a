import { useState } from 'react';
import {
  type ComplaintRoute,
  type ComplaintSubject,
  complaintRoutes,
  complaintSubjects,
} from '#functions/complaints/domain/complaint.ts';
import { useDesk } from '../api/staff.tsx';
import { complaintWords } from '../kit/complaint-words.ts';
import { shortMoment } from '../kit/format.ts';
import { Button } from '../kit/react/button.tsx';
import { Choice } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { ActAnswer } from './act-bar.tsx';
import { en } from './right-words.en.ts';
import { vi } from './right-words.vi.ts';
import { useAct } from './use-act.ts';

/** Khiếu nại about the postal service (TT 17/2017 art. 8), in the citizen's own words. */
export const LodgeComplaint = ({ dossierId }: { readonly dossierId: string }) => {
  const words = useWords({ vi, en });
  const about = useWords(complaintWords);
  const { api } = useDesk();
  const [subject, setSubject] = useState<ComplaintSubject>('delay');
  const [route, setRoute] = useState<ComplaintRoute>('within-province');
  const [text, setText] = useState('');
  const [answerBy, setAnswerBy] = useState<string>();
  const act = useAct(
    (key) =>
      api.call('POST /v1/dossiers/{dossierId}/complaints', {
        params: { dossierId },
        body: { subject, route, text: text.trim() },
        key,
      }),
    (lodged) => setAnswerBy(lodged.answerBy),
  );
  if (answerBy !== undefined)
    return <p role="status">● {words.complained(shortMoment(answerBy))}</p>;
  return (
    <div className="stack">
      <p className="hint">{words.complainHelp}</p>
      <div className="row">
        <Choice
          id="complaint-subject"
          label={words.complainAbout}
          value={subject}
          options={complaintSubjects.map((each) => [each, about.subject[each]])}
          change={setSubject}
        />
        <Choice
          id="complaint-route"
          label={words.complainRoute}
          value={route}
          options={complaintRoutes.map((each) => [each, about.route[each]])}
          change={setRoute}
        />
      </div>
      <div className="field">
        <label htmlFor="complaint-text">{words.complainText}</label>
        <textarea
          id="complaint-text"
          rows={3}
          maxLength={2_000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      <ActAnswer act={act} />
      <div className="row">
        <Button
          isBusy={act.isBusy}
          shutBecause={text.trim() === '' ? words.complainMissing : undefined}
          onPress={act.act}
        >
          {words.complainAct}
        </Button>
      </div>
    </div>
  );
};
