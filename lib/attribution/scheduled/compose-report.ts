import { figureText } from "#lib/attribution/figures/figure-words.ts";
import type { FiguresTable, ReportFigures } from "#lib/attribution/figures/figures.ts";
import { formatNumber } from "#lib/format.ts";
import { escapeHtml, mailButton, mailHtml } from "#lib/mail/html.ts";
import type { EmailPayload } from "#lib/outbox/message.ts";

/** What a mail says to all who get it. */
export interface ReportMail {
  name: string;
  workspaceName: string;
  dates: string;
  asked: readonly { name: string; text: string }[];
  figures: ReportFigures;
  /** The report, for members. */
  href: string;
}

/** More rows than these are for the report itself. */
const MOST_ROWS = 10;

const CELL =
  "padding:5px 0 5px 12px;border-top:1px solid #e7e5e4;text-align:right;white-space:nowrap";
const KEY =
  "padding:5px 0;border-top:1px solid #e7e5e4;text-align:left;word-break:break-word;font-weight:normal";

/** A report as a mail: the same in its text and its HTML part. */
export function composeReport(
  mail: ReportMail,
  to: string,
  stop: { page: string; post: string } | null,
): EmailPayload {
  const { name, workspaceName, dates, asked, figures, href } = mail;
  const subject = `${name}: ${dates}`.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").slice(0, 200);
  const reason = stop
    ? `You get this because you were chosen as a reader of “${name}” in ${workspaceName}.`
    : `Somebody asked for a copy of “${name}” in ${workspaceName}.`;
  const scope = "Only identified sessions are counted, not all traffic.";
  const stats = figures.stats.map(({ label, value, as }) => ({
    label,
    text: figureText(value, as, figures.currency),
  }));
  const text = [
    subject,
    "",
    ...asked.map((line) => `${line.name}: ${line.text}`),
    "",
    ...stats.map((stat) => `${stat.label}: ${stat.text}`),
    "",
    ...figures.tables.flatMap((table) => [...tableText(table, figures.currency), ""]),
    scope,
    `The whole report (for members): ${href}`,
    "",
    reason,
    ...(stop ? [`Stop these mails: ${stop.page}`] : []),
    "",
  ].join("\n");
  const html = mailHtml(
    subject,
    [
      `<p style="margin:0 0 12px;color:#57534e">${asked.map((line) => `${escapeHtml(line.name)}: ${escapeHtml(line.text)}`).join("<br>")}</p>`,
      `<p style="margin:0 0 12px">${stats.map((stat) => `${escapeHtml(stat.label)} <strong>${escapeHtml(stat.text)}</strong>`).join(" &nbsp; ")}</p>`,
      ...figures.tables.map((table) => tableHtml(table, figures.currency)),
      `<p style="margin:16px 0 0;color:#57534e">${scope}</p>`,
      mailButton(href, "Open the report"),
    ].join("\n"),
    `${escapeHtml(reason)}${stop ? ` <a href="${escapeHtml(stop.page)}" style="color:#57534e">Stop these mails</a>` : ""}`,
  );
  return { to, subject, text, html, ...(stop && { unsubscribe: stop.post }) };
}

function rowsOf({ rows, total, more }: FiguresTable) {
  const shown = rows.slice(0, MOST_ROWS);
  return {
    shown: total ? [...shown, { key: "Total", cells: total }] : shown,
    left: rows.length - shown.length + more,
  };
}

const leftWords = (left: number) => `and ${formatNumber(left)} more in the report`;

function tableText(table: FiguresTable, currency: string | null): string[] {
  const { shown, left } = rowsOf(table);
  const { title, columns } = table;
  return [
    title,
    ...(shown.length === 0 ? ["Nothing in this period."] : []),
    ...shown.map(({ key, cells }) => {
      const words = columns.map(
        ({ label, as }, at) => `${label} ${figureText(cells[at] ?? null, as, currency)}`,
      );
      return `- ${key}: ${words.join(", ")}`;
    }),
    ...(left > 0 ? [leftWords(left)] : []),
  ];
}

function tableHtml(table: FiguresTable, currency: string | null): string {
  const { shown, left } = rowsOf(table);
  const { title, keyLabel, columns } = table;
  const head = columns.map(
    ({ label }) => `<th scope="col" style="${CELL}">${escapeHtml(label)}</th>`,
  );
  const rows = shown.map(({ key, cells }) => {
    const numbers = columns.map(
      ({ as }, at) =>
        `<td style="${CELL}">${escapeHtml(figureText(cells[at] ?? null, as, currency))}</td>`,
    );
    return `<tr><th scope="row" style="${KEY}">${escapeHtml(key)}</th>${numbers.join("")}</tr>`;
  });
  const body =
    rows.length === 0
      ? "<p>Nothing in this period.</p>"
      : `<div style="overflow-x:auto"><table width="100%" style="border-collapse:collapse;font-size:13px">
<tr><th scope="col" style="${KEY}">${escapeHtml(keyLabel)}</th>${head.join("")}</tr>
${rows.join("\n")}</table></div>`;
  const more = left > 0 ? `<p style="margin:4px 0 0;color:#57534e">${leftWords(left)}</p>` : "";
  return `<h2 style="margin:20px 0 6px;font-size:14px">${escapeHtml(title)}</h2>${body}${more}`;
}
