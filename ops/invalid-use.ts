/** Arguments that make no sense, or a place that is not there: a sentence, no stack trace. */
export class InvalidUse extends Error {
  override readonly name = 'InvalidUse';
}
