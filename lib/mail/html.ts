const SIGNS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it may stand in HTML and in its attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}

/** The frame of every mail; `body` and `footer` are HTML. Inline styles only: mail programs drop the rest. */
export function mailHtml(title: string, body: string, footer: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title></head>
<body style="margin:0;background:#f5f5f4;font:14px/1.5 -apple-system,'Segoe UI',Roboto,Arial,sans-serif;color:#1c1917">
<div style="max-width:560px;margin:0 auto;padding:24px 16px">
<div style="background:#fff;border:1px solid #e7e5e4;border-radius:8px;padding:20px 24px">
<h1 style="margin:0 0 12px;font-size:17px;line-height:1.35">${escapeHtml(title)}</h1>
${body}
</div>
<p style="margin:16px 8px 0;font-size:12px;color:#57534e">${footer}</p>
</div></body></html>`;
}

/** A link that looks like a button. */
export function mailButton(href: string, label: string): string {
  return `<p style="margin:16px 0 0"><a href="${escapeHtml(href)}" style="display:inline-block;padding:8px 14px;border-radius:6px;background:#1c1917;color:#fff;text-decoration:none">${escapeHtml(label)}</a></p>`;
}
