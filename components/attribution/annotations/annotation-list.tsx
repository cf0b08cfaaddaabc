import type { AnnotationActions } from "./annotation-actions.ts";
import { AnnotationDialog } from "./annotation-dialog.tsx";
import { RemoveAnnotation } from "./remove-annotation.tsx";

export type AnnotationListProps = {
  /** In the order of their marks: the first one is 1. */
  notes: readonly {
    id: string;
    from: string;
    to: string;
    text: string;
    author: string | null;
    /** The dates in words. */
    dates: string;
  }[];
  /** The date of a new one. */
  today: string;
  /** Null for those who may only read. */
  actions: AnnotationActions | null;
};

/** The notes on the chart above, by the numbers of their marks. */
export function AnnotationList({ notes, today, actions }: AnnotationListProps) {
  if (notes.length === 0 && !actions) return null;
  return (
    <section aria-label="Notes on the chart" className="mt-3 border-line border-t pt-2">
      {notes.length > 0 && (
        <ol className="flex flex-col">
          {notes.map(({ id, from, to, text, author, dates }, at) => (
            <li key={id} className="flex min-h-8 items-start gap-2.5 py-1 text-sm">
              <span
                aria-hidden="true"
                className="mt-0.5 flex h-5 min-w-5 shrink-0 items-center justify-center rounded-sm border border-line bg-sunken px-1 font-medium text-ink-muted text-xs"
              >
                {at + 1}
              </span>
              <span className="wrap-anywhere min-w-0 flex-1 pt-0.5">
                {text}{" "}
                <span className="text-ink-muted text-xs">
                  {dates}
                  {author && ` · ${author}`}
                </span>
              </span>
              {actions && (
                <span className="flex shrink-0">
                  <AnnotationDialog
                    id={id}
                    before={{ from, to: to === from ? "" : to, text }}
                    save={actions.save}
                  />
                  <RemoveAnnotation id={id} text={text} remove={actions.remove} />
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
      {actions && (
        <AnnotationDialog
          id={null}
          before={{ from: today, to: "", text: "" }}
          save={actions.save}
        />
      )}
    </section>
  );
}
