import { CircleAlert } from "lucide-react";

/** What went wrong with a form as a whole. Focus comes here when no single field is to blame. */
export function FormMessage({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <p
      role="alert"
      tabIndex={-1}
      className="flex items-start gap-2 rounded-md bg-danger-soft px-3 py-2 text-danger-text text-sm"
    >
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span>{text}</span>
    </p>
  );
}
