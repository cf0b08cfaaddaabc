"use client";

import { Button } from "#components/ui/button.tsx";

type FormEndProps = { problem: string | null; pending: boolean; label: string };

/** What stands in the way, and the button of a form. */
export function FormEnd({ problem, pending, label }: FormEndProps) {
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
      {problem && (
        <p role="alert" className="min-w-0 flex-1 text-danger-text text-sm">
          {problem}
        </p>
      )}
      <Button type="submit" variant="primary" loading={pending}>
        {label}
      </Button>
    </div>
  );
}
