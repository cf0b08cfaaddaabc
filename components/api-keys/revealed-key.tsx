import { CodeBlock } from "#components/ui/code-block.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";

/** A new key in full, and a first request to try it with. */
export function RevealedKey({ apiKey, apiUrl }: { apiKey: string; apiUrl: string }) {
  return (
    <>
      <div className="flex min-w-0 items-center gap-2 rounded-md border border-line bg-sunken py-1 pr-1 pl-3">
        <code className="min-w-0 flex-1 break-all font-mono text-ink text-xs leading-5">
          {apiKey}
        </code>
        <CopyButton text={apiKey} label="Copy key" withLabel variant="secondary" />
      </div>
      <CodeBlock
        title="Request"
        code={`curl -H "Authorization: Bearer ${apiKey}" \\\n  ${apiUrl}/visitors?limit=1`}
      />
    </>
  );
}
