"use client";

import { PageError, type PageErrorProps } from "#components/layout/page-error.tsx";

export default function VisitorsError(props: PageErrorProps) {
  return (
    <PageError
      {...props}
      heading="Visitors"
      title="The visitors could not be read"
      text="The database did not answer, or this link points to a page of the list that is no more. Nothing was lost: events keep arriving and are stored."
      reset="Start from the first page"
    />
  );
}
