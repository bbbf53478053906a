import { useDesk } from '../api/staff.tsx';

/** Where one works, and where its pouches are on the screen. */
export const usePlace = (): { readonly place: string; readonly at: '/quay/tui' | '/so/tui' } => {
  const { capacity } = useDesk();
  return capacity.role === 'clerk'
    ? { place: capacity.office?.id ?? '', at: '/quay/tui' }
    : { place: capacity.agency?.id ?? '', at: '/so/tui' };
};
