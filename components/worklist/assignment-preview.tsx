import { Link } from "#components/ui/link.tsx";
import type { AssignmentRule } from "#lib/worklist/assignment-rules.ts";
import type { PreviewRow } from "#lib/worklist/preview-assignment.ts";
import type { TeamMember } from "./assignment-actions.ts";
import { countWords } from "./count-words.ts";

type AssignmentPreviewProps = {
  rows: readonly PreviewRow[];
  rules: readonly AssignmentRule[];
  team: readonly TeamMember[];
  base: string;
};

/** Who would have got what, in sums and one by one. */
export function AssignmentPreview({ rows, rules, team, base }: AssignmentPreviewProps) {
  const rule = new Map(rules.map(({ id, name }) => [id, name]));
  const member = new Map(team.map(({ id, name }) => [id, name]));
  const shares = team
    .map(({ id, name }) => ({ name, count: rows.filter((row) => row.memberId === id).length }))
    .filter((share) => share.count > 0);
  const nobody = rows.filter((row) => row.memberId === null).length;
  const sums = [...shares, ...(nobody > 0 ? [{ name: "Nobody", count: nobody }] : [])];
  if (rows.length === 0) {
    return <p className="px-4 pb-4 text-ink-muted">No account has been seen yet.</p>;
  }
  return (
    <>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 px-4 pb-3">
        {sums.map(({ name, count }) => (
          <li key={name}>
            <span className="font-medium">{name}</span>{" "}
            <span className="text-ink-muted">{countWords(count, "account", "accounts")}</span>
          </li>
        ))}
      </ul>
      <section
        aria-label="Preview, account by account"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the arrow keys
        tabIndex={0}
        className="max-h-96 overflow-y-auto border-line border-t"
      >
        <table className="w-full table-fixed text-left text-sm">
          <thead className="sticky top-0 bg-sunken text-ink-muted text-xs">
            <tr>
              <th scope="col" className="px-4 py-2 font-medium">
                Account
              </th>
              <th scope="col" className="px-2 py-2 font-medium">
                Goes to
              </th>
              <th scope="col" className="px-2 py-2 font-medium max-sm:hidden">
                By rule
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" className="truncate px-4 py-1.5 font-normal">
                  <Link href={`${base}/worklist/${row.id}`} className="rounded-sm hover:underline">
                    {row.name ?? "Unnamed visitor"}
                  </Link>
                </th>
                <td className="truncate px-2 py-1.5">
                  {row.memberId ? (
                    member.get(row.memberId)
                  ) : (
                    <span className="text-ink-muted">Nobody</span>
                  )}
                </td>
                <td className="truncate px-2 py-1.5 text-ink-muted max-sm:hidden">
                  {row.ruleId ? rule.get(row.ruleId) : "No rule fits"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
