"use client";

import { PageError, type PageErrorProps } from "#components/layout/page-error.tsx";

export default function WorklistError(props: PageErrorProps) {
  return (
    <PageError
      {...props}
      heading="Worklist"
      title="The worklist could not be read"
      text="The database did not answer, or this link points to a page of the list that is no more. Nothing was lost: claims and outcomes are kept."
      reset="Start from the first page"
    />
  );
}
