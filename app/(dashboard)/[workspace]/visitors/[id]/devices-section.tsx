import { type DeviceItem, DevicesCard } from "#components/sessions/devices-card.tsx";
import { WrongPerson } from "#components/visitors/identity/wrong-person.tsx";
import { listSessions } from "#lib/sessions/list-sessions.ts";
import { readSessions } from "./read-sessions.ts";

const LIMIT = 20;

interface Props {
  workspaceId: string;
  visitorId: string;
}

/** The browsers behind the latest sessions of a visitor. */
export async function DevicesSection({ workspaceId, visitorId }: Props) {
  const page = await listSessions(workspaceId, {
    visitor: visitorId,
    sort: "-createdAt",
    limit: LIMIT,
  });
  const devices = new Map<string, DeviceItem>();
  // The latest session of a browser speaks for it.
  const latest = new Map(page.rows.toReversed().map(({ vid, sid }) => [vid, sid]));
  const briefs = await readSessions(workspaceId, [...latest.values()]);
  for (const { vid, lastSeenAt } of page.rows) {
    const known = devices.get(vid);
    if (known) {
      known.sessions += 1;
      continue;
    }
    const brief = briefs[latest.get(vid) ?? ""];
    devices.set(vid, {
      vid,
      label: brief?.device ?? null,
      kind: brief?.deviceKind ?? "desktop",
      place: brief?.place ?? null,
      sessions: 1,
      lastSeenAt,
      action: (
        <WrongPerson
          wrong={{ scope: "device", ref: vid }}
          what={`everything from ${brief?.device ?? "this browser"}`}
        />
      ),
    });
  }
  return <DevicesCard devices={[...devices.values()]} isPartial={page.nextCursor !== null} />;
}
