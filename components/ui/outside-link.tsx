type OutsideLinkProps = { url: string };

/** A sender's address: only http(s) becomes a link, and nothing is fetched from it. */
export function OutsideLink({ url }: OutsideLinkProps) {
  if (!/^https?:\/\//i.test(url)) return <span className="break-all">{url}</span>;
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer external"
      className="rounded-sm text-accent-text hover:underline"
    >
      Open <span className="sr-only">(opens in a new tab)</span>
    </a>
  );
}
