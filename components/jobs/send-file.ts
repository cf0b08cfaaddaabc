import { isJsonObject } from "#lib/json.ts";

/** Sends a file as the body of a request; answers the job that reads it, or what went wrong. */
export async function sendFile(
  path: string,
  file: File,
): Promise<{ jobId: string } | { problem: string }> {
  try {
    const headers = { "content-type": "text/csv" };
    const answer = await fetch(path, { method: "POST", body: file, headers });
    const said: unknown = await answer.json();
    if (isJsonObject(said)) {
      if (typeof said.jobId === "string") return { jobId: said.jobId };
      if (typeof said.problem === "string") return { problem: said.problem };
    }
  } catch {
    // Said below: the connection broke, or somebody between us and the server answered.
  }
  return { problem: "The file could not be sent. Nothing was imported. Try again." };
}
