/** A key as it went down. */
export interface Keystroke {
  /** `KeyboardEvent.key`. */
  readonly key: string;
  /**
   * Milliseconds, of the event and not of its handler: a busy page comes late to keys that went down in
   * time, and would take one scan for two.
   */
  readonly at: number;
  /** An input method has it. */
  readonly isComposing: boolean;
  /** With Ctrl, Alt or Meta. */
  readonly isCommand: boolean;
}

/** What came fast until now. */
export interface Run {
  readonly at: number;
  readonly keys: number;
  readonly text: string;
  readonly isSuspect: boolean;
}

export const quiet: Run = { at: Number.NEGATIVE_INFINITY, keys: 0, text: '', isSuspect: false };

/** What a scanner has typed, or hands that were as fast. */
export interface Burst {
  readonly text: string;
  /** Something took part in the typing, as Unikey does: only what cannot be mistaken may be taken. */
  readonly isSuspect: boolean;
}

export interface Step {
  readonly run: Run;
  /** Nobody hears of the key, nor of its going up. */
  readonly swallow: boolean;
  /** `first`: remember what has the focus and what stands in it; `began`: put that back. */
  readonly moment?: 'first' | 'began';
  /** What has ended. */
  readonly burst?: Burst;
}

/** No hand types three keys like this; scanners need 1 to 20 ms a key. */
const fastMs = 35;
/** Once it is a scan, so much may lie between. */
const goesOnMs = 50;
/** So late may a scanner send its Enter; after that the scan has ended without one. */
export const endsAfterMs = 500;
/** From this key on, the page hears nothing more. */
const scanFrom = 3;
/** Shorter than any number on any paper: hands that were fast, who get back what they typed. */
const shortest = 8;

const silentKeys = new Set(['Shift', 'CapsLock', 'NumLock', 'AltGraph']);
const ending = new Set(['Enter', 'Tab']);

const isScan = ({ keys }: Run): boolean => keys >= scanFrom;

const isCharacter = (key: string): boolean => [...key].length === 1;

/** What an input method sends in place of a character, or to take one back. */
const isMeddling = ({ key, isComposing }: Keystroke): boolean =>
  isComposing || ['Backspace', 'Process', 'Dead', 'Unidentified'].includes(key);

const burstOf = ({ text, isSuspect }: Run): Burst => ({ text, isSuspect });

/** True: a scan. False: fast hands; what was swallowed is theirs, and goes back to where they typed. */
export const isFromScanner = ({ text }: Burst): boolean => text.length >= shortest;

/** Nothing has come for {@link endsAfterMs}. */
export const fallSilent = (run: Run): Step => ({
  run: quiet,
  swallow: false,
  ...(isScan(run) && { burst: burstOf(run) }),
});

const longest = (run: Run, { key }: Keystroke): number => {
  if (!isScan(run)) return fastMs;
  return ending.has(key) ? endsAfterMs : goesOnMs;
};

const withKey = (run: Run, stroke: Keystroke): Run => {
  const meddled = isMeddling(stroke);
  const text = stroke.key === 'Backspace' ? run.text.slice(0, -1) : run.text;
  return {
    at: stroke.at,
    keys: run.keys + 1,
    text: isCharacter(stroke.key) ? `${text}${stroke.key}` : text,
    isSuspect: run.isSuspect || meddled,
  };
};

/** A key that belongs to no text: it ends what was typed, and inside a scan it acts on nothing. */
const otherKey = (run: Run, { at }: Keystroke): Step =>
  isScan(run)
    ? { run: { ...run, at, isSuspect: true }, swallow: true }
    : { run: quiet, swallow: false };

const goOn = (run: Run, stroke: Keystroke): Step => {
  if (ending.has(stroke.key))
    return isScan(run)
      ? { run: quiet, swallow: true, burst: burstOf(run) }
      : { run: quiet, swallow: false };
  if (stroke.isCommand || !(isCharacter(stroke.key) || isMeddling(stroke)))
    return otherKey(run, stroke);
  const next = withKey(run, stroke);
  const began = !isScan(run) && isScan(next);
  return {
    run: next,
    swallow: isScan(next),
    ...(next.keys === 1 && { moment: 'first' as const }),
    ...(began && { moment: 'began' as const }),
  };
};

/**
 * Whether a key is a scanner's. A scanner that is a keyboard types into whatever has the focus: its blanks
 * press buttons, its Enter sends forms, an input method makes other letters of its letters. From the third
 * key that no hand could have typed, the page hears nothing until the Enter; the two before were digits or
 * letters, and what they did to a field is put back.
 */
export const press = (run: Run, stroke: Keystroke): Step => {
  if (silentKeys.has(stroke.key)) return { run, swallow: false };
  if (stroke.at - run.at <= longest(run, stroke)) return goOn(run, stroke);
  const { burst } = fallSilent(run);
  return { ...goOn(quiet, stroke), ...(burst && { burst }) };
};
