import type { Problem } from "#lib/attempt.ts";

/** A change that answers nothing when it is done, and what stood in its way when it isn't. */
export type Outcome = Promise<string | undefined>;

/** A new endpoint and its first secret, which is shown only now. */
export interface CreatedEndpoint {
  id: string;
  url: string;
  secret: string;
}

/** What our own door answered to a test event, and where the event can be seen. */
export interface TestAnswer {
  status: number;
  href: string | null;
}

/** What an admin can do with endpoints; the page binds them to its workspace. */
export interface WebhookActions {
  create: (name: string) => Promise<CreatedEndpoint | Problem>;
  rename: (endpointId: string, name: string) => Outcome;
  setDisabled: (endpointId: string, disabled: boolean) => Outcome;
  /** `given` is the sender's own secret; without it one is drawn. */
  replaceSecret: (
    endpointId: string,
    overlapHours: number,
    given?: string,
  ) => Promise<{ secret: string } | Problem>;
  revokeSecret: (secretId: string) => Outcome;
  sendTest: (endpointId: string) => Promise<TestAnswer | Problem>;
}
