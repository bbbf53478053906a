import { Link, useSearchParams } from 'react-router';
import { type CaseStatus, caseStatuses } from '#domain/dossier/case-status.ts';
import { useKitWords, useWords } from '../kit/react/language.tsx';
import { StatusChip } from '../kit/react/status-chip.tsx';
import { FindDossier } from './find-dossier.tsx';
import './counter.css';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';
import { statusesOf, turns } from './work-groups.ts';
import { WorkList } from './work-list.tsx';

const asStatus = (asked: string | null): CaseStatus =>
  caseStatuses.find((status) => status === asked) ?? 'registered';

/** Việc của bưu cục: what lies at which status, and any dossier by any of its numbers. */
export const ShowToday = () => {
  const words = useWords({ vi, en });
  const kit = useKitWords();
  const [query] = useSearchParams();
  const status = asStatus(query.get('o'));
  return (
    <div className="stack">
      <h1>{words.today}</h1>
      <FindDossier />
      <section className="card work" aria-label={words.byStatus}>
        <nav className="statuses" aria-label={words.byStatus}>
          {turns.map((turn) => (
            <div key={turn}>
              <h2>{words.turn[turn]}</h2>
              <ul>
                {statusesOf(turn).map((each) => (
                  <li key={each}>
                    <Link
                      to={`?o=${each}`}
                      replace
                      {...(each === status && { 'aria-current': 'page' as const })}
                    >
                      {kit.status[each]}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <div className="stack lines">
          <div className="row">
            <StatusChip status={status} />
            <p className="soft">{words.next[status]}</p>
          </div>
          <WorkList key={status} status={status} />
        </div>
      </section>
    </div>
  );
};
