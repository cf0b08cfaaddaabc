"use client";

import NextLink from "next/link";
import { type ComponentProps, useState } from "react";

/**
 * The link within Foyer. Its page is prepared once somebody points at it or reaches it by the keyboard: prepared when it
 * comes into view, as Next does on its own, a list of fifty rows asks the server for a hundred pages that nobody opens.
 */
export function Link({ onPointerEnter, onFocus, ...rest }: ComponentProps<typeof NextLink>) {
  const [isNear, setIsNear] = useState(false);
  return (
    <NextLink
      {...rest}
      prefetch={isNear ? null : false}
      onPointerEnter={(event) => {
        setIsNear(true);
        onPointerEnter?.(event);
      }}
      onFocus={(event) => {
        setIsNear(true);
        onFocus?.(event);
      }}
    />
  );
}
