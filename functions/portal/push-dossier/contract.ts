import { ReceivedEvent } from '#events/catalogue.ts';

/** What the portal queue carries: only that a dossier has changed matters here. */
export const PortalMessage = ReceivedEvent;
