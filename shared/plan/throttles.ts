/** How many requests of one network address are served within a window, whichever routes share it. */
export interface AddressLimit {
  /** Of the firewall's rule: letters and digits, once in the system. */
  readonly name: string;
  readonly requests: number;
  readonly windowSeconds: 60 | 120 | 300 | 600;
}

/** Requests a second, with a burst, of each route that has it. */
export interface Throttle {
  readonly rate: number;
  readonly burst: number;
  /** Absent on a public route: the limit that all other public routes share. */
  readonly perAddress?: AddressLimit;
}

/**
 * A citizen's visit is some twenty requests; but whole districts share one address of their telephone
 * company, so the limit stops a bot and no crowd.
 */
export const publicAddress: AddressLimit = {
  name: 'PublicRoutes',
  requests: 1_200,
  windowSeconds: 300,
};

const trackingAddress: AddressLimit = { ...publicAddress, name: 'Tracking' };

/**
 * Limits of the groups of routes that a crowd or a bot may drain, apart from everybody at work. The API
 * counts by route, so each route of a group has its group's limit to itself; no route spends another's.
 */
export const throttles = {
  /** 110 offices × 2 screens, each asking every 2 s, are 110 a second; five screens may share a line. */
  displays: {
    rate: 150,
    burst: 300,
    perAddress: { name: 'Displays', requests: 3_000, windowSeconds: 300 },
  },
  /** By receipt or session: a look-up is cheap, and a guess is one too. */
  tracking: { rate: 20, burst: 40, perAddress: trackingAddress },
  /** What costs an SMS or is tried with a secret of six digits. */
  trackingCodes: { rate: 10, burst: 20, perAddress: trackingAddress },
  /** The whole day's tree is built for each proof. */
  proofs: { rate: 5, burst: 10, perAddress: trackingAddress },
  /** What stands published and is fetched once by who checks a proof. */
  published: { rate: 10, burst: 20, perAddress: trackingAddress },
  /** Twelve digits are tried. */
  pairing: { rate: 5, burst: 10 },
  /** Every machine of the province asks again each nine minutes, and all after a power cut. */
  deviceTokens: { rate: 20, burst: 100 },
  ratings: { rate: 10, burst: 20 },
  /**
   * Tổng đài: 6,000 calls at once take a turn in 12 s each, and 6,000 that arrive within 10 s are 600 a
   * second. All come from the provider's few addresses and are signed, so no address is limited.
   */
  voice: { rate: 600, burst: 1_200 },
} as const satisfies Readonly<Record<string, Throttle>>;

/** Of every other route. One office's burst is about twenty requests a second. */
export const usual: Throttle = { rate: 500, burst: 1_000 };
