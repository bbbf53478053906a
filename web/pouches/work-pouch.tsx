import { Link } from 'react-router';
import type { Pouch } from '../api/packing.ts';
import { shortMoment } from '../kit/format.ts';
import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { TroubleNotice, Waiting } from '../kit/react/states.tsx';
import { CountPanel } from './count-panel.tsx';
import { isFrom } from './groups.ts';
import { KeptNotice } from './kept-notice.tsx';
import { Contents, PackPanel, Waits } from './pack-panel.tsx';
import { PouchChip } from './pouch-chip.tsx';
import { GivePanel } from './seal-panel.tsx';
import { CountResult, PrintRecord, SignPanel } from './sign-panel.tsx';
import { usePlace } from './use-place.ts';
import { usePouch } from './use-pouches.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

interface WorkProps {
  readonly pouch: Pouch;
  readonly told: (pouch: Pouch) => void;
  readonly again: () => void;
}

const signed = ['opened', 'sealed', 'taken', 'counted', 'giver', 'receiver'] as const;

/** Who has signed what, in the order of the way. */
const Signatures = ({ pouch: { signatures } }: Pick<WorkProps, 'pouch'>) => {
  const words = useWords({ vi, en });
  return (
    <dl className="signatures">
      {signed.map((step) => {
        const by = signatures[step];
        return (
          by && (
            <div key={step}>
              <dt>{step === 'counted' ? words.countedBy : words[step]}</dt>
              <dd>
                {by.name} · {shortMoment(by.at)}
              </dd>
            </div>
          )
        );
      })}
      {signatures.giverAbsence !== undefined && (
        <div>
          <dt>{words.giverAbsence}</dt>
          <dd>{signatures.giverAbsence}</dd>
        </div>
      )}
    </dl>
  );
};

/** What is listed, for whoever can do nothing with it now. */
const Listing = ({ pouch, said }: Pick<WorkProps, 'pouch'> & { readonly said: string }) => {
  const words = useWords({ vi, en });
  return (
    <section className="card stack" aria-label={words.contents}>
      <p>{said}</p>
      <Contents pouch={pouch} />
    </section>
  );
};

/** At the end that sends it. */
const AtSender = ({ pouch, told }: WorkProps) => {
  const words = useWords({ vi, en });
  if (pouch.state === 'open') return <PackPanel pouch={pouch} told={told} />;
  if (pouch.state === 'sealed')
    return (
      <>
        <GivePanel pouch={pouch} told={told} />
        <Listing pouch={pouch} said={words.state.sealed} />
      </>
    );
  if (pouch.state === 'under-way') return <Listing pouch={pouch} said={words.onItsWay} />;
  return (
    <>
      {pouch.state === 'counted' && <p>{words.otherEnd}</p>}
      <CountResult pouch={pouch} />
    </>
  );
};

/** At the end that receives it. */
const AtReceiver = (p: WorkProps) => {
  const words = useWords({ vi, en });
  const { pouch, told } = p;
  if (pouch.state === 'sealed') return <Listing pouch={pouch} said={words.notTakenYet} />;
  if (pouch.state === 'under-way') return <CountPanel pouch={pouch} told={told} />;
  return (
    <>
      <CountResult pouch={pouch} />
      {pouch.state === 'counted' && <SignPanel {...p} />}
    </>
  );
};

const Work = (p: WorkProps) => {
  const words = useWords({ vi, en });
  const { place } = usePlace();
  const { pouch, again } = p;
  const { from, to, sealNumber, countBy, state } = pouch;
  const isOver = state === 'signed' || state === 'settled';
  const End = isFrom(pouch, place) ? AtSender : AtReceiver;
  return (
    <>
      <h1>{words.fromTo(from.name, to.name)}</h1>
      <p className="row">
        <PouchChip pouch={pouch} />
        <strong>{sealNumber === undefined ? words.noSeal : `${words.seal} ${sealNumber}`}</strong>
        {countBy !== undefined && (
          <span className="soft">
            {words.countBy}: {shortMoment(countBy)}
          </span>
        )}
      </p>
      {isOver && <PrintRecord pouch={pouch} />}
      <Waits pouch={pouch} sent={again} />
      <End {...p} />
      <Signatures pouch={pouch} />
    </>
  );
};

/** Một túi: what is to be done with it here and now. */
export const WorkPouch = ({ pouchId }: { readonly pouchId: string }) => {
  const words = useWords({ vi, en });
  const { at } = usePlace();
  const { read, told, again } = usePouch(pouchId);
  return (
    <div className="stack">
      <div className="row">
        <Link to={at}>← {words.all}</Link>
        <Button onPress={again}>{words.refresh}</Button>
      </div>
      {!read && <Waiting />}
      {read?.ok === false && <TroubleNotice trouble={read.trouble} again={again} />}
      {read?.ok && (
        <>
          <KeptNotice read={read.body} />
          <Work pouch={read.body.value} told={told} again={again} />
        </>
      )}
    </div>
  );
};
