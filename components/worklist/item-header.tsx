"use client";

import { useRef } from "react";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { WorklistRow } from "#lib/worklist/list-worklist.ts";
import { ItemDialogs } from "./item-dialogs.tsx";
import { ItemStand } from "./item-stand.tsx";
import { useItemKeys } from "./use-item-keys.ts";
import { useItemVerbs, type Verb } from "./use-item-verbs.ts";
import { WaitBadge } from "./wait-badge.tsx";
import type { WorklistActions } from "./worklist-actions.ts";

type ItemHeaderProps = {
  row: WorklistRow;
  base: string;
  at: string;
  slaHours: number;
  actions: WorklistActions;
};

/** Which account it is, where it stands, and what can be done; by the keys of the list, too. */
export function ItemHeader({ row, base, at, slaHours, actions }: ItemHeaderProps) {
  const frame = useRef<HTMLDivElement>(null);
  const verbs = useItemVerbs(actions, () => {});
  useItemKeys(frame, (verb) => verbs.act(verb, row));
  const isCompany = row.kind === "company";
  const button = (label: string, verb: Verb, key: string, isFirst = false) => (
    <Button
      variant={isFirst ? "primary" : "secondary"}
      loading={verbs.pending && verb === "claim"}
      onClick={() => verbs.act(verb, row)}
    >
      {label}
      {key && !isFirst && <Kbd className="max-md:hidden">{key}</Kbd>}
    </Button>
  );
  return (
    <div ref={frame}>
      <div data-item={row.id}>
        <PageHeader
          breadcrumbs={[{ href: `${base}/worklist`, label: "Worklist" }]}
          leading={<Avatar name={row.name} size="lg" shape={isCompany ? "square" : "circle"} />}
          title={row.name ?? "Unnamed visitor"}
          meta={
            <>
              <WaitBadge
                unhandledAt={row.activity?.unhandledAt ?? null}
                at={at}
                slaHours={slaHours}
              />
              <ItemStand row={row} />
            </>
          }
          description={[row.detail, row.industry, `score ${row.score}`].filter(Boolean).join(" · ")}
          actions={
            <>
              <LinkButton
                variant="ghost"
                href={`${base}/${isCompany ? "companies" : "visitors"}/${row.id}`}
              >
                {isCompany ? "Company page" : "Visitor page"}
              </LinkButton>
              {button("Note", "note", "n")}
              {button("Snooze", "snooze", "s")}
              {button("Outcome", "outcome", "o")}
              {row.view === "mine"
                ? button("Release", "release", "")
                : button(row.view === "done" ? "Reopen" : "Claim", "claim", "c", true)}
            </>
          }
        />
      </div>
      <ItemDialogs verbs={verbs} actions={actions} />
    </div>
  );
}
