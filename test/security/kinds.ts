/** A kind of breach, or a control that ends several, and the tests that try it. */
export interface SecurityKind {
  readonly id: string;
  /** What would go wrong. */
  readonly breach: string;
  readonly proofs: readonly Proof[];
}

/** A test file; of a file that tries other things too, the tests whose full name contains one of these texts. */
export interface Proof {
  readonly file: string;
  readonly only?: readonly string[];
}

const all = (...files: readonly string[]): readonly Proof[] => files.map((file) => ({ file }));
const some = (file: string, ...only: readonly string[]): Proof => ({ file, only });

/**
 * What attackers got through, by kind, and what now tries each. A new proof is a line here: a file that
 * is nothing else whole, of another the tests by their names. `npm run security` runs them; a kind without
 * one, or a name that no test has, fails `npm test`.
 */
export const securityKinds: readonly SecurityKind[] = [
  {
    id: 'A1',
    breach: 'to see a dossier is taken as to be allowed to act on it',
    proofs: all(
      'test/component/use-cases/every-state.test.ts',
      'test/component/use-cases/planted.test.ts',
      'test/contract/postal-authority.test.ts',
      'test/component/edge/capacity.test.ts',
      'test/journey/capacity.test.ts',
    ),
  },
  {
    id: 'A2',
    breach: 'a time that an interested party tells is checked at one end',
    proofs: all('test/component/returns/told-times.test.ts'),
  },
  {
    id: 'A3',
    breach: 'a statement is accepted against the record of who holds the paper',
    proofs: [
      ...all('test/component/returns/custody.test.ts', 'test/unit/domain/custody/holding.test.ts'),
      some('test/component/use-cases/every-state.test.ts', 'loses no money and no paper'),
    ],
  },
  {
    id: 'A4',
    breach: 'what one view hides, another shows',
    proofs: [
      ...all('test/component/tracking/withheld.test.ts', 'test/unit/domain/sight/sight.test.ts'),
      some(
        'test/component/departments/joint-work.test.ts',
        'only departments read the answers',
        'reads the case without phone',
        'sees papers only',
      ),
    ],
  },
  {
    id: 'A5',
    breach: 'a secret is printed for the wrong reader',
    proofs: all('test/component/forms/receipt-secret.test.ts'),
  },
  {
    id: 'A6',
    breach: 'parties that do not trust each other share one quota',
    proofs: [
      ...all(
        'test/component/use-cases/reservations.test.ts',
        'test/unit/domain/dossier/reservations-of-scans.test.ts',
      ),
      some('test/component/tracking/others-guesses.test.ts', 'half of the province'),
    ],
  },
  {
    id: 'A7',
    breach: 'a shared limit is spent before the caller’s own is asked',
    proofs: all('test/component/tracking/others-guesses.test.ts'),
  },
  {
    id: 'A8',
    breach: 'a list in an item grows without bound',
    proofs: [
      ...all(
        'test/component/returns/full-lists.test.ts',
        'test/component/use-cases/many-at-once.test.ts',
      ),
      some('test/unit/domain/dossier/room.test.ts', 'takes no longer list'),
    ],
  },
  {
    id: 'A9',
    breach: 'a file is judged by one reader’s view and read by others',
    proofs: all(
      'test/unit/scanning/inspection/pdfs.test.ts',
      'test/unit/scanning/inspection/bounds.test.ts',
    ),
  },
  {
    id: 'A10',
    breach: 'a default that nobody wrote lets somebody in, or answers for another',
    proofs: [
      ...all('test/unit/domain/actor/office-asked.test.ts'),
      some('test/stack/template.test.ts', 'what is not left to a default'),
    ],
  },
  {
    id: 'B least privilege',
    breach: 'a function may do more than it needs',
    proofs: [some('test/stack/template.test.ts', 'who may do what')],
  },
  {
    id: 'B keys and addresses',
    breach: 'a key, an upload address or a receipt means two things',
    proofs: [
      ...all(
        'test/unit/domain/identifiers/tuple.test.ts',
        'test/component/scanning/after-settlement.test.ts',
      ),
      some('test/component/notifications/receipts.test.ts', 'a delivery receipt'),
    ],
  },
  {
    id: 'B names',
    breach: 'a name looks like another’s, or like nothing',
    proofs: all('test/unit/domain/identifiers/names.test.ts'),
  },
  {
    id: 'B supply chain',
    breach: 'code comes in unnamed, or runs while it is installed',
    proofs: all('test/unit/tools/supply-chain.test.ts', 'test/unit/tools/secret-scan.test.ts'),
  },
];
