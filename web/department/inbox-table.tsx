import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { CaseStatus } from '#domain/dossier/case-status.ts';
import { parseDay } from '#domain/time/vietnam-time.ts';
import { useDesk } from '../api/staff.tsx';
import { dayInWords, shortMoment } from '../kit/format.ts';
import { useLanguage, useWords } from '../kit/react/language.tsx';
import { Scrolls } from '../kit/react/scrolls.tsx';
import { StatusChip } from '../kit/react/status-chip.tsx';
import { type InboxLine, isHeld, nearness } from './inbox-tabs.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

const Due = ({ line, now }: { readonly line: InboxLine; readonly now: string }) => {
  const words = useWords({ vi, en });
  const { language } = useLanguage();
  const answerBy = line.answerBy === undefined ? undefined : parseDay(line.answerBy);
  if (answerBy)
    return (
      <>
        {words.answer}: {dayInWords(answerBy, language)}
      </>
    );
  const near = nearness(line.dueAt, now);
  if (line.dueAt === undefined || near === 'none') return words.noDue;
  const mark = { past: words.overdue, today: words.dueToday, later: '' }[near];
  return (
    <>
      {mark && <b className={near === 'past' ? 'mark bad' : 'mark warn'}>{mark}</b>}{' '}
      {shortMoment(line.dueAt)}
    </>
  );
};

const Holder = ({ line, now }: { readonly line: InboxLine; readonly now: string }) => {
  const words = useWords({ vi, en });
  const { me } = useDesk();
  if (line.leasedUntil === undefined || !isHeld(line, now)) return words.nobody;
  const by = line.leasedBy;
  const name = by?.id === me.id ? words.me : (by?.name ?? by?.id ?? '');
  return words.heldBy(name, shortMoment(line.leasedUntil));
};

interface TableProps {
  readonly items: readonly InboxLine[];
  readonly now: string;
  /** Where the keys stand. */
  readonly here: string | undefined;
  readonly chosen: readonly string[];
  readonly mayChoose: boolean;
  readonly toggle: (id: string) => void;
  readonly open: (id: string) => void;
}

const Row = ({ line, p }: { readonly line: InboxLine; readonly p: TableProps }) => {
  const words = useWords({ vi, en });
  const row = useRef<HTMLTableRowElement>(null);
  const { dossierId, code = '' } = line;
  const isHere = p.here === dossierId;
  useEffect(() => {
    // Where the keys stand is where Enter opens.
    if (isHere) row.current?.querySelector('a')?.focus();
  }, [isHere]);
  return (
    <tr ref={row} className={isHere ? 'here' : ''} data-dossier={dossierId}>
      {p.mayChoose && (
        <td>
          <input
            type="checkbox"
            aria-label={words.select(code)}
            checked={p.chosen.includes(dossierId)}
            onChange={() => p.toggle(dossierId)}
          />
        </td>
      )}
      <td>
        <Due line={line} now={p.now} />
      </td>
      <td>
        <Link
          to={`/so/ho-so/${dossierId}`}
          onClick={(event) => {
            event.preventDefault();
            p.open(dossierId);
          }}
        >
          {code}
        </Link>
      </td>
      <td>{line.procedureName ?? line.procedure}</td>
      <td>
        <StatusChip status={line.status as CaseStatus} />
      </td>
      <td>
        <Holder line={line} now={p.now} />
      </td>
    </tr>
  );
};

/** Lines by due date; on a phone it scrolls within itself. */
export const InboxTable = (p: TableProps) => {
  const words = useWords({ vi, en });
  const heads = [words.due, words.code, words.procedure, words.status, words.holder];
  return (
    <Scrolls label={words.inbox}>
      <table className="inbox">
        <thead>
          <tr>
            {p.mayChoose && <td />}
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {p.items.map((line) => (
            <Row key={line.dossierId} line={line} p={p} />
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
};
