import { useEffect, useRef } from 'react';
import {
  type Burst,
  endsAfterMs,
  fallSilent,
  isFromScanner,
  press,
  quiet,
  type Step,
} from './bursts.ts';
import { scannerPorts } from './scanner-ports.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** A field as it was before the first key. */
interface Before {
  readonly field: Field;
  readonly value: string;
  readonly at: number;
}

const isField = (element: Element | null): element is Field =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

const remember = (): Before | undefined => {
  const field = document.activeElement;
  if (!isField(field) || field.type === 'file' || field.type === 'checkbox') return undefined;
  return { field, value: field.value, at: field.selectionStart ?? field.value.length };
};

/** Through the prototype: React does not hear of a value that is set on the element itself. */
const put = (field: Field, value: string): void => {
  if (field.value === value) return;
  const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

const giveBack = ({ field, value, at }: Before, text: string): void => {
  put(field, `${value.slice(0, at)}${text}${value.slice(at)}`);
};

/** Listens before everybody else. Answers what stops it. */
const listen = (heard: (burst: Burst) => void): (() => void) => {
  let run = quiet;
  let before: Before | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const swallowed = new Set<string>();
  const ended = (burst: Burst): void => {
    // What came through an input method may have reached the field all the same.
    if (before) put(before.field, before.value);
    if (isFromScanner(burst)) heard(burst);
    else if (before) giveBack(before, burst.text);
  };
  const take = ({ run: next, moment, burst }: Step): void => {
    run = next;
    clearTimeout(timer);
    if (burst) ended(burst);
    if (moment === 'first') before = remember();
    if (moment === 'began' && before) put(before.field, before.value);
    if (run !== quiet) timer = setTimeout(() => take(fallSilent(run)), endsAfterMs);
  };
  const hush = (event: KeyboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const down = (event: KeyboardEvent): void => {
    const { key, timeStamp: at, isComposing, ctrlKey, altKey, metaKey } = event;
    const isCommand = ctrlKey || altKey || metaKey;
    const step = press(run, { key, at, isComposing, isCommand });
    if (step.swallow) {
      swallowed.add(event.code);
      hush(event);
    }
    take(step);
  };
  // A blank presses a button when it goes up.
  const up = (event: KeyboardEvent): void => {
    if (swallowed.delete(event.code)) hush(event);
  };
  addEventListener('keydown', down, true);
  addEventListener('keyup', up, true);
  return () => {
    clearTimeout(timer);
    removeEventListener('keydown', down, true);
    removeEventListener('keyup', up, true);
  };
};

/** Hears of each scan while the screen is there, whatever has the focus. */
export const useScanner = (heard: (burst: Burst) => void): void => {
  const latest = useRef(heard);
  latest.current = heard;
  useEffect(() => {
    const hear = (burst: Burst): void => latest.current(burst);
    const stopKeys = listen(hear);
    // Nobody types along with a port.
    const stopPorts = scannerPorts.listen((text) => hear({ text, isSuspect: false }));
    return () => {
      stopKeys();
      stopPorts();
    };
  }, []);
};
