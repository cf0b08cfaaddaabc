/** The event types of Midbound, in the order in which a session fires them. */
export type SimulatedType =
  | "identity.resolved"
  | "identity.qualified"
  | "identity.enriched"
  | "identity.validated"
  | "identity.session.finalized";

/** The body of one webhook, before it is made JSON. */
export interface Envelope {
  id: string;
  type: SimulatedType;
  created: number;
  data: object;
}

/** One delivery to make: `at` (ms) is when it would leave the sender. */
export interface SimulatedEvent {
  webhookId: string;
  at: number;
  payload: Envelope;
}
