export interface Problem {
  readonly status: number;
  readonly vi: string;
  readonly en: string;
}

export const row = (status: number, vi: string, en: string): Problem => ({ status, vi, en });
