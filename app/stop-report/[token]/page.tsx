import type { Metadata } from "next";
import { AuthCard } from "#components/layout/auth-card.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { getStoppable } from "#lib/attribution/scheduled/stop.ts";
import { stop } from "./actions.ts";

export const metadata: Metadata = {
  title: "Stop these mails",
  referrer: "no-referrer",
  robots: { index: false, follow: false },
};

interface Props {
  params: Promise<{ token: string }>;
}

/** Asks before it stops: programs that look at links in mails must not stop them. The token is the gate. */
export default async function StopReportPage({ params }: Props) {
  const { token } = await params;
  const found = await getStoppable(token);
  if (!found) {
    return (
      <AuthCard title="There is nothing to stop">
        <p className="text-ink-muted text-sm">
          This mail is sent no more, or the link was copied in part.
        </p>
      </AuthCard>
    );
  }
  if (found.hasStopped) {
    return (
      <AuthCard title="Stopped">
        <p className="wrap-anywhere text-ink-muted text-sm">
          You get “{found.name}” no more. Ask who sent it if you want it again.
        </p>
      </AuthCard>
    );
  }
  return (
    <AuthCard title="Stop these mails?" description={`You get no more of “${found.name}”.`}>
      <form action={stop.bind(null, token)}>
        <SubmitButton size="lg" className="w-full">
          Stop these mails
        </SubmitButton>
      </form>
    </AuthCard>
  );
}
