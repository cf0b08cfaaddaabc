import type { ReactNode } from "react";
import { buttonClass } from "#components/ui/button-class.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "./page-header.tsx";
import { WorkspaceLink } from "./workspace-link.tsx";

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
  return (
    <>
      <PageHeader title={heading} />
      <EmptyState
        icon={icon}
        title={title}
        text={text}
        actions={
          <WorkspaceLink to={to} className={buttonClass()}>
            {label}
          </WorkspaceLink>
        }
      />
    </>
  );
}
