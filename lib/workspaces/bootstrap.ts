import { createApiKey } from "#lib/api-keys/create-api-key.ts";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { FoyerError, isFoyerError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { createEndpoint } from "#lib/webhooks/endpoints.ts";
import { isWebhookSecret } from "#lib/webhooks/secret-format.ts";
import { createWorkspace } from "#lib/workspaces/create-workspace.ts";

/**
 * Applies BOOTSTRAP_* to an empty database: a workspace with its admin, webhook endpoint `default` and
 * an API key, so that a fresh installation is ready without a click. Does nothing once there is a
 * workspace or a user. Throws `invalid_request`, before anything is written, for values that will not do.
 */
export async function bootstrap(): Promise<void> {
  const given = env();
  const email = given.BOOTSTRAP_ADMIN_EMAIL;
  const password = given.BOOTSTRAP_ADMIN_PASSWORD;
  const rest =
    given.BOOTSTRAP_WEBHOOK_SECRET ?? given.BOOTSTRAP_API_KEY ?? given.BOOTSTRAP_WORKSPACE;
  if (!email || !password) {
    if (email || password || rest) {
      throw new FoyerError(
        "invalid_request",
        "BOOTSTRAP_ADMIN_EMAIL and BOOTSTRAP_ADMIN_PASSWORD are both needed to bootstrap.",
      );
    }
    return;
  }
  const secret = given.BOOTSTRAP_WEBHOOK_SECRET;
  if (secret && !isWebhookSecret(secret)) {
    throw new FoyerError("invalid_request", "BOOTSTRAP_WEBHOOK_SECRET: must be whsec_ and base64.");
  }
  if ((await db().workspace.count()) > 0 || (await db().user.count()) > 0) return;
  const name = given.BOOTSTRAP_WORKSPACE ?? "Foyer";
  const admin = { email, name: email.slice(0, email.indexOf("@")), password };
  const created = await createWorkspace({ name, admin }).catch(ignoreRace);
  if (!created) return;
  const { workspaceId, slug } = created;
  await createEndpoint(workspaceId, {
    name: "Website",
    id: "default",
    ...(secret ? { secret } : {}),
  });
  if (given.BOOTSTRAP_API_KEY) {
    const key = given.BOOTSTRAP_API_KEY;
    await createApiKey({ workspaceId, name: "Bootstrap", scopes: ["*"], createdById: null, key });
  }
  log().info({ workspace: slug }, "bootstrapped a workspace");
}

/** Of several processes that start together on an empty database, the first one's user stands. */
function ignoreRace(error: unknown): null {
  const isTaken = error instanceof Error && "code" in error && error.code === "P2002";
  if (isTaken || (isFoyerError(error) && error.code === "conflict")) return null;
  throw error;
}
