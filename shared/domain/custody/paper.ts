/** Bản chính, bản sao chứng thực, bản chụp. */
export const copyKinds = ['original', 'certified', 'photocopy'] as const;
export type CopyKind = (typeof copyKinds)[number];

/** So many sheets or sets of one component (thành phần hồ sơ), in one kind of copy. */
export interface Paper {
  /** The component's id in the procedure. */
  readonly id: string;
  readonly copyKind: CopyKind;
  readonly count: number;
}

/** The department's decision on paper; it joins the citizen's papers when it is made. */
export const resultPaper: Paper = { id: 'ket-qua', copyKind: 'original', count: 1 };
