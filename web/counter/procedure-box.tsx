import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import type { Told } from '../api/ask.ts';
import { useRead } from '../api/read.ts';
import { useLanguage, useWords } from '../kit/react/language.tsx';
import { en } from './intake-words.en.ts';
import { vi } from './intake-words.vi.ts';

type Summary = Told<'GET /v1/procedures'>['items'][number];

const restMs = 150;
/** Who typed little types more. */
const most = 8;

const useSettled = (typed: string): string => {
  const [settled, settle] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => settle(typed), restMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
};

interface ListProps {
  readonly id: string;
  readonly items: readonly Summary[];
  readonly active: number;
  readonly choose: (item: Summary) => void;
}

const Options = ({ id, items, active, choose }: ListProps) => {
  const words = useWords({ vi, en });
  const { language } = useLanguage();
  return (
    <div id={id} role="listbox" aria-label={words.procedure} className="options" tabIndex={-1}>
      {items.map((item, n) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys (combobox pattern of ARIA 1.2).
        <div
          key={item.code}
          id={`${id}-${n}`}
          role="option"
          tabIndex={-1}
          aria-selected={n === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(item)}
        >
          <strong>{item.code}</strong> {language === 'vi' ? item.name : item.nameEn}
        </div>
      ))}
    </div>
  );
};

interface BoxProps {
  readonly code: string;
  /** What the code is called. */
  readonly name: string;
  readonly choose: (code: string) => void;
  readonly wrong: string | undefined;
}

/** What fits what is typed; nothing while that is not known yet: the list before is another question’s. */
const useFitting = (typed: string | undefined) => {
  const sought = useSettled(typed ?? '');
  const reading = useRead('GET /v1/procedures', { query: { q: sought } });
  const isOpen = typed !== undefined && typed.trim() !== '';
  const isThere = isOpen && sought === typed && reading.state === 'here';
  return { isOpen, isThere, items: isThere ? reading.value.items.slice(0, most) : [] };
};

const useChoosing = (choose: (code: string) => void) => {
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState(0);
  // Enter came before the list did.
  const [isHasty, setHasty] = useState(false);
  const { isOpen, isThere, items } = useFitting(typed);
  const take = (item: Summary | undefined): void => {
    setTyped(undefined);
    setActive(0);
    setHasty(false);
    if (item) choose(item.code);
  };
  useEffect(() => {
    if (!isHasty || !isThere) return;
    setHasty(false);
    if (items[0]) take(items[0]);
  });
  const enter = (): void => {
    if (items.length > 0) take(items[active]);
    else setHasty(!isThere);
  };
  const keys = new Map<string, () => void>([
    ['ArrowDown', () => setActive((n) => Math.max(0, Math.min(n + 1, items.length - 1)))],
    ['ArrowUp', () => setActive((n) => Math.max(n - 1, 0))],
    ['Enter', enter],
    ['Escape', () => take(undefined)],
  ]);
  const press = (event: KeyboardEvent): void => {
    const act = keys.get(event.key);
    if (!act || !isOpen) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const type = (text: string): void => {
    setTyped(text);
    setActive(0);
    setHasty(false);
  };
  return { typed, type, items, active, take, press, isOpen, isThere };
};

/** Procedures by a few letters, with or without marks, or by the code (combobox of ARIA 1.2). */
export const ProcedureBox = ({ code, name, choose, wrong }: BoxProps) => {
  const words = useWords({ vi, en });
  const list = useId();
  const box = useChoosing(choose);
  const hasItems = box.items.length > 0;
  return (
    <div className="field box">
      <label htmlFor="in-procedure">{words.procedure}</label>
      <input
        id="in-procedure"
        role="combobox"
        aria-expanded={hasItems}
        aria-controls={list}
        aria-autocomplete="list"
        {...(hasItems && { 'aria-activedescendant': `${list}-${box.active}` })}
        aria-invalid={wrong !== undefined}
        aria-describedby="in-procedure-note"
        autoComplete="off"
        spellCheck={false}
        value={box.typed ?? (code === '' ? '' : `${code} ${name}`)}
        onChange={(event) => box.type(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => box.take(undefined)}
        onKeyDown={box.press}
      />
      {hasItems ? (
        <Options id={list} items={box.items} active={box.active} choose={box.take} />
      ) : (
        <div id={list} role="listbox" aria-label={words.procedure} hidden />
      )}
      <span id="in-procedure-note" role="status">
        {wrong !== undefined && <span className="wrong">{wrong}</span>}
        <span className="hint">
          {hasItems && words.results(box.items.length)}
          {!hasItems && (box.isOpen && box.isThere ? words.procedureNone : words.procedureHint)}
        </span>
      </span>
    </div>
  );
};
