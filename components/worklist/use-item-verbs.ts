"use client";

import { useState, useTransition } from "react";
import { useToast } from "#components/ui/toast.tsx";
import type { WorklistRow } from "#lib/worklist/list-worklist.ts";
import type { WorklistActions } from "./worklist-actions.ts";

export type Verb = "claim" | "release" | "snooze" | "outcome" | "note";
export type Subject = Pick<WorklistRow, "id" | "name">;
export type Asking = { verb: "snooze" | "outcome" | "note"; subject: Subject };

const DONE: Readonly<Record<Verb, (name: string) => string>> = {
  claim: (name) => `${name} is yours`,
  release: (name) => `${name} is open to everybody again`,
  snooze: (name) => `${name} waits`,
  outcome: (name) => `The outcome of ${name} is recorded`,
  note: (name) => `Your note on ${name} is saved`,
};

export function nameOf(subject: Subject): string {
  return subject.name ?? "this visitor";
}

/** What the verbs of a row do: two at once, three after a question. `leaves` is told whose row will go. */
export function useItemVerbs(actions: WorklistActions, leaves: (id: string) => void) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const [pending, start] = useTransition();
  const toast = useToast();
  const done = (verb: Verb, subject: Subject) => {
    if (verb !== "note") leaves(subject.id);
    setAsking(null);
    toast({ title: DONE[verb](nameOf(subject)) });
  };
  const act = (verb: Verb, subject: Subject) => {
    if (verb !== "claim" && verb !== "release") return setAsking({ verb, subject });
    start(async () => {
      const problem = await actions[verb](subject.id);
      if (problem === undefined) done(verb, subject);
      else toast({ title: problem, tone: "danger" });
    });
  };
  return { act, asking, close: () => setAsking(null), done, pending };
}
