import { type Pieces, takeBytes, takeReport } from './hid-reports.ts';

/** A scanner that was let in by whoever sits at this device. */
export interface Port {
  readonly id: number;
  readonly name: string;
  /** `shut`: another program has it. */
  readonly state: 'open' | 'unplugged' | 'shut';
}

/** HID Point of Sale: bar code scanners. */
const usagePage = 0x8c;
/** Scanners that are a serial port on a USB cable pass over it. */
const baudRate = 9_600;

let ports: ReadonlyMap<object, Port> = new Map();
let shown: readonly Port[] = [];
const listeners = new Set<(text: string) => void>();
const watchers = new Set<() => void>();

const put = (device: object, port: Omit<Port, 'id'>): void => {
  const id = ports.get(device)?.id ?? ports.size;
  ports = new Map([...ports, [device, { ...port, id }]]);
  shown = [...ports.values()];
  for (const changed of watchers) changed();
};

const say = (text: string): void => {
  for (const heard of listeners) heard(text);
};

const isReport = (event: Event): event is HidInputReport => 'reportId' in event && 'data' in event;

const heardDevices = new WeakSet<object>();

const listenTo = (device: HidDevice): void => {
  if (heardDevices.has(device)) return;
  heardDevices.add(device);
  let pieces: Pieces = [];
  device.addEventListener('inputreport', (event) => {
    if (!isReport(event)) return;
    const { buffer, byteOffset, byteLength } = event.data;
    const step = takeReport(pieces, event.reportId, new Uint8Array(buffer, byteOffset, byteLength));
    ({ pieces } = step);
    if (step.text !== undefined) say(step.text);
  });
};

const openHid = async (device: HidDevice): Promise<void> => {
  if (!device.collections.some((each) => each.usagePage === usagePage)) return;
  const port = { name: device.productName };
  try {
    if (!device.opened) await device.open();
    listenTo(device);
    put(device, { ...port, state: 'open' });
  } catch {
    put(device, { ...port, state: 'shut' });
  }
};

/** Until the cable is drawn. */
const readAll = async (readable: ReadableStream<Uint8Array>): Promise<void> => {
  let rest = new Uint8Array();
  const reader = readable.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const step = takeBytes(rest, read.value);
    ({ rest } = step);
    step.texts.forEach(say);
  }
};

const openSerial = async (device: SerialDevice): Promise<void> => {
  if (ports.get(device)?.state === 'open') return;
  const port = { name: 'COM' };
  try {
    await device.open({ baudRate });
  } catch {
    put(device, { ...port, state: 'shut' });
    return;
  }
  put(device, { ...port, state: 'open' });
  if (device.readable) await readAll(device.readable).catch(() => undefined);
  put(device, { ...port, state: 'unplugged' });
};

/** Those that were let in before need no asking. */
const openKnown = async (): Promise<void> => {
  const hid = (await navigator.hid?.getDevices().catch(() => [])) ?? [];
  const serial = (await navigator.serial?.getPorts().catch(() => [])) ?? [];
  for (const device of hid) await openHid(device);
  for (const device of serial) void openSerial(device);
};

const isOfDevice = (event: Event): event is HidDeviceEvent => 'device' in event;

let isBegun = false;

/** Once a page: devices outlive screens. */
const begin = (): void => {
  if (isBegun) return;
  isBegun = true;
  navigator.hid?.addEventListener('connect', () => void openKnown());
  navigator.serial?.addEventListener('connect', () => void openKnown());
  navigator.hid?.addEventListener('disconnect', (event) => {
    const known = isOfDevice(event) ? ports.get(event.device) : undefined;
    if (known && isOfDevice(event)) put(event.device, { ...known, state: 'unplugged' });
  });
  void openKnown();
};

/** Scanners that speak by themselves, without a keyboard in between: whole texts, and no focus. */
export const scannerPorts = {
  listen: (heard: (text: string) => void): (() => void) => {
    begin();
    listeners.add(heard);
    return () => listeners.delete(heard);
  },
  subscribe: (changed: () => void): (() => void) => {
    watchers.add(changed);
    return () => watchers.delete(changed);
  },
  ports: (): readonly Port[] => shown,
  hasHid: (): boolean => navigator.hid !== undefined,
  hasSerial: (): boolean => navigator.serial !== undefined,
  /** Only where somebody has pressed something; nobody chose one: nothing changes. */
  grantHid: async (): Promise<void> => {
    const chosen = await navigator.hid?.requestDevice({ filters: [{ usagePage }] }).catch(() => []);
    for (const device of chosen ?? []) await openHid(device);
  },
  grantSerial: async (): Promise<void> => {
    const chosen = await navigator.serial?.requestPort().catch(() => undefined);
    if (chosen) void openSerial(chosen);
  },
};
