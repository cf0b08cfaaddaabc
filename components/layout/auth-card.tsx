import type { ReactNode } from "react";
import { Mark } from "./mark.tsx";

export type AuthCardProps = {
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  /** Below the card: another way in, a note. */
  footer?: ReactNode;
};

/** Sign-in, set-up and invitation: one card in the middle of an empty page. */
export function AuthCard({ title, description, children, footer }: AuthCardProps) {
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center bg-canvas px-4 py-12">
      <div className="w-full max-w-88">
        <div className="mb-6 flex flex-col items-center text-center">
          <Mark className="size-9" />
          <h1 className="mt-4 font-semibold text-xl">{title}</h1>
          {description && <p className="mt-1 text-ink-muted text-sm">{description}</p>}
        </div>
        <div className="rounded-xl border border-line bg-surface p-5 shadow-control sm:p-6">
          {children}
        </div>
        {footer && <div className="mt-4 text-center text-ink-muted text-sm">{footer}</div>}
      </div>
    </main>
  );
}
