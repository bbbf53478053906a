import { useRead } from '../api/read.ts';

type Named = readonly { readonly id: string; readonly name: string }[];

/** What post offices and agencies are called; an id that nobody knows stands for itself. */
export const useNames = () => {
  const offices = useRead('GET /v1/post-offices');
  const agencies = useRead('GET /v1/agencies');
  const known: Named = [
    ...(offices.state === 'here' ? offices.value.items : []),
    ...(agencies.state === 'here' ? agencies.value.items : []),
  ];
  const names = new Map(known.map(({ id, name }) => [id, name]));
  return (id: string): string => names.get(id) ?? id;
};
