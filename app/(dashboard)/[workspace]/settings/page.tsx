import type { Metadata } from "next";
import { NAVIGATION_ICONS } from "#app/(dashboard)/[workspace]/navigation-icons.tsx";
import { PageBody } from "#components/layout/page-body.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Link } from "#components/ui/link.tsx";
import { requireMember } from "#lib/auth/require-member.ts";
import { settingsFor } from "#lib/navigation.ts";

export const metadata: Metadata = { title: "Settings" };

interface Props {
  params: Promise<{ workspace: string }>;
}

/** Every page of settings that the member may open, by what it is for. */
export default async function SettingsPage({ params }: Props) {
  const { workspace, role } = await requireMember((await params).workspace, "leads.write");
  return (
    <>
      <PageHeader title="Settings" description={`What ${workspace.name} has decided on.`} />
      <PageBody width="form" className="gap-7 pt-5">
        {settingsFor(role).map(({ label, entries }) => (
          <section key={label} aria-label={label}>
            <h2 className="mb-2 font-medium text-ink-muted text-xs">{label}</h2>
            <ul className="grid gap-2 sm:grid-cols-2">
              {entries.map((entry) => (
                <li key={entry.path}>
                  <Link
                    href={`/${workspace.slug}${entry.path}`}
                    className="flex h-full items-start gap-3 rounded-lg border border-line bg-surface px-3.5 py-3 transition-colors duration-100 hover:border-line-strong hover:bg-hover"
                  >
                    <span aria-hidden="true" className="mt-0.5 text-ink-faint [&_svg]:size-4">
                      {NAVIGATION_ICONS[entry.icon]}
                    </span>
                    <span className="min-w-0">
                      <span className="block font-medium text-ink text-sm">{entry.label}</span>
                      <span className="mt-0.5 block text-ink-muted text-xs">{entry.about}</span>
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </PageBody>
    </>
  );
}
