import { Fragment, useState, useSyncExternalStore } from 'react';
import { Button } from '../kit/react/button.tsx';
import { Dialog } from '../kit/react/dialog.tsx';
import { useWords } from '../kit/react/language.tsx';
import { scannerPorts } from '../kit/react/scanner/scanner-ports.ts';
import { useKeys } from '../kit/react/use-keys.ts';
import { en } from './scanner-words.en.ts';
import { vi } from './scanner-words.vi.ts';

const usePorts = () => useSyncExternalStore(scannerPorts.subscribe, scannerPorts.ports);

/** A scanner that was there and is not: nobody scans into nothing. */
export const ScannerNews = () => {
  const words = useWords({ vi, en });
  const gone = usePorts().filter(({ state }) => state === 'unplugged');
  return (
    <div role="alert">
      {gone.map(({ id, name }) => (
        <p key={id} className="notice">
          {words.unplugged(name)}
        </p>
      ))}
    </div>
  );
};

const Scanner = () => {
  const words = useWords({ vi, en });
  const ports = usePorts();
  const [hasHid, hasSerial] = [scannerPorts.hasHid(), scannerPorts.hasSerial()];
  return (
    <section className="stack" aria-labelledby="scanner">
      <h3 id="scanner">{words.scanner}</h3>
      <p>{words.wedge}</p>
      <p>{hasHid || hasSerial ? words.grant : words.impossible}</p>
      <div role="status">
        {ports.length === 0 && (hasHid || hasSerial) && <p className="soft">{words.none}</p>}
        {ports.map(({ id, name, state }) => (
          <p key={id}>
            {name}: {words.state[state]}
          </p>
        ))}
      </div>
      <div className="row">
        {hasHid && <Button onPress={() => void scannerPorts.grantHid()}>{words.hid}</Button>}
        {hasSerial && (
          <Button onPress={() => void scannerPorts.grantSerial()}>{words.serial}</Button>
        )}
      </div>
    </section>
  );
};

/** F1: what the keys do, and which scanners are connected. */
export const KeyHelp = () => {
  const words = useWords({ vi, en });
  const [isOpen, setOpen] = useState(false);
  useKeys([['F1', () => setOpen(!isOpen)]]);
  return (
    <>
      <Button shortcut="F1" onPress={() => setOpen(true)}>
        {words.open}
      </Button>
      <Dialog title={words.open} isOpen={isOpen} close={() => setOpen(false)}>
        <div className="stack">
          <h3>{words.keys}</h3>
          <dl className="keys">
            {Object.entries(words.key).map(([key, what]) => (
              <Fragment key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
              </Fragment>
            ))}
          </dl>
          {isOpen && <Scanner />}
          <Button kind="main" onPress={() => setOpen(false)}>
            {words.close}
          </Button>
        </div>
      </Dialog>
    </>
  );
};
