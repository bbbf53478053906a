import { systemClock } from '#adapters/node/system-clock.ts';
import { province } from '#data/province.ts';
import { dayOf, formatDay } from '#domain/time/vietnam-time.ts';
import {
  type Candidate,
  procedureLookUp,
} from '#functions/catalogue/application/ask-procedures.ts';

const question = process.argv.slice(2).join(' ').trim();

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const today = dayOf(systemClock.now());

/** Where it comes from, and from when until when it holds. */
const groundOf = ({ procedure: { effective, sources } }: Candidate): string => {
  const { from, to } = effective;
  const until = to === undefined ? '' : `, ${to < today ? 'hết hiệu lực' : 'đến'} ${formatDay(to)}`;
  return `${sources[0]}; từ ${formatDay(from)}${until}`;
};

const tell = (candidate: Candidate): void => {
  const { procedure, calledBy } = candidate;
  say(`${procedure.code}  ${procedure.name}`);
  say(`          vì: “${calledBy}” · ${groundOf(candidate)}`);
};

if (question === '') {
  process.stderr.write('usage: npm run ask -- "<question>"\n');
  process.exitCode = 1;
} else {
  const { candidates, elsewhere } = procedureLookUp(province)(question, today);
  for (const candidate of candidates) tell(candidate);
  if (elsewhere) say(`Không làm ở đây: ${elsewhere.vi} · Not here: ${elsewhere.en}`);
  else if (candidates.length === 0)
    say('Không có thủ tục nào khớp với câu hỏi này · Nothing here fits this question');
}
