/** How sure we are of what was read; `medium` and `low` are confirmed by the province before go-live. */
export type Certainty = 'high' | 'medium' | 'low';

/** What a text says, with where it stands. A fact without a text is left out, never guessed. */
export interface Stated<T> {
  readonly value: T;
  readonly certainty: Certainty;
  /** What exactly is not certain; present unless the certainty is `high`. */
  readonly certaintyNote?: string;
  /** Văn bản and article, or who said so and when. */
  readonly source: string;
}
