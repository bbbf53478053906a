/**
 * Stands in every bundle for `@smithy/core/event-streams`: no operation of ours answers with an event
 * stream (of the services that we call, only S3's `SelectObjectContent` does). One that did fails
 * with an error that says where to look.
 */
const refuse = (): never => {
  throw new Error(
    'event streams are left out of the bundles: infra/library-parts/no-event-streams.ts',
  );
};

/** Called when a client is made, and has nothing to add to its configuration. */
export const resolveEventStreamSerdeConfig = <Config>(config: Config): Config => config;

export const eventStreamSerdeProvider = refuse;

/** What the SDK makes when the first event stream is sent or read. */
export class EventStreamSerde {
  constructor() {
    refuse();
  }
}
