import { connect, type Socket } from "node:net";

/** A request as bytes on the wire; parts that are equal in all requests are shared. */
export type WireRequest = readonly Buffer[];

/** Why connections broke, by the system's word for it. */
export const breakages: Record<string, number> = {};

function noteBreakage(why: string): void {
  breakages[why] = (breakages[why] ?? 0) + 1;
}

/** One keep-alive connection that sends a request and waits for its answer. */
export interface Connection {
  /** The answer's status; 0 when the connection broke or nothing came in time. */
  send(request: WireRequest): Promise<number>;
  close(): void;
}

const HEAD_END = "\r\n\r\n";

/**
 * The cheapest client there is: ready bytes out, status and length in. node:http's Agent and undici cost
 * more processor time than the servers under test, and the three share one machine.
 */
export function openConnection(port: number, timeoutMs = 10_000): Connection {
  let socket: Socket | null = null;
  let settle: ((status: number) => void) | null = null;
  let text = "";
  const finish = (status: number) => {
    const done = settle;
    settle = null;
    text = "";
    done?.(status);
  };
  const drop = (why: string) => {
    if (settle) noteBreakage(why);
    socket?.destroy();
    socket = null;
    finish(0);
  };
  const open = (): Socket => {
    const opened = connect(port, "127.0.0.1");
    opened.setNoDelay(true);
    opened.setTimeout(timeoutMs, () => opened === socket && drop("no answer in time"));
    opened.on("data", (chunk: Buffer) => {
      text += chunk.toString("latin1");
      const headEnd = text.indexOf(HEAD_END);
      if (headEnd < 0) return;
      const status = Number(text.slice(9, 12));
      const length = status === 204 ? null : /\r\ncontent-length: *(\d+)/i.exec(text);
      if (text.length < headEnd + HEAD_END.length + Number(length?.[1] ?? 0)) return;
      if (/\r\nconnection: *close/i.test(text)) {
        opened.destroy();
        if (opened === socket) socket = null;
      }
      finish(status);
    });
    opened.on("error", (error: NodeJS.ErrnoException) => {
      if (opened === socket) drop(error.code ?? error.message);
    });
    opened.on("close", () => opened === socket && drop("closed"));
    return opened;
  };
  return {
    send(request) {
      return new Promise((resolve) => {
        settle = resolve;
        socket ??= open();
        socket.cork();
        for (const part of request) socket.write(part);
        socket.uncork();
      });
    },
    close: () => socket?.destroy(),
  };
}
