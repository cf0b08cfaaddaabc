"use client";

import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { Candidate, IdentityActions } from "./identity-actions.ts";

const WAIT_MS = 200;

type VisitorSearchProps = {
  label: string;
  search: IdentityActions["search"];
  onPick: (candidate: Candidate) => void;
};

/** Finds another visitor by name, e-mail or company. */
export function VisitorSearch({ label, search, onPick }: VisitorSearchProps) {
  const [text, setText] = useState("");
  const [found, setFound] = useState<readonly Candidate[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const candidates = await search(text);
      if (isCurrent) setFound(candidates);
    }, WAIT_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, search]);
  return (
    <div className="flex flex-col gap-2">
      <Field label={label}>
        <div className="relative">
          <Search
            aria-hidden="true"
            className="pointer-events-none absolute top-2 left-2.5 size-4 text-ink-faint"
          />
          <Input
            type="search"
            value={text}
            onValueChange={setText}
            placeholder="Name, e-mail or company"
            autoComplete="off"
            className="w-full pl-8"
          />
        </div>
      </Field>
      <ul aria-label="Visitors found" className="min-h-52 divide-y divide-line">
        {found?.map((candidate) => (
          <li key={candidate.id}>
            <button
              type="button"
              onClick={() => onPick(candidate)}
              className="flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left hover:bg-hover"
            >
              <Avatar name={candidate.name} size="sm" />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium text-ink text-sm">
                  {candidate.name}
                </span>
                {candidate.more && (
                  <span className="block truncate text-ink-muted text-xs">{candidate.more}</span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="sr-only">
        {found === null ? "" : `${found.length} found`}
      </p>
      {found?.length === 0 && (
        <p className="-mt-50 mb-40 px-2 text-ink-muted text-sm">No visitor matches.</p>
      )}
    </div>
  );
}
