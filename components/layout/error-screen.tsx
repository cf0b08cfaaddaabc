"use client";

import { useEffect } from "react";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";

/** What Next.js gives to an error page. */
export type ErrorScreenProps = { error: unknown; retry: () => void };

/** An error that nobody expected, filling the place of the page that failed. */
export function ErrorScreen({ error, retry }: ErrorScreenProps) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <div className="flex min-h-[60dvh] flex-1 items-center justify-center">
      <ErrorState
        level={1}
        title="This page could not be shown"
        text="Nothing was lost: what you see here is only a view of it. Try again; if it fails again, tell your administrator the reference below."
        reference={digestOf(error)}
        actions={
          <Button variant="primary" onClick={() => retry()}>
            Try again
          </Button>
        }
      />
    </div>
  );
}

/** The id under which the server logged the error. */
function digestOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("digest" in error)) return undefined;
  return typeof error.digest === "string" ? error.digest : undefined;
}
