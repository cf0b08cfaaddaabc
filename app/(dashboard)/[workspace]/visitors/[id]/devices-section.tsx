import { type DeviceItem, DevicesCard } from "#components/sessions/devices-card.tsx";
import { WrongPerson } from "#components/visitors/identity/wrong-person.tsx";
import { listSessions } from "#lib/sessions/list-sessions.ts";
import { readSession } from "./read-session.ts";

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
  for (const { vid, sid, lastSeenAt } of page.rows) {
    const known = devices.get(vid);
    if (known) {
      known.sessions += 1;
      continue;
    }
    // The latest session of a browser speaks for it.
    const brief = await readSession(workspaceId, sid);
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
