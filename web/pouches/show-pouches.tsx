import { useParams } from 'react-router';
import { ListPouches } from './list-pouches.tsx';
import './pouches.css';
import { WorkPouch } from './work-pouch.tsx';

/** Túi hồ sơ, at the counter and at the agency: all of them, or the one of the address. */
export const ShowPouches = () => {
  const { '*': pouchId = '' } = useParams();
  return pouchId === '' ? <ListPouches /> : <WorkPouch key={pouchId} pouchId={pouchId} />;
};
