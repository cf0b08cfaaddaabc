import { connect, type Socket } from "node:net";
import { doorPort, type Fields } from "./doors.ts";

/** A connection to the Node door, byte by byte. */
export interface Line {
  socket: Socket;
  /** All that came back, once the door has closed the connection. */
  closed: Promise<string>;
  /** What has come back so far, once it holds `text`. */
  until(text: string): Promise<string>;
}

export async function openLine(): Promise<Line> {
  const socket = connect(doorPort(), "127.0.0.1");
  let received = "";
  socket.on("data", (chunk) => {
    received += chunk.toString("latin1");
  });
  // A reset is one way of being closed; what was received before it counts.
  socket.on("error", () => {});
  const closed = new Promise<string>((resolve) => socket.once("close", () => resolve(received)));
  await new Promise<void>((resolve) => socket.once("connect", resolve));
  async function until(text: string): Promise<string> {
    while (!received.includes(text)) {
      await new Promise<void>((resolve, reject) => {
        socket.once("data", () => resolve());
        socket.once("close", () => reject(new Error(`closed after ${JSON.stringify(received)}`)));
      });
    }
    return received;
  }
  return { socket, closed, until };
}

/** The head of a request as text; names and values go out as they are. */
export function headOf(path: string, fields: Fields, more: readonly string[] = []): string {
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => `${name}: ${each}`),
  );
  return [`POST /api/webhooks/${path} HTTP/1.1`, "Host: door.test", ...lines, ...more, "", ""].join(
    "\r\n",
  );
}

/** The statuses of the answers in what was received. */
export function statusesIn(received: string): number[] {
  return [...received.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
}
