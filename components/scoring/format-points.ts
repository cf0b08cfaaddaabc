/** Points with their sign: "+18", "−6", "0". */
export function formatPoints(points: number): string {
  if (points === 0) return "0";
  return points > 0 ? `+${points}` : `−${-points}`;
}
