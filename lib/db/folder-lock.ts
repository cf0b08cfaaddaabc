import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FoyerError } from "#lib/errors.ts";

interface Holder {
  pid: number;
  startedAt: string | null;
}

/**
 * When a process started, by the kernel's own count (Linux), else null. With the pid it tells a live
 * holder from another process that got the pid of a dead one.
 */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it runs, as another user.
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
  }
  return holder.startedAt === null || startOf(holder.pid) === holder.startedAt;
}

function readHolder(file: string): Holder | null {
  try {
    const [pid = "", startedAt = ""] = readFileSync(file, "utf8").trim().split(" ");
    return /^\d+$/.test(pid) ? { pid: Number(pid), startedAt: startedAt || null } : null;
  } catch {
    return null;
  }
}

/**
 * Takes `dataDir/foyer.lock` for this process and returns the function that gives it back. Throws
 * `conflict` with the holder's pid while another live process has it; a dead holder's lock is replaced.
 */
export function takeFolderLock(dataDir: string): () => void {
  const file = join(dataDir, "foyer.lock");
  const mine = `${process.pid} ${startOf(process.pid) ?? ""}\n`;
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, mine, { flag: "wx", mode: 0o600 });
      return () => rmSync(file, { force: true });
    } catch {
      const holder = readHolder(file);
      if (holder && isAlive(holder)) {
        throw new FoyerError(
          "conflict",
          `${dataDir} is in use by process ${holder.pid}. Stop it first, or set DATA_DIR to another folder.`,
          { pid: holder.pid },
        );
      }
      rmSync(file, { force: true });
    }
  }
  throw new FoyerError("conflict", `Could not lock ${dataDir}.`);
}
