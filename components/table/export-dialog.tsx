"use client";

import { useId } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import type { BulkTarget } from "./bulk-target.ts";

export type ExportDialogProps = {
  onClose: () => void;
  /** Where the form is sent: the answer is a download. */
  action: string;
  /** What is exported: "visitors". */
  noun: string;
  target: BulkTarget;
  /** Ids of the columns that are shown, in their order. */
  columns: readonly string[];
  /** Ids of all there are. */
  allColumns: readonly string[];
  /** Offers to take invalid e-mail addresses along. */
  hasEmails?: boolean;
};

/** Asks what is to be in the file, then lets the browser download it. */
export function ExportDialog(props: ExportDialogProps) {
  const { onClose, action, noun, target, columns, allColumns } = props;
  const form = useId();
  const chosen = "ids" in target ? target.ids : null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Export ${noun}`}
      description={
        chosen
          ? `The ${chosen.length === 1 ? "row" : `${chosen.length} rows`} you selected, as CSV.`
          : "Everything that matches the filters, in the order of the list, as CSV."
      }
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={form} variant="primary">
            Export
          </Button>
        </>
      }
    >
      <form
        id={form}
        method="post"
        action={action}
        // Not before the browser has taken the form.
        onSubmit={() => setTimeout(onClose)}
        className="flex flex-col gap-4"
      >
        <input type="hidden" name="query" value={"query" in target ? target.query : ""} />
        {chosen && <input type="hidden" name="ids" value={chosen.join(",")} />}
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1.5 font-medium text-sm">Columns</legend>
          <Choice value={columns.join(",")} label="Those shown in the list" isDefault />
          <Choice value={allColumns.join(",")} label="All there are" />
        </fieldset>
        {props.hasEmails && (
          <Checkbox
            name="withInvalid"
            label="Include invalid e-mail addresses"
            description="Writing to them harms your sender reputation. Without this their cells stay empty; the validity is written beside each address either way."
          />
        )}
      </form>
    </Dialog>
  );
}

type ChoiceProps = { value: string; label: string; isDefault?: boolean };

function Choice({ value, label, isDefault }: ChoiceProps) {
  return (
    <label className="flex min-h-6 items-center gap-2.5 text-sm">
      <input
        type="radio"
        name="columns"
        value={value}
        defaultChecked={isDefault}
        className="size-4 accent-accent"
      />
      {label}
    </label>
  );
}
