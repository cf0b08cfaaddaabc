/** A time to put an account aside until. */
export interface SnoozeTime {
  label: string;
  at: Date;
}

const MORNING = 9;

/** The usual times, in the zone of whoever looks: mornings are nine o'clock there. */
export function snoozeTimes(now: Date, zone: string): SnoozeTime[] {
  const wall = wallOf(now.getTime(), zone);
  const morning = (days: number) =>
    instantOf(
      Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate() + days, MORNING),
      zone,
    );
  const untilMonday = (8 - wall.getUTCDay()) % 7 || 7;
  return [
    { label: "In 3 hours", at: new Date(now.getTime() + 3 * 3_600_000) },
    { label: "Tomorrow morning", at: morning(1) },
    { label: "Monday morning", at: morning(untilMonday) },
    { label: "In two weeks", at: morning(14) },
    { label: "In a month", at: morning(30) },
  ];
}

/** A time as a datetime-local field writes it, in the viewer's zone. */
export function fieldTime(at: Date, zone: string): string {
  return wallOf(at.getTime(), zone).toISOString().slice(0, 16);
}

/** The instant that such a field means; null when nothing readable stands in it. */
export function parseFieldTime(text: string, zone: string): Date | null {
  const wall = Date.parse(`${text}Z`);
  return Number.isNaN(wall) ? null : instantOf(wall, zone);
}

/** What the clocks of a zone show, as if they showed UTC. */
function wallOf(at: number, zone: string): Date {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return new Date(
    Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second")),
  );
}

/** When the clocks of a zone show this; a time that a change of the clocks leaves out is moved on with it. */
function instantOf(wall: number, zone: string): Date {
  const offset = (at: number) => wallOf(at, zone).getTime() - at;
  const first = wall - offset(wall);
  return new Date(wall - offset(first));
}
