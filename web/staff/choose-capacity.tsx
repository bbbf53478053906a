import type { Capacity, Me } from '../api/staff.tsx';
import { Button } from '../kit/react/button.tsx';
import { useKitWords, useWords } from '../kit/react/language.tsx';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

/** The name of the place that goes with a capacity. */
export const placeName = ({ office, agency }: Capacity): string =>
  office?.name ?? agency?.name ?? '';

/** One capacity at a time (tư cách): the powers of two are never joined. */
export const ChooseCapacity = (p: {
  readonly me: Me;
  readonly choose: (capacity: Capacity) => void;
}) => {
  const words = useWords({ vi, en });
  const kit = useKitWords();
  const { capacities } = p.me;
  return (
    <main className="narrow stack" id="content">
      <h1>{capacities.length === 0 ? p.me.name : words.choose}</h1>
      <p className="soft">{capacities.length === 0 ? words.noCapacity : words.chooseHint}</p>
      {capacities.map((capacity) => (
        <Button key={capacity.role} onPress={() => p.choose(capacity)}>
          {kit.role[capacity.role]} · {placeName(capacity)}
        </Button>
      ))}
    </main>
  );
};
