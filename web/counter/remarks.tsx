import { useState } from 'react';
import { pagePicture } from '../api/page-picture.ts';
import { useDesk } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { Dialog } from '../kit/react/dialog.tsx';
import { useLanguage, useWords } from '../kit/react/language.tsx';
import { Waiting } from '../kit/react/states.tsx';
import { componentAt } from './batch.ts';
import { en } from './batch-words.en.ts';
import { vi } from './batch-words.vi.ts';
import type { ScanTold } from './send-scan.ts';

type Remark = NonNullable<ScanTold['remarks']>[number];

/** Where one has to look, and by what name it is known. */
export interface About {
  readonly scan: ScanTold;
  readonly dossierId: string;
  /** Of a component. */
  readonly nameOf: (component: string) => string;
}

/** What a code is about, in words: which paper, how many were said and found, which other page. */
const useMeant = ({ nameOf }: About) => {
  const words = useWords({ vi, en });
  return ({ code, about }: Remark): string => {
    if (about === undefined) return '';
    if (code === 'component-absent') return nameOf(about);
    if (code === 'similar-page') return words.likePage(Number(about));
    const [said, found] = about.split('/');
    return found === undefined ? '' : words.saidFound(said ?? '', found);
  };
};

type Pair = readonly [number, number];

/** Two pages that may be one: only eyes can tell. */
const TwoPages = ({ about, pair }: { readonly about: About; readonly pair: Pair }) => {
  const words = useWords({ vi, en });
  const desk = useDesk();
  const [pictures, setPictures] = useState<readonly (string | undefined)[]>();
  const [isOpen, setOpen] = useState(false);
  const look = (): void => {
    setOpen(true);
    const { dossierId, scan } = about;
    const params = { dossierId, scanId: scan.scanId };
    // Each reading is recorded: once is enough.
    if (!pictures)
      void Promise.all(pair.map((page) => pagePicture(desk, params, page))).then(setPictures);
  };
  return (
    <>
      <Button onPress={look}>{words.lookAt(...pair)}</Button>
      <Dialog title={words.lookAt(...pair)} isOpen={isOpen} close={() => setOpen(false)}>
        {isOpen && !pictures && <Waiting />}
        <div className="two-pages">
          {pictures?.map((picture, n) => (
            <figure key={pair[n]}>
              {picture === undefined ? (
                <p className="notice">{words.noPicture}</p>
              ) : (
                <img src={picture} alt={words.page(pair[n] ?? 0)} />
              )}
              <figcaption>{words.page(pair[n] ?? 0)}</figcaption>
            </figure>
          ))}
        </div>
        <Button kind="main" onPress={() => setOpen(false)}>
          {words.close}
        </Button>
      </Dialog>
    </>
  );
};

const Line = ({ remark, about }: { readonly remark: Remark; readonly about: About }) => {
  const words = useWords({ vi, en });
  const { language } = useLanguage();
  const meant = useMeant(about)(remark);
  const { page, code } = remark;
  const component = page === undefined ? undefined : componentAt(about.scan, page);
  const isPair = code === 'similar-page' && page !== undefined && about.scan.state === 'verified';
  return (
    <li>
      {page !== undefined && words.page(page)}
      {component !== undefined && ` (${about.nameOf(component)})`}
      {page !== undefined && ': '}
      <strong>{language === 'vi' ? remark.vi : remark.en}</strong> {meant !== '' && `${meant}. `}
      {language === 'vi' ? remark.doVi : remark.doEn}
      {isPair && <TwoPages about={about} pair={[Number(remark.about), page]} />}
    </li>
  );
};

/** What was found on a file, and what to do about it while the citizen is there. */
export const Remarks = (about: About) => (
  <ul className="remarks">
    {about.scan.remarks?.map((remark) => (
      <Line
        key={`${remark.code}-${remark.page ?? 0}-${remark.about ?? ''}`}
        remark={remark}
        about={about}
      />
    ))}
  </ul>
);
