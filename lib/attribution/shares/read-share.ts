import { describeReport } from "#lib/attribution/figures/describe-report.ts";
import { readFigures } from "#lib/attribution/figures/read-figures.ts";
import { queryOf } from "#lib/attribution/figures/report-params.ts";
import { isFoyerError } from "#lib/errors.ts";
import { mayLookUpShare } from "./share-limit.ts";
import { getOpenShare } from "./shares.ts";

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/**
 * What a public link shows. Null, the same for all of them: an unknown, expired or revoked link, more
 * lookups from one address than a reader makes, and parameters that are taken no more.
 */
export async function readShare(token: string, address: string) {
  if (!(await mayLookUpShare(address)) || !TOKEN.test(token)) return null;
  const share = await getOpenShare(token);
  if (!share) return null;
  const { workspace, report, params, name } = share;
  try {
    const query = queryOf(params, workspace.timezone);
    const [figures, asked] = await Promise.all([
      readFigures(workspace.id, report, query, params),
      describeReport(workspace.id, report, query, params),
    ]);
    return { ...{ name, report, query, params, figures, asked }, workspace };
  } catch (error) {
    if (isFoyerError(error) && error.code === "invalid_request") return null;
    throw error;
  }
}

export type SharedReport = NonNullable<Awaited<ReturnType<typeof readShare>>>;
