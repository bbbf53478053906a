import { type ComponentType, useState } from 'react';
import { useAct } from '../api/act.ts';
import { useDesk } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { useWords } from '../kit/react/language.tsx';
import { TroubleNotice } from '../kit/react/states.tsx';
import { useLetterKeys } from '../kit/react/use-letter-keys.ts';
import { useLoss } from './act-form.tsx';
import {
  acknowledge,
  type FormAct,
  formActs,
  type PlainAct,
  plainActs,
  previewOf,
  type ReasonAct,
  reasonActs,
  type Worked,
} from './acts.ts';
import { AskPayment, AskSupplement, type OfDossier, SettlePayment } from './ask-forms.tsx';
import { type Choice, type DossierTold, keyOf, type Offer, offersOf } from './choices.ts';
import { Decide } from './decide-form.tsx';
import { GiveReason, MoveDate, Transfer } from './turn-forms.tsx';
import type { Files } from './use-files.ts';
import type { Holding } from './use-lease.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

const forms: Readonly<Record<FormAct | ReasonAct, ComponentType<OfDossier>>> = {
  supplement: AskSupplement,
  payment: AskPayment,
  'settle-payment': SettlePayment,
  extend: MoveDate,
  transfer: Transfer,
  decide: Decide,
  stop: GiveReason,
  'refuse-reception': GiveReason,
  'return-proposal': GiveReason,
  'take-back': GiveReason,
};

const isForm = (choice: Choice): choice is FormAct | ReasonAct => Object.hasOwn(forms, choice);
const isReason = (choice: Choice): choice is ReasonAct => Object.hasOwn(reasonActs, choice);
const isPlain = (choice: Choice): choice is PlainAct => Object.hasOwn(plainActs, choice);

export interface PanelProps {
  readonly dossier: DossierTold;
  readonly holding: Holding;
  readonly files: Files;
  readonly allSeen: boolean;
  readonly done: (choice: Choice, worked: Worked) => void;
}

const useOffers = ({ dossier, holding, files, allSeen }: PanelProps): readonly Offer[] => {
  const { me, capacity } = useDesk();
  const seen = allSeen ? 'fit' : 'unseen';
  const state = { fit: seen, wrong: 'wrong', opening: 'opening', 'line-cut': 'opening' } as const;
  return offersOf(dossier, {
    me: me.id,
    role: capacity.role,
    lease: holding.state,
    files: state[files.state],
  });
};

/** Acts that are done by pressing: nothing is typed. */
const usePressing = (p: PanelProps) => {
  const desk = useDesk();
  const act = useAct();
  useLoss(act, p.holding.lose);
  const { dossierId, department } = p.dossier;
  const leaseNo = p.holding.lease?.leaseNo ?? department?.leaseNo ?? 0;
  const press = async (choice: PlainAct | 'acknowledge'): Promise<void> => {
    const worked = await act.run((key) => {
      const about = { dossierId, leaseNo, key };
      return choice === 'acknowledge'
        ? acknowledge(desk, { ...about, manifestHash: p.files.manifestHash ?? '' })
        : plainActs[choice](desk, about);
    });
    if (worked) p.done(choice, worked);
  };
  return { ...act, press, leaseNo };
};

const Forms = (
  p: PanelProps & {
    readonly opened: readonly (FormAct | ReasonAct)[];
    readonly shown: Choice | undefined;
    readonly leaseNo: number;
    readonly close: () => void;
  },
) => {
  const desk = useDesk();
  const { dossierId } = p.dossier;
  return p.opened.map((choice) => {
    const Form = forms[choice];
    const send = (typed: FormData, key: string) => {
      const about = { dossierId, leaseNo: p.leaseNo, key };
      return isReason(choice)
        ? reasonActs[choice](desk, { ...about, reason: String(typed.get('reason') ?? '') })
        : formActs[choice](desk, about, typed);
    };
    const previewed = previewOf(choice);
    const preview =
      previewed && ((typed: FormData) => previewed(desk, { dossierId, leaseNo: p.leaseNo }, typed));
    return (
      // What was typed stays while another form is looked at.
      <div key={choice} hidden={choice !== p.shown}>
        <Form
          choice={choice}
          dossier={p.dossier}
          send={send}
          preview={preview}
          done={(worked) => p.done(choice, worked)}
          lose={p.holding.lose}
          close={p.close}
        />
      </div>
    );
  });
};

/** What may be done now, each with its key; what may not, with its reason. */
export const ActPanel = (p: PanelProps) => {
  const words = useWords({ vi, en });
  const offers = useOffers(p);
  const pressing = usePressing(p);
  const [opened, open] = useState<readonly (FormAct | ReasonAct)[]>([]);
  const [shown, show] = useState<Choice>();
  const choose = (choice: Choice): void => {
    if (choice === 'acknowledge' || isPlain(choice)) void pressing.press(choice);
    else if (isForm(choice)) {
      if (!opened.includes(choice)) open([...opened, choice]);
      show(choice);
    }
  };
  useLetterKeys(
    Object.fromEntries(
      offers.flatMap(({ choice, shut }) => {
        const key = keyOf(choice);
        return key === undefined || shut ? [] : [[key.toLowerCase(), () => choose(choice)]];
      }),
    ),
  );
  // What was typed for this act has been sent; another form may be open by now, and stays.
  const done = (choice: Choice, worked: Worked): void => {
    open((before) => before.filter((each) => each !== choice));
    show((before) => (before === choice ? undefined : before));
    p.done(choice, worked);
  };
  return (
    <section className="stack" aria-label={words.acts}>
      <Offers offers={offers} shown={shown} isBusy={pressing.isBusy} choose={choose} />
      {pressing.trouble && <TroubleNotice trouble={pressing.trouble} />}
      <Forms
        {...p}
        done={done}
        opened={opened}
        shown={shown}
        leaseNo={pressing.leaseNo}
        close={() => show(undefined)}
      />
    </section>
  );
};

const mainOnes: readonly Choice[] = ['acknowledge', 'decide', 'approve'];

const Offers = (p: {
  readonly offers: readonly Offer[];
  readonly shown: Choice | undefined;
  readonly isBusy: boolean;
  readonly choose: (choice: Choice) => void;
}) => {
  const words = useWords({ vi, en });
  return (
    <div className="row">
      {p.offers.map(({ choice, shut }) => {
        const key = keyOf(choice);
        return (
          <Button
            key={choice}
            kind={mainOnes.includes(choice) ? 'main' : 'quiet'}
            isBusy={p.isBusy}
            shutBecause={shut === undefined ? undefined : words.shut[shut]}
            {...(key !== undefined && { shortcut: key })}
            onPress={() => p.choose(choice)}
          >
            {words.choice[choice]}
          </Button>
        );
      })}
    </div>
  );
};
