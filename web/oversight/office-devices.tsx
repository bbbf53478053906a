import { useState } from 'react';
import { type DeviceKind, deviceKinds } from '#domain/actor/device.ts';
import { useAct } from '../api/act.ts';
import { heard, type Told } from '../api/ask.ts';
import { useRead } from '../api/read.ts';
import { useDesk } from '../api/staff.tsx';
import { shortMoment } from '../kit/format.ts';
import { Button } from '../kit/react/button.tsx';
import { Dialog } from '../kit/react/dialog.tsx';
import { Choice, Field } from '../kit/react/field.tsx';
import { useWords } from '../kit/react/language.tsx';
import { TroubleNotice, Waiting } from '../kit/react/states.tsx';
import type { OfficeProps } from './office-props.ts';
import { en } from './words.en.ts';
import { vi } from './words.vi.ts';

type Device = Told<'GET /v1/devices'>['items'][number];

/** A code for a new device: shown once, typed on the device within ten minutes. */
const PairDevice = ({ office, paired }: OfficeProps & { readonly paired: () => void }) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const { run, isBusy, trouble } = useAct();
  const [kind, setKind] = useState<DeviceKind>('kiosk');
  const [name, setName] = useState('');
  const [told, tell] = useState<string>();
  const pair = async (): Promise<void> => {
    const body = { office, kind, name: name.trim() };
    const came = await run((key) => heard(api.call('POST /v1/devices', { body, key })));
    if (!came) return;
    tell(words.deviceCode(came.code, shortMoment(came.validUntil)));
    setName('');
    paired();
  };
  return (
    <div className="stack">
      <div className="row">
        <Choice
          id="device-kind"
          label={words.deviceKindAsk}
          value={kind}
          options={deviceKinds.map((each) => [each, words.deviceKind[each]])}
          change={setKind}
        />
        <Field id="device-name" label={words.deviceName} value={name} change={setName} />
        <Button
          isBusy={isBusy}
          shutBecause={name.trim() === '' ? words.deviceNameMissing : undefined}
          onPress={() => void pair()}
        >
          {words.devicePair}
        </Button>
      </div>
      {trouble && <TroubleNotice trouble={trouble} />}
      <p role="status">{told}</p>
    </div>
  );
};

interface DeviceProps {
  readonly device: Device;
  readonly changed: () => void;
}

const Revoke = ({ device, changed }: DeviceProps) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const { run, isBusy, trouble } = useAct();
  const [isAsking, ask] = useState(false);
  const revoke = async (): Promise<void> => {
    const params = { deviceId: device.deviceId };
    const came = await run((key) =>
      heard(api.call('POST /v1/devices/{deviceId}/revoke', { params, body: {}, key })),
    );
    if (came) changed();
  };
  return (
    <>
      <Button kind="danger" onPress={() => ask(true)}>
        {words.deviceRevoke}
      </Button>
      <Dialog title={words.deviceRevokeAsk} isOpen={isAsking} close={() => ask(false)}>
        <p>{device.name}</p>
        {trouble && <TroubleNotice trouble={trouble} />}
        <div className="row">
          <Button kind="danger" isBusy={isBusy} onPress={() => void revoke()}>
            {words.deviceRevoke}
          </Button>
          <Button onPress={() => ask(false)}>{words.keep}</Button>
        </div>
      </Dialog>
    </>
  );
};

const Rename = ({ device, changed }: DeviceProps) => {
  const words = useWords({ vi, en });
  const { api } = useDesk();
  const { run, isBusy, trouble } = useAct();
  const [name, setName] = useState(device.name);
  const isSame = name.trim() === device.name;
  const rename = async (): Promise<void> => {
    const params = { deviceId: device.deviceId };
    const body = { name: name.trim() };
    const came = await run((key) =>
      heard(api.call('POST /v1/devices/{deviceId}/rename', { params, body, key })),
    );
    if (came) changed();
  };
  return (
    <>
      <Field
        id={`name-${device.deviceId}`}
        label={words.deviceName}
        value={name}
        change={setName}
      />
      <Button
        isBusy={isBusy}
        shutBecause={name.trim() === '' || isSame ? words.deviceNameMissing : undefined}
        onPress={() => void rename()}
      >
        {words.deviceRename}
      </Button>
      {trouble && <TroubleNotice trouble={trouble} />}
    </>
  );
};

const Line = (p: DeviceProps) => {
  const words = useWords({ vi, en });
  const { kind, name, state, lastSeenAt } = p.device;
  return (
    <li className="stack">
      <p>
        <strong>{name}</strong> · {words.deviceKind[kind]} · {words.deviceState[state]}
        {lastSeenAt !== undefined && ` · ${words.deviceSeen(shortMoment(lastSeenAt))}`}
      </p>
      <details>
        <summary>{words.deviceRename}</summary>
        <div className="row">
          <Rename {...p} />
        </div>
      </details>
      <div className="row">
        <Revoke {...p} />
      </div>
    </li>
  );
};

/** Thiết bị tại bưu cục: kiosks, displays, tablets; paired by a code, revoked for good. */
export const OfficeDevices = ({ office }: OfficeProps) => {
  const words = useWords({ vi, en });
  const reading = useRead('GET /v1/devices', { query: { office, list: 'live' } });
  const changed = (): void => {
    if (reading.state === 'here') reading.again();
  };
  return (
    <section className="card stack" aria-labelledby="office-devices">
      <h2 id="office-devices">{words.devices}</h2>
      {reading.state === 'waiting' && <Waiting />}
      {reading.state === 'trouble' && (
        <TroubleNotice trouble={reading.trouble} again={reading.again} />
      )}
      {reading.state === 'here' && (
        <ul className="plain stack">
          {reading.value.items.length === 0 && <li className="soft">{words.deviceNone}</li>}
          {reading.value.items.map((device) => (
            <Line key={`${device.deviceId} ${device.name}`} device={device} changed={changed} />
          ))}
        </ul>
      )}
      <PairDevice office={office} paired={changed} />
    </section>
  );
};
