"use client";

import { CodeBlock } from "#components/ui/code-block.tsx";
import { CreateDialog } from "#components/ui/create-dialog.tsx";
import { ShownOnce } from "#components/ui/shown-once.tsx";
import type { ApiKeyActions } from "./api-key-actions.ts";
import { ApiKeyForm } from "./api-key-form.tsx";

export type CreateApiKeyProps = { create: ApiKeyActions["create"]; apiUrl: string };

/** Makes a key and shows it once. */
export function CreateApiKey({ create, apiUrl }: CreateApiKeyProps) {
  return (
    <CreateDialog<string>
      title="New API key"
      description="For one script or integration, with no more rights than it needs."
      form={(onMade) => <ApiKeyForm create={create} onMade={onMade} />}
      madeTitle="Copy your key"
      madeDescription="This is the only time that it is shown."
      made={(key) => (
        <ShownOnce name="key" text={key}>
          <CodeBlock
            title="Request"
            code={`curl -H "Authorization: Bearer ${key}" \\\n  ${apiUrl}/visitors?limit=1`}
          />
        </ShownOnce>
      )}
    />
  );
}
