/** What was asked cannot be made; the message says why. Nothing has been written. */
export class Refused extends Error {}
