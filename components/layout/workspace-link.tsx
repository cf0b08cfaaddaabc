"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";

/** A link below the workspace that is shown, for what is given no parameters (a not-found.tsx). */
export function WorkspaceLink({
  to,
  className,
  children,
}: {
  /** A path below the workspace, or from "/" on. */
  to: string;
  className: string;
  children: ReactNode;
}) {
  const [, workspace] = usePathname().split("/");
  return (
    <Link href={to.startsWith("/") ? to : `/${workspace}/${to}`} className={className}>
      {children}
    </Link>
  );
}
