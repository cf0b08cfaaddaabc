"use client";

import { PageError, type PageErrorProps } from "#components/layout/page-error.tsx";

export default function DeliveriesError(props: PageErrorProps) {
  return (
    <PageError
      {...props}
      heading="Deliveries"
      title="The ledger could not be read"
      text="The database did not answer, or this link points to a page of the list that is no more. Nothing was lost: messages keep arriving and are stored."
      reset="Start from the first page"
    />
  );
}
