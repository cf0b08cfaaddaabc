import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import { Link } from "#components/ui/link.tsx";

export type PageHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  /** The way back: the list that this page belongs to. */
  breadcrumbs?: readonly { href: string; label: string }[];
  /** Before the title: an avatar, an icon. */
  leading?: ReactNode;
  /** Beside the title: badges. */
  meta?: ReactNode;
  actions?: ReactNode;
  /** Below, on the edge: tabs. */
  tabs?: ReactNode;
  className?: string;
};

/** As wide as the PageBody below, so that the actions stand at its edge. */
const WIDTH_OF_BODY = "has-[+[data-width=form]]:max-w-3xl has-[+[data-width=wide]]:max-w-7xl";

export function PageHeader(props: PageHeaderProps) {
  const { title, description, breadcrumbs, leading, meta, actions, tabs, className } = props;
  return (
    <header className={cn("px-4 pt-4 sm:px-6 lg:pt-5", WIDTH_OF_BODY, className)}>
      {breadcrumbs && breadcrumbs.length > 0 && (
        <nav aria-label="Breadcrumbs" className="mb-2 flex items-center gap-1 text-xs">
          {breadcrumbs.map((crumb) => (
            <span key={crumb.href} className="flex items-center gap-1 text-ink-muted">
              <Link
                href={crumb.href}
                className="hit-area rounded-sm hover:text-ink hover:underline"
              >
                {crumb.label}
              </Link>
              <ChevronRight aria-hidden="true" className="size-3 text-ink-faint" />
            </span>
          ))}
        </nav>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        {/* It gives way to the actions until it has become narrow; then they go below. */}
        <div className="flex min-w-0 flex-1 basis-64 items-center gap-3">
          {leading}
          <div className="min-w-0">
            <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
              <h1
                dir="auto"
                className="line-clamp-3 min-w-0 break-words text-left font-semibold text-ink text-xl"
              >
                {title}
              </h1>
              {meta}
            </div>
            {description && <div className="mt-0.5 text-ink-muted text-sm">{description}</div>}
          </div>
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {tabs && <div className="mt-3">{tabs}</div>}
    </header>
  );
}
