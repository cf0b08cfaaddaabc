import { NotesCard } from "#components/leads/notes-card.tsx";
import { TasksCard } from "#components/tasks/tasks-card.tsx";
import type { Member } from "#lib/auth/require-member.ts";
import type { About } from "#lib/leads/about.ts";
import { listNotes } from "#lib/leads/notes/list-notes.ts";
import { listTasksAbout } from "#lib/leads/tasks/list-tasks.ts";
import * as notes from "./note-actions.ts";
import { readTeam } from "./read-team.ts";
import { taskActions, taskFrame } from "./task-frame.ts";

const LIMIT = 50;

/** What the team wrote and plans about a visitor or a company. The page's gate comes first. */
export async function TeamSection({ member, of }: { member: Member; of: About }) {
  const { workspace, user } = member;
  const [written, tasks, team, frame] = await Promise.all([
    listNotes(workspace.id, of, LIMIT + 1),
    listTasksAbout(workspace.id, of),
    readTeam(workspace.id),
    taskFrame(member),
  ]);
  return (
    <>
      <TasksCard tasks={tasks} frame={frame} actions={taskActions(workspace.slug, of)} />
      <NotesCard
        notes={written.slice(0, LIMIT)}
        hasMore={written.length > LIMIT}
        selfId={user.id}
        team={team.map(({ id, name }) => ({ id, name }))}
        actions={{
          create: notes.createNote.bind(null, workspace.slug, of),
          edit: notes.editNote.bind(null, workspace.slug),
          remove: notes.deleteNote.bind(null, workspace.slug),
        }}
      />
    </>
  );
}
