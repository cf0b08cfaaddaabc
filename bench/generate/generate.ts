import { openServer } from "#lib/db/server.ts";
import { PROJECTED_TABLES } from "#lib/rebuild/projected-tables.ts";
import { copyVisitors } from "./copy-visitors.ts";
import { dropIndexes } from "./indexes.ts";
import { inLanes, openLanes } from "./lanes.ts";
import { markLoaded } from "./loaded.ts";
import { noteCompanies, projectTemplates } from "./project-templates.ts";
import { addTeamRecords } from "./team.ts";
import { inventTemplates } from "./templates.ts";

/** So many that the first thousands by page views, where copies of one template stand together, are of hundreds of them. */
const TEMPLATES = 20_000;
const LANES = 3;

/** Seconds that each step of loading took. */
export type LoadTimes = Record<"templates" | "rows" | "indexes" | "vacuum", number>;

/**
 * Fills an empty workspace with `count` visitors. Up to twenty thousand templates go through the projection;
 * their rows are copied. The database is open in this process too, and `url` names it.
 */
export async function generateVisitors(
  url: string,
  workspaceId: string,
  count: number,
): Promise<LoadTimes> {
  const times: LoadTimes = { templates: 0, rows: 0, indexes: 0, vacuum: 0 };
  const timed = async (step: keyof LoadTimes, work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    times[step] = (performance.now() - start) / 1000;
  };
  const engine = openServer(url, 2);
  const { lanes, close } = await openLanes(url, LANES);
  const [main] = lanes;
  if (!main) throw new Error("no connection");
  const tables = [...PROJECTED_TABLES.map(({ name }) => name), "lead", "visitor_tag", "note"];
  // Reads do not know the difference; a million visitors are 25 GB of log less to write.
  for (const table of tables) await main.query(`ALTER TABLE "${table}" SET UNLOGGED`);
  const templateWorkspaceId = `${workspaceId}_templates`;
  await timed("templates", async () => {
    const templates = inventTemplates(7, Math.min(count, TEMPLATES));
    await projectTemplates(engine, templateWorkspaceId, templates);
    await noteCompanies(engine, templateWorkspaceId, templates);
  });
  let indexes: string[] = [];
  await timed("rows", async () => {
    indexes = await dropIndexes(main, tables);
    const options = { templateWorkspaceId, workspaceId, count, maxShiftDays: 60, worldSize: 1_600 };
    await copyVisitors(main, lanes, options);
    await addTeamRecords(main, workspaceId);
  });
  await timed("indexes", () => inLanes(lanes, indexes));
  await timed("vacuum", () =>
    inLanes(
      lanes,
      tables.map((table) => `VACUUM (ANALYZE) "${table}"`),
    ),
  );
  await markLoaded(main, workspaceId);
  await close();
  await engine.close();
  return times;
}
