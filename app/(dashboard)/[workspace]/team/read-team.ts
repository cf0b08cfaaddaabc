import { cache } from "react";
import { listTeam } from "#lib/leads/list-team.ts";

/** The members of a workspace for the pickers of a page; read once per request. */
export const readTeam = cache(listTeam);
