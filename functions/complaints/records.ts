import type { RecordKind } from '#ports/records.ts';
import { type Complaint, stateOf } from './domain/complaint.ts';

/** By office and state, what is to be answered first first; a second list is the supervisors', of every office. */
export const complaintKind: RecordKind<Complaint> = {
  name: 'complaint',
  place: (complaint) => {
    const { office, answerBy: at } = complaint;
    const state = stateOf(complaint);
    return {
      names: [],
      list: { name: `${office}#${state}`, at },
      secondList: { name: `all#${state}`, at },
    };
  },
};
