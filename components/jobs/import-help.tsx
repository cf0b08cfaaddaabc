import { CodeBlock } from "#components/ui/code-block.tsx";

const EXAMPLE = `email,owner,status,tags
ada@boats.example,rep@your-team.example,working,hot; spring fair
ben@ships.example,none,Not a fit,`;

/** The columns of an import, said by example. */
export function ImportHelp() {
  return (
    <div className="flex flex-col gap-3 text-ink-muted text-sm">
      <p>
        The first line names the columns. Who it is: <b>email</b>, <b>linkedin url</b> or{" "}
        <b>visitor id</b>. What to set: <b>owner</b> (a member’s e-mail, or “none”), <b>status</b>{" "}
        (new, working, meeting, opportunity, won, lost, not a fit), <b>tags</b> (several parted by
        semicolons; new ones are made). An empty cell changes nothing, other columns are passed
        over.
      </p>
      <CodeBlock title="Example" code={EXAMPLE} />
      <p>
        Rows that can’t be taken come back as a file that says why, to be mended and imported again.
      </p>
    </div>
  );
}
