import type { Dossier } from './dossier.ts';

/** What is written on a dossier's papers: mã hồ sơ, or until there is one the number of the slip. */
export const paperNumberOf = ({
  acceptance,
  slip,
}: Pick<Dossier, 'acceptance' | 'slip'>): string | undefined => acceptance?.code ?? slip?.number;
