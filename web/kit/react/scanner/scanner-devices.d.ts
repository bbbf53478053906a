/** WebHID and Web Serial as Chromium has them, as far as a scanner needs. */

interface HidDevice extends EventTarget {
  readonly opened: boolean;
  readonly productName: string;
  readonly collections: readonly { readonly usagePage: number }[];
  open(): Promise<void>;
}

interface HidInputReport extends Event {
  readonly reportId: number;
  readonly data: DataView<ArrayBuffer>;
}

interface HidDeviceEvent extends Event {
  readonly device: HidDevice;
}

interface SerialDevice extends EventTarget {
  readonly readable: ReadableStream<Uint8Array> | null;
  open(options: { readonly baudRate: number }): Promise<void>;
}

interface Navigator {
  readonly hid?: EventTarget & {
    getDevices(): Promise<readonly HidDevice[]>;
    requestDevice(asked: {
      readonly filters: readonly { readonly usagePage: number }[];
    }): Promise<readonly HidDevice[]>;
  };
  readonly serial?: EventTarget & {
    getPorts(): Promise<readonly SerialDevice[]>;
    requestPort(): Promise<SerialDevice>;
  };
}
