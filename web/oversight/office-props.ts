/** A part of the screen of one post office. */
export interface OfficeProps {
  readonly office: string;
}
