/** What a request meets on its way: nothing of it arrives, or its answer does not, or it is refused. */
export const faults = [
  'none',
  'cut',
  'lost',
  '500',
  '500-done',
  '503-done',
  '429',
  '401',
  'slow',
  'slow-done',
  'garbled',
  'crash',
  'crash-done',
  'night',
] as const;
export type Fault = (typeof faults)[number];

interface Scan {
  readonly scanId: string;
  readonly dossierId: string;
  readonly sha256: string;
  /** `dead`: whoever looks for files has given it up. */
  state: 'announced' | 'lies' | 'verified' | 'dead';
  /** How often somebody asked: it takes a while to look at a file. */
  asked: number;
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly key: string;
  readonly body: string;
}

type Told = readonly [status: number, body: object];

const refusal = (status: number, code: string): Told => [
  status,
  { code, title: code, titleEn: code, status, type: `urn:problem:post-counter:${code}` },
];

/**
 * The system as the outbox knows it: acts have keys, a slip has one dossier, a file has an address that
 * dies. It keeps what it was sent, so that a test can ask whether a key ever said two things.
 */
export const aSystem = (crash: () => void) => {
  const answers = new Map<string, { readonly body: string; readonly told: Told }>();
  const dossiers = new Map<string, { readonly number: string; accepted: number }>();
  const scans: Scan[] = [];
  const sent: Asked[] = [];
  const script: Fault[] = [];

  const once = ({ key, body }: Asked, act: () => Told): Told => {
    const known = answers.get(key);
    if (known) return known.body === body ? known.told : refusal(409, 'idempotency-key-reused');
    const told = act();
    if (told[0] < 400) answers.set(key, { body, told });
    return told;
  };

  const enter = (asked: Asked): Told => {
    const { number } = JSON.parse(asked.body);
    if ([...dossiers.values()].some((dossier) => dossier.number === number))
      return refusal(409, 'temporary-number-used');
    const dossierId = `dossier-${dossiers.size + 1}`;
    dossiers.set(dossierId, { number, accepted: 0 });
    return [201, { dossierId }];
  };

  const announce = (asked: Asked, dossierId: string): Told => {
    const told = once(asked, () => {
      const { sha256 } = JSON.parse(asked.body);
      const scanId = `scan-${scans.length + 1}`;
      scans.push({ scanId, dossierId, sha256, state: 'announced', asked: 0 });
      return [201, { scanId }];
    });
    const { scanId } = told[1] as { scanId?: string };
    const scan = scans.find((each) => each.scanId === scanId);
    if (!scan) return told;
    // A repeat has a fresh address, until the first one would have died.
    if (scan.state !== 'announced' && scan.state !== 'lies')
      return refusal(409, 'scan-address-dead');
    const upload = { url: `https://scans/${scanId}`, method: 'PUT', headers: {} };
    return [201, { scanId, upload }];
  };

  const put = (scanId: string, body: string): Told => {
    const scan = scans.find((each) => each.scanId === scanId);
    if (!scan || scan.state === 'dead') return [403, {}];
    if (scan.state !== 'announced') return [412, {}];
    if (body !== scan.sha256) return [400, {}];
    scan.state = 'lies';
    return [200, {}];
  };

  const look = (scanId: string): Told => {
    const scan = scans.find((each) => each.scanId === scanId);
    if (!scan) return refusal(404, 'scan-unknown');
    if (scan.state === 'lies') scan.asked += 1;
    if (scan.asked > 1) scan.state = 'verified';
    const words = { announced: 'quarantined', lies: 'quarantined', dead: 'abandoned' } as const;
    const state = scan.state === 'verified' ? 'verified' : words[scan.state];
    return [200, { scanId, state }];
  };

  const accept = (asked: Asked, dossierId: string): Told =>
    once(asked, () => {
      const dossier = dossiers.get(dossierId);
      if (!dossier) return refusal(404, 'dossier-unknown');
      dossier.accepted += 1;
      return [200, { code: `H13.01-${dossierId}` }];
    });

  /** Addresses of before are dead from now on; what was never sent is given up. */
  const fallNight = (): void => {
    for (const scan of scans) if (scan.state === 'announced') scan.state = 'dead';
  };

  const does = (asked: Asked): Told => {
    const [, , , dossierId = '', , scanId = ''] = asked.path.split('/');
    if (asked.path.startsWith('https://')) return put(asked.path.slice(14), asked.body);
    if (asked.path === '/v1/back-entries') return once(asked, () => enter(asked));
    if (asked.path.endsWith('/accept')) return accept(asked, dossierId);
    return asked.method === 'GET' ? look(scanId) : announce(asked, dossierId);
  };

  const silence = (signal: AbortSignal | null | undefined): Promise<Response> =>
    new Promise((_, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    });

  const answer = ([status, body]: Told): Response =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json' },
    });

  const cut = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));

  type Way = (asked: Asked, init: RequestInit) => Promise<Response>;
  const ways: Readonly<Record<Fault, Way>> = {
    none: async (asked) => answer(does(asked)),
    cut,
    lost: (asked) => {
      does(asked);
      return cut();
    },
    '500': async () => answer([500, {}]),
    '500-done': async (asked) => {
      does(asked);
      return answer([500, {}]);
    },
    '503-done': async (asked) => {
      does(asked);
      return answer([503, { message: 'Service Unavailable' }]);
    },
    '429': async () => answer([429, { message: 'Too Many Requests' }]),
    '401': async () => answer([401, { message: 'Unauthorized' }]),
    slow: (_, { signal }) => silence(signal),
    'slow-done': (asked, { signal }) => {
      does(asked);
      return silence(signal);
    },
    garbled: async (asked) => {
      does(asked);
      const headers = { 'content-type': 'application/json' };
      return new Response('<html>', { headers });
    },
    crash: () => {
      crash();
      return cut();
    },
    'crash-done': (asked) => {
      does(asked);
      crash();
      return cut();
    },
    night: () => {
      fallNight();
      return cut();
    },
  };

  const fetch = async (input: string | URL | Request, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    const { body } = init;
    const asked: Asked = {
      method: init.method ?? 'GET',
      path: String(input),
      key: headers.get('idempotency-key') ?? '',
      body: body instanceof Blob ? await body.text() : String(body ?? ''),
    };
    if (asked.key !== '') sent.push(asked);
    return ways[script.shift() ?? 'none'](asked, init);
  };
  return { dossiers, scans, sent, script, fetch };
};
