/** The pages that are built from `web/`: folder, and file in the site's bucket. */
export type WebPage = 'citizen' | 'staff';

/** `public`: whoever has a paper. `staff`: signs in, scans, and shows what the bucket of scans holds. */
export type WebTrust = 'public' | 'staff';

export interface WebPlace {
  readonly page: WebPage;
  /** The first part of every address that the page answers; addresses on paper never move. */
  readonly at: `/${string}`;
  readonly trust: WebTrust;
}

const ofStaff = (at: WebPlace['at']): WebPlace => ({ page: 'staff', at, trust: 'staff' });

/** Where pages of `web/` answer. Everything else at the same origin is the API's. */
export const webPlaces: readonly WebPlace[] = [
  { page: 'citizen', at: '/tra-cuu', trust: 'public' },
  { page: 'citizen', at: '/thu-tuc', trust: 'public' },
  ofStaff('/dang-nhap'),
  ofStaff('/signed-in'),
  ofStaff('/quay'),
  ofStaff('/so'),
  ofStaff('/giam-sat'),
  ofStaff('/kit'),
];

/** The file of a page in the bucket. */
export const fileOf = (page: WebPage): string => `/${page}/index.html`;

/** Files whose names change with their content. */
export const assetsAt = '/assets';

/** What keeps the staff pages in a browser. Its address is its scope: from here it reaches every place. */
export const shellWorkerAt = '/shell-worker.js';

/** Where staff pages learn where to sign in: {@link WebSettings}. */
export const settingsAt = '/web-settings.json';

/** What a page cannot know when it is built. */
export interface WebSettings {
  /** `iss` of the tokens. */
  readonly issuer: string;
  /** Of the hosted sign-in: `/oauth2/authorize`, `/oauth2/token`, `/oauth2/revoke` and `/logout` follow. */
  readonly loginUrl: string;
  readonly clientId: string;
}
