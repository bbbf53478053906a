import { useEffect, useState } from 'react';
import { useDesk } from '../api/staff.tsx';
import { type Act, type Draft, emptyDraft } from './draft.ts';
import { afterThis } from './several.ts';

/** What is kept of an intake until it is done. */
export interface Kept {
  readonly draft: Draft;
  /** What was sent and is not known to have been answered. */
  readonly act?: Act;
}

/** Of an older build: what is new is empty in it. */
const readBack = (text: string, usual: Draft['intakeMode']): Kept => {
  const kept: Kept = JSON.parse(text);
  return { ...kept, draft: { ...emptyDraft(usual), ...kept.draft } };
};

/**
 * The intake of this tab, kept in the tab's own storage at each change: a reload or a crash loses nothing,
 * and signing out empties it. One person at one office: nobody goes on with what another has typed.
 */
export const useKept = () => {
  const { me, capacity } = useDesk();
  const place = `intake:${me.id}:${capacity.office?.id ?? ''}`;
  const usual = capacity.office?.intakeModes[0] ?? 'agent';
  const [kept, setKept] = useState<Kept>(() => {
    const text = sessionStorage.getItem(place);
    return text === null ? { draft: emptyDraft(usual) } : readBack(text, usual);
  });
  useEffect(() => {
    sessionStorage.setItem(place, JSON.stringify(kept));
  }, [place, kept]);
  // At once: the screen may be gone before it is drawn again, and what is sent is kept before it is sent.
  const put = (next: Kept): void => {
    sessionStorage.setItem(place, JSON.stringify(next));
    setKept(next);
  };
  return {
    ...kept,
    change: (change: Partial<Draft>) =>
      setKept(({ draft, ...rest }) => ({ ...rest, draft: { ...draft, ...change } })),
    keepAct: (act: Act) => put({ ...kept, act }),
    /** Refused: nothing of it is in the system, and what comes next is another act. */
    dropAct: () => put({ draft: kept.draft }),
    begin: () => put({ draft: emptyDraft(kept.draft.intakeMode) }),
    /** The dossier in the form is taken: its sender's next one comes, or another sender. */
    goOn: () => put({ draft: afterThis(kept.draft) }),
    /** Sent and answered: what is left of it. */
    leave: (draft: Draft) => put({ draft }),
  };
};
