"use client";

import { ErrorScreen, type ErrorScreenProps } from "#components/layout/error-screen.tsx";
import { parseTheme, THEME_COOKIE } from "#components/layout/theme.ts";
import "./globals.css";

/** Stands in for the root layout when that fails, so it brings its own document and theme. */
export default function GlobalError(props: ErrorScreenProps) {
  return (
    <html lang="en" data-theme={themeOfCookie()} suppressHydrationWarning>
      <body>
        <title>Error · Foyer</title>
        <ErrorScreen {...props} />
      </body>
    </html>
  );
}

function themeOfCookie() {
  if (typeof document === "undefined") return "system";
  return parseTheme(new RegExp(`(?:^|; )${THEME_COOKIE}=(\\w+)`).exec(document.cookie)?.[1]);
}
