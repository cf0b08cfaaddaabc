/** A time to put an account aside until. */
export interface SnoozeTime {
  label: string;
  at: Date;
}

const MORNING = 9;

/** The usual times, in the zone of whoever looks: mornings are nine o'clock there. */
export function snoozeTimes(now: Date): SnoozeTime[] {
  const morning = (days: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);
  const untilMonday = (8 - now.getDay()) % 7 || 7;
  return [
    { label: "In 3 hours", at: new Date(now.getTime() + 3 * 3_600_000) },
    { label: "Tomorrow morning", at: morning(1) },
    { label: "Monday morning", at: morning(untilMonday) },
    { label: "In two weeks", at: morning(14) },
    { label: "In a month", at: morning(30) },
  ];
}

/** A time as a datetime-local field writes it, in the viewer's zone. */
export function fieldTime(at: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
