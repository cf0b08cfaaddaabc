"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "./page-header.tsx";

export type MissingProps = {
  heading: string;
  icon: ReactNode;
  title: string;
  text: string;
  /** The way on, and what its link says: a path below the workspace, or from "/" on. */
  to: string;
  label: string;
};

/** In the place of a page whose link leads to nothing: why that may be, and the way on. */
export function Missing({ heading, icon, title, text, to, label }: MissingProps) {
  // A not-found.tsx is given no parameters.
  const [, workspace] = usePathname().split("/");
  return (
    <>
      <PageHeader title={heading} />
      <EmptyState
        icon={icon}
        title={title}
        text={text}
        actions={
          <LinkButton href={to.startsWith("/") ? to : `/${workspace}/${to}`}>{label}</LinkButton>
        }
      />
    </>
  );
}
