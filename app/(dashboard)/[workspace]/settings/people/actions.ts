"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { problemOf } from "#lib/attempt.ts";
import { emailField, roleField } from "#lib/auth/fields.ts";
import { type FormState, failedForm, parseForm } from "#lib/auth/form-state.ts";
import { type Member, requireMemberForAction } from "#lib/auth/require-member.ts";
import { mailInvitation } from "#lib/mail/mail-invitation.ts";
import {
  changeRole,
  disableMember,
  enableMember,
  removeMember,
  signOutEverywhere,
} from "#lib/workspaces/change-members.ts";
import { createInvitation, revokeInvitation } from "#lib/workspaces/invitations.ts";

const idArgument = z.string().max(64);
const inviteSchema = z.object({ email: emailField, role: roleField });

/** Gate, change, fresh page. Answers what stood in the way, in words, or nothing. */
async function change(
  slug: string,
  work: (admin: Member) => Promise<void>,
): Promise<string | undefined> {
  return problemOf(async () => {
    await work(await requireMemberForAction(slug, "people.manage"));
    revalidatePath(`/${slug}/settings/people`);
  });
}

const of = ({ workspace, user }: Member, userId: string) => ({
  workspaceId: workspace.id,
  actorId: user.id,
  userId: idArgument.parse(userId),
});

export async function changeMemberRole(slug: string, userId: string, role: string) {
  return change(slug, (admin) => changeRole(of(admin, userId), roleField.parse(role)));
}

export async function signMemberOut(slug: string, userId: string) {
  return change(slug, (admin) => signOutEverywhere(of(admin, userId)));
}

export async function setMemberDisabled(slug: string, userId: string, disabled: boolean) {
  return change(slug, (admin) =>
    disabled === true ? disableMember(of(admin, userId)) : enableMember(of(admin, userId)),
  );
}

export async function removeFromWorkspace(slug: string, userId: string) {
  return change(slug, (admin) => removeMember(of(admin, userId)));
}

export async function revoke(slug: string, id: string) {
  return change(slug, ({ workspace, user }) =>
    revokeInvitation(workspace.id, user.id, idArgument.parse(id)),
  );
}

export async function invite(slug: string, _: FormState, form: FormData): Promise<FormState> {
  try {
    const { workspace, user } = await requireMemberForAction(slug, "people.manage");
    const { data, state } = parseForm(inviteSchema, form);
    if (!data) return state;
    const made = await createInvitation(workspace.id, user.id, data);
    revalidatePath(`/${workspace.slug}/settings/people`);
    const mailed = await mailInvitation({
      ...{ to: data.email, link: made },
      ...{ workspaceName: workspace.name, invitedBy: user.name ?? user.email },
    });
    if (mailed?.ok) return { status: "done", made, values: { mailedTo: data.email } };
    const message = mailed && `It could not be mailed. ${mailed.reason}`;
    return { status: "done", made, ...(message && { message }) };
  } catch (error) {
    return failedForm(error, form);
  }
}
