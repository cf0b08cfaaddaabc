"use client";

import { useState } from "react";
import { Input } from "#components/ui/input.tsx";

export type CountryCodesProps = {
  codes: readonly string[];
  onChange: (codes: string[]) => void;
};

/** Countries as two-letter codes, typed one after the other; what was typed is kept as it was typed. */
export function CountryCodes({ codes, onChange }: CountryCodesProps) {
  const [text, setText] = useState(codes.join(", "));
  const change = (next: string) => {
    setText(next);
    onChange([
      ...new Set(
        next
          .toUpperCase()
          .split(/[\s,;]+/)
          .filter(Boolean),
      ),
    ]);
  };
  return (
    <Input
      aria-label="Countries"
      value={text}
      onValueChange={change}
      placeholder="DE, AT, CH"
      autoCapitalize="characters"
      maxLength={300}
      className="w-full uppercase sm:w-72"
    />
  );
}
