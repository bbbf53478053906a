/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { apiFor, type Heard, heard, type Trouble } from '../api/ask.ts';
import type { Language } from '../kit/format.ts';
import { afterWords } from './after-words.ts';
import { checkHistory, type Finding, verdictOf } from './check-history.ts';
import { TroubleNotice } from './trouble.tsx';
import type { Words } from './words.vi.ts';

/** The history of the session's dossier, and the anchor as it is published for everybody. */
const checked = async (token: string): Promise<Heard<readonly Finding[]>> => {
  const history = await heard(apiFor(token).call('GET /v1/track/history'));
  if (!history.ok) return history;
  const day = history.body.proof?.anchor.day;
  if (day === undefined) return { ok: true, body: await checkHistory(history.body, undefined) };
  const anchor = await heard(apiFor().call('GET /v1/anchors/{day}', { params: { day } }));
  return anchor.ok ? { ok: true, body: await checkHistory(history.body, anchor.body) } : anchor;
};

const sentenceOf = (finding: Finding, language: Language): string => {
  const words = afterWords[language];
  if (finding.what === 'chain') return words.chain(finding);
  if (finding.what === 'texts') return words.texts(finding);
  return finding.what === 'anchor' ? words.anchor(finding) : words.rest(finding);
};

const Findings = (p: { readonly findings: readonly Finding[]; readonly language: Language }) => {
  const verdict = verdictOf(p.findings);
  return (
    <>
      <p class="due">{afterWords[p.language].verdict[verdict]}</p>
      <ul class="list">
        {p.findings.map((finding) => (
          <li key={finding.what}>
            {finding.ok ? '✓' : '✗'} {sentenceOf(finding, p.language)}
          </li>
        ))}
      </ul>
    </>
  );
};

/** Proof of history, reckoned in the page itself. */
export const ProveHistory = (p: {
  readonly token: string;
  readonly words: Words;
  readonly language: Language;
}) => {
  const words = afterWords[p.language];
  const [findings, setFindings] = useState<readonly Finding[]>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBusy, setBusy] = useState(false);
  const check = async (): Promise<void> => {
    setBusy(true);
    const came = await checked(p.token);
    setBusy(false);
    setTrouble(came.ok ? undefined : came.trouble);
    setFindings(came.ok ? came.body : undefined);
  };
  return (
    <section>
      <h2>{words.proveHeading}</h2>
      <div class="card">
        <p>{words.prove}</p>
        <TroubleNotice trouble={trouble} words={p.words} language={p.language} />
        <div role="status">
          {findings && <Findings findings={findings} language={p.language} />}
        </div>
        <button
          type="button"
          class="quiet"
          aria-disabled={isBusy}
          onClick={() => {
            if (!isBusy) void check();
          }}
        >
          {isBusy ? words.checking : words.check}
        </button>
      </div>
    </section>
  );
};
