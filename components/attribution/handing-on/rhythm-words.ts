export const DAY_NAMES = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
];

export const hourWords = (hour: number) => `${String(hour).padStart(2, "0")}:00`;

/** "Every Monday at 08:00", "Day 1 of every month at 08:00". */
export function rhythmWords(time: { rhythm: string; day: number; hour: number }): string {
  const { rhythm, day, hour } = time;
  const on = rhythm === "weekly" ? `Every ${DAY_NAMES[day - 1]}` : `Day ${day} of every month`;
  return `${on} at ${hourWords(hour)}`;
}
