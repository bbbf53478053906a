import { formatDong } from '#domain/money/format-dong.ts';
import { type Purses, purseNames } from '#domain/money/purses.ts';
import { useKitWords } from './language.tsx';

/** Four kinds of money beside each other, and no sum of them: none is anybody's. */
export const PurseTable = (p: { readonly caption: string; readonly purses: Purses }) => {
  const words = useKitWords();
  return (
    <table className="purses">
      <caption>{p.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.purseColumn}</th>
          <th scope="col">{words.sumColumn}</th>
        </tr>
      </thead>
      <tbody>
        {purseNames.map((name) => (
          <tr key={name}>
            <th scope="row">{words.purse[name]}</th>
            <td>{formatDong(p.purses[name])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
