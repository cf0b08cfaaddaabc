"use client";

import { ErrorScreen, type ErrorScreenProps } from "#components/layout/error-screen.tsx";

export default function ErrorPage(props: ErrorScreenProps) {
  return <ErrorScreen {...props} />;
}
