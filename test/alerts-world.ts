import { createServer, type IncomingHttpHeaders, type RequestListener } from "node:http";
import { createRule } from "#lib/alerts/change-rules.ts";
import { evaluateAlerts } from "#lib/alerts/evaluate.ts";
import type { RuleInput } from "#lib/alerts/rule-input.ts";
import { settleOutbox } from "#lib/outbox/run-outbox.ts";
import { makeMember } from "./alerts-member.ts";
import { deliver, drainAll, makeWorkspace } from "./workspace.ts";

/** A rule that somebody might make, with what the test is about over it. */
export function ruleInput(over: Partial<RuleInput> = {}): RuleInput {
  return {
    name: "Pricing page",
    scope: "workspace",
    conditions: [{ is: "page", path: "/pricing*" }],
    audience: "everyone",
    memberIds: [],
    delivery: "instant",
    digestHour: 9,
    timezone: "UTC",
    cooldownMinutes: 0,
    app: true,
    email: false,
    slack: null,
    webhook: null,
    ...over,
  };
}

/** A workspace with an admin. */
export async function makeTeam() {
  const workspaceId = await makeWorkspace();
  const adminId = await makeMember(workspaceId, "admin", "Olga Example");
  return { workspaceId, adminId, admin: { userId: adminId, role: "admin" as const } };
}

/** A workspace with an admin and a rule that is on. */
export async function makeRule(over: Partial<RuleInput> = {}) {
  const team = await makeTeam();
  return { ...team, ...(await createRule(team.workspaceId, team.admin, ruleInput(over))) };
}

/** Events reach the door, are projected and held against the rules, and what follows is sent. */
export async function receive(workspaceId: string, payloads: readonly object[]): Promise<void> {
  await deliver(workspaceId, payloads);
  await drainAll();
  await evaluateAlerts();
  await settleOutbox();
}

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** An HTTP server that keeps what it gets; `answer` answers, 204 unless given. */
export async function listenHttp(answer?: RequestListener) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    received.push({ headers: request.headers, body: Buffer.concat(parts).toString("utf8") });
    if (answer) answer(request, response);
    else response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${port}/hook`, received, close };
}
