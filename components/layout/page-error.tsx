"use client";

import { usePathname } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "./page-header.tsx";

/** What Next gives to an error.tsx. */
export type PageErrorProps = { error: Error & { digest?: string }; retry: () => void };

type Words = {
  heading: string;
  /** What could not be done. */
  title: string;
  /** Why, and what was kept. */
  text: string;
  /** The link to the page without its URL state. */
  reset: string;
};

/** The page under its own heading when what it shows could not be read: what happened, and two ways on. */
export function PageError({ error, retry, heading, title, text, reset }: PageErrorProps & Words) {
  const path = usePathname();
  return (
    <>
      <PageHeader title={heading} />
      <ErrorState
        title={title}
        text={text}
        reference={error.digest}
        actions={
          <>
            <Button variant="primary" onClick={() => retry()}>
              Try again
            </Button>
            <LinkButton href={path}>{reset}</LinkButton>
          </>
        }
      />
    </>
  );
}
