"use server";

import { z } from "zod";
import { checked } from "#lib/attempt.ts";
import { type About, about } from "#lib/leads/about.ts";
import { type TaskInput, taskInput } from "#lib/leads/tasks/task-input.ts";
import * as tasks from "#lib/leads/tasks/write-task.ts";
import { change } from "./change.ts";

const idArgument = z.string().max(64);

export async function createTask(slug: string, of: About | null, input: TaskInput) {
  return change(slug, ({ workspace, user }) =>
    tasks.createTask(workspace.id, user.id, about.nullable().parse(of), checked(taskInput, input)),
  );
}

export async function editTask(slug: string, id: string, input: TaskInput) {
  return change(slug, ({ workspace, user }) =>
    tasks.editTask(workspace.id, user.id, idArgument.parse(id), checked(taskInput, input)),
  );
}

export async function setTaskDone(slug: string, id: string, isDone: boolean) {
  return change(slug, ({ workspace, user }) =>
    tasks.setTaskDone(workspace.id, user.id, idArgument.parse(id), isDone === true),
  );
}

export async function deleteTask(slug: string, id: string) {
  return change(slug, ({ workspace }) => tasks.deleteTask(workspace.id, idArgument.parse(id)));
}
