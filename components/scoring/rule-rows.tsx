"use client";

import { ArrowUp, Plus, X } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import type { DraftLine } from "#lib/scoring/rules-draft.ts";
import type { RuleCell, RuleList } from "./rule-lists.ts";

export type RuleRowsProps = {
  list: RuleList;
  lines: readonly DraftLine[];
  /** By the place in the draft: "pages.0.path". */
  errors: Readonly<Record<string, string>>;
  onChange: (lines: DraftLine[]) => void;
};

const WIDTHS: Record<RuleCell["kind"], string> = {
  name: "w-full sm:w-40",
  text: "min-w-0 grow basis-full sm:basis-0",
  number: "w-16 sm:w-20",
};

/** A list of short cells alone fits into one line on a phone, under its heads. */
const isShort = ({ cells }: RuleList) => cells.every(({ kind }) => kind === "number");

/** A list of rules of one kind, in the order in which they are tried. */
export function RuleRows({ list, lines, errors, onChange }: RuleRowsProps) {
  const set = (place: number, cell: string, text: string) =>
    onChange(lines.map((line, i) => (i === place ? { ...line, [cell]: text } : line)));
  const raise = (place: number) =>
    onChange(lines.toSpliced(place, 1).toSpliced(place - 1, 0, lines[place] ?? {}));
  return (
    <fieldset className="flex min-w-0 flex-col gap-2 py-4 first:pt-0 last:pb-0">
      <legend className="float-left font-medium text-ink text-sm">{list.title}</legend>
      <p className="-mt-1.5 text-ink-muted text-xs">{list.description}</p>
      {lines.length === 0 ? (
        <p className="text-ink-faint text-sm">{list.none}</p>
      ) : (
        <div className={cn("flex flex-col sm:gap-1.5", isShort(list) ? "gap-1.5" : "gap-2")}>
          <div
            aria-hidden="true"
            className={cn("flex gap-2 text-ink-muted text-xs", !isShort(list) && "max-sm:hidden")}
          >
            {list.cells.map((cell) => (
              <span key={cell.id} className={WIDTHS[cell.kind]}>
                {cell.label}
              </span>
            ))}
            <span className="w-[3.75rem]" />
          </div>
          {lines.map((line, place) => (
            <Row
              key={line.key}
              list={list}
              line={line}
              place={place}
              errors={errors}
              set={(cell, text) => set(place, cell, text)}
              raise={() => raise(place)}
              remove={() => onChange(lines.toSpliced(place, 1))}
            />
          ))}
        </div>
      )}
      <div>
        <Button
          size="sm"
          icon={<Plus aria-hidden="true" />}
          onClick={() => onChange([...lines, { key: crypto.randomUUID() }])}
        >
          {list.add}
        </Button>
      </div>
    </fieldset>
  );
}

type RowProps = Pick<RuleRowsProps, "list" | "errors"> & {
  line: DraftLine;
  place: number;
  set: (cell: string, text: string) => void;
  raise: () => void;
  remove: () => void;
};

function Row({ list, line, place, errors, set, raise, remove }: RowProps) {
  const wrong = list.cells.flatMap((cell) => {
    const error = errors[`${list.id}.${place}.${cell.id}`];
    return error ? [{ id: cell.id, text: `${cell.label}: ${error}` }] : [];
  });
  const called = `${list.title} rule ${place + 1}`;
  return (
    <div
      className={cn(
        "flex flex-col gap-1",
        !isShort(list) && "max-sm:rounded-md max-sm:border max-sm:border-line max-sm:p-2.5",
      )}
    >
      <div className="flex flex-wrap items-end gap-2 sm:flex-nowrap sm:items-center">
        {list.cells.map(({ id, label, kind, placeholder }) => (
          <span key={id} className={cn("flex flex-col gap-1", WIDTHS[kind])}>
            {!isShort(list) && kind === "number" && (
              <span aria-hidden="true" className="text-ink-muted text-xs sm:hidden">
                {label}
              </span>
            )}
            <Input
              aria-label={`${called}: ${label.toLowerCase()}`}
              aria-invalid={wrong.some((one) => one.id === id) || undefined}
              data-invalid={wrong.some((one) => one.id === id) ? "" : undefined}
              value={line[id] ?? ""}
              onValueChange={(text) => set(id, text)}
              placeholder={placeholder ?? (kind === "name" ? "Name" : undefined)}
              inputMode={kind === "number" ? "decimal" : undefined}
              autoComplete="off"
              className={cn(kind === "number" && "tabular-nums")}
            />
          </span>
        ))}
        <span className="flex gap-1 max-sm:ml-auto max-sm:pb-0.5">
          <IconButton
            label={`Try ${called} earlier`}
            icon={<ArrowUp />}
            size="sm"
            disabled={place === 0}
            onClick={raise}
          />
          <IconButton label={`Remove ${called}`} icon={<X />} size="sm" onClick={remove} />
        </span>
      </div>
      {wrong.length > 0 && (
        <p role="alert" className="text-danger-text text-xs">
          {wrong.map(({ text }) => text).join(" ")}
        </p>
      )}
    </div>
  );
}
