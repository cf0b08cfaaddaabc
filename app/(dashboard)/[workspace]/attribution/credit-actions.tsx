import { Archive } from "lucide-react";
import { FreezeDialog } from "#components/attribution/freeze-dialog.tsx";
import { goalWords } from "#components/attribution/words.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { AttributionQuery } from "#lib/attribution/search-params.ts";
import { can, type Role } from "#lib/auth/permissions.ts";
import type { UrlState } from "#lib/search-state.ts";
import { freeze } from "./frozen/actions.ts";
import { HandOn } from "./hand-on.tsx";
import { periodWords } from "./periods.ts";
import { queryParams } from "./report-links.ts";
import { dimensionWords } from "./section-props.ts";

interface Props {
  workspace: { slug: string };
  role: Role;
  query: AttributionQuery;
  path: string;
  raw: UrlState;
  isModels: boolean;
}

/** What is done with a report: kept as it reads now, found among those that were kept, handed on. */
export function CreditActions({ workspace, role, query, path, raw, isModels }: Props) {
  const { goal, from, to } = query;
  const name = `${goalWords(goal)} by ${dimensionWords(query).toLowerCase()}, ${periodWords(from, to)}`;
  return (
    <>
      <LinkButton href={`${path}/frozen`} variant="ghost" icon={<Archive aria-hidden="true" />}>
        Frozen reports
      </LinkButton>
      {!isModels && can(role, "goals.manage") && (
        <FreezeDialog
          key={name}
          suggestion={name}
          freeze={freeze.bind(null, workspace.slug, queryParams(query).toString())}
        />
      )}
      <HandOn
        workspace={workspace}
        report={isModels ? "models" : "credit"}
        query={query}
        raw={raw}
      />
    </>
  );
}
