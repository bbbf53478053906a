/** What may come into the tree, and on which terms. A licence is an SPDX identifier. */
export interface Policy {
  /** Asks for no more than a notice: may be part of what is deployed. */
  readonly anywhere: readonly string[];
  /** May stand in the tools that build and test; nothing of them is deployed. */
  readonly tools: readonly string[];
  /** A package by the beginning of its name that may bear one licence more, and why. */
  readonly named: readonly Named[];
  /** Licences of packages whose own data tell none, by `name@version`: where it was read. */
  readonly read: Readonly<Record<string, { readonly licence: string; readonly where: string }>>;
}

export interface Named {
  readonly package: string;
  readonly licence: string;
  readonly why: string;
}

export const policy: Policy = {
  anywhere: [
    '0BSD',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'CC0-1.0',
    'ISC',
    'MIT',
    'MIT-0',
    'OFL-1.1',
  ],
  tools: ['Artistic-2.0', 'BlueOak-1.0.0', 'CC-BY-3.0', 'MPL-2.0', 'Python-2.0', 'WTFPL', 'Zlib'],
  named: [
    {
      package: '@img/sharp-',
      licence: 'LGPL-3.0-or-later',
      why: 'libvips, unchanged, in files of its own that anybody may exchange for theirs',
    },
    {
      package: '@cloud-copilot/iam-',
      licence: 'AGPL-3.0-or-later',
      why: 'simulates IAM in one test (ADR 022); nothing of it is deployed, served to anybody or passed on',
    },
  ],
  read: {
    'png-js@2.0.0': { licence: 'MIT', where: 'LICENSE in the package' },
  },
};
