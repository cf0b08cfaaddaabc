import { Card } from "#components/ui/card.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { domainOf } from "#lib/format.ts";
import type { VisitorTouch } from "#lib/visitors/visitor-profile.ts";
import { FactList } from "./fact-list.tsx";
import { touchWords } from "./touch-words.ts";

type TouchCardProps = { title: string; touch: VisitorTouch | null };

/** What brought a visitor: the marketing side of one session. */
export function TouchCard({ title, touch }: TouchCardProps) {
  if (!touch) {
    return (
      <Card title={title}>
        <p className="text-ink-muted">No session of this person has arrived yet.</p>
      </Card>
    );
  }
  const { source, medium, campaign, term, content, channel, referrer, landingPage } = touch;
  return (
    <Card
      title={title}
      actions={<RelativeTime value={touch.at} className="text-ink-muted text-xs leading-6" />}
    >
      <p className="mb-2.5 break-words">
        <span className="font-semibold text-base text-ink">{touchWords({ source, medium })}</span>
        <span className="ml-2 text-ink-muted">{channel}</span>
      </p>
      <FactList
        items={[
          { label: "Campaign", value: campaign },
          { label: "Term", value: term },
          { label: "Content", value: content },
          {
            label: "Referrer",
            value: referrer && <Url url={referrer} text={domainOf(referrer)} />,
          },
          {
            label: "Landing page",
            value: landingPage && <Url url={landingPage} text={pathOf(landingPage)} />,
          },
          { label: "gclid", value: touch.gclid && <ClickId id={touch.gclid} /> },
          { label: "fbclid", value: touch.fbclid && <ClickId id={touch.fbclid} /> },
        ]}
      />
    </Card>
  );
}

function Url({ url, text }: { url: string; text: string }) {
  return (
    <span title={url} className="break-all">
      {text}
    </span>
  );
}

function ClickId({ id }: { id: string }) {
  return (
    <span title={id} className="block truncate font-mono text-ink-muted text-xs leading-5">
      {id}
    </span>
  );
}

function pathOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { hostname, pathname } = new URL(url);
  return pathname === "/" ? hostname.replace(/^www\./, "") : pathname;
}
