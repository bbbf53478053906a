import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/**
 * The tables (design §4). Keys and attributes are spelled in `adapters/aws/dynamodb/keys.ts`, those of
 * the figures in the adapter of oversight.
 */
export class Records extends Construct {
  readonly dossiers: TableV2;
  readonly ledger: TableV2;
  readonly figures: TableV2;
  readonly access: TableV2;

  constructor(scope: Construct, id: string, { key }: { readonly key: IKey }) {
    super(scope, id);
    const safe = {
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    };
    this.dossiers = new TableV2(this, 'Dossiers', {
      ...safe,
      partitionKey: text('pk'),
      sortKey: text('sk'),
      dynamoStream: StreamViewType.NEW_IMAGE,
      // Sparse: a dossier is in an inbox or a worklist, and among what may be pulled while it waits; an
      // event is in the outbox until it is published and among the events of its day for ever.
      globalSecondaryIndexes: [
        index('inbox', 'line'),
        index('worklist', 'line'),
        index('outbox', 'event'),
        keysOnly('anchor'),
        keysOnly('pull'),
      ],
    });
    this.ledger = new TableV2(this, 'Ledger', {
      ...safe,
      partitionKey: text('pk'),
      timeToLiveAttribute: 'expiresAt',
      globalSecondaryIndexes: ledgerIndexes,
    });
    this.access = new TableV2(this, 'Access', {
      ...safe,
      partitionKey: text('pk'),
      sortKey: text('sk'),
      globalSecondaryIndexes: accessIndexes,
    });
    // Counters by name and unit, then day, and the events that they have counted.
    this.figures = new TableV2(this, 'Figures', {
      ...safe,
      partitionKey: text('pk'),
      sortKey: text('sk'),
      timeToLiveAttribute: 'expiresAt',
    });
  }
}

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** Sorted by `<name>Sort`, and carrying one attribute. */
const index = (name: string, attribute: string) => ({
  indexName: name,
  partitionKey: text(name),
  sortKey: text(`${name}Sort`),
  projectionType: ProjectionType.INCLUDE,
  nonKeyAttributes: [attribute],
});

/** Sorted by `<name>Sort`, which says all that its readers need. */
const keysOnly = (name: string) => ({
  indexName: name,
  partitionKey: text(name),
  sortKey: text(`${name}Sort`),
  projectionType: ProjectionType.KEYS_ONLY,
});

/** Who read what, besides by reader: by what was read, and by the day for those who watch and verify. */
const accessIndexes = [index('subject', 'link'), index('day', 'link')];

const ledgerIndexes = [
  {
    indexName: 'held',
    partitionKey: text('held'),
    sortKey: { name: 'heldUntil', type: AttributeType.NUMBER },
    projectionType: ProjectionType.INCLUDE,
    nonKeyAttributes: ['sms'],
  },
  // A message that did not arrive is on both until somebody has called.
  index('calls', 'sms'),
  index('allCalls', 'sms'),
];
