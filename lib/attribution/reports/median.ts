/** The median of all the values of some lists; null for none. Of an even number the mean of the middle two. */
export function medianOf(lists: readonly (readonly number[])[]): number | null {
  const all = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  all.sort();
  const [low, high] = [all[(all.length - 1) >> 1], all[all.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
