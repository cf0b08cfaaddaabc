"use client";

import { PageError, type PageErrorProps } from "#components/layout/page-error.tsx";

export default function AttributionError(props: PageErrorProps) {
  return (
    <PageError
      {...props}
      heading="Attribution"
      title="The report could not be made"
      text="The database did not answer in time. Nothing was lost: events keep arriving and are stored."
      reset="Reset to the standard report"
    />
  );
}
