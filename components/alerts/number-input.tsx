"use client";

import { Input } from "#components/ui/input.tsx";

export type NumberInputProps = {
  label: string;
  value: number | null;
  onChange: (next: number | null) => void;
  placeholder?: string;
};

/** A whole number, or nothing. */
export function NumberInput({ label, value, onChange, placeholder }: NumberInputProps) {
  return (
    <Input
      aria-label={label}
      inputMode="numeric"
      value={value === null ? "" : String(value)}
      onValueChange={(text) => {
        const digits = text.replace(/\D/g, "").slice(0, 9);
        onChange(digits === "" ? null : Number(digits));
      }}
      placeholder={placeholder}
      className="w-24"
    />
  );
}
