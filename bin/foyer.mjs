#!/usr/bin/env node
// The command's entry: finds a Node that runs our TypeScript (the one that the project brings, where the
// machine's own is older) and hands over. Plain JavaScript, so that any Node can read it.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const pinned = join(root, "node_modules", "node", "bin", "node");
const isOld = Number(process.versions.node.split(".")[0]) < 24;
const node = isOld && existsSync(pinned) ? pinned : process.execPath;
const cli = join(root, "bin", "foyer.ts");
const result = spawnSync(node, [cli, ...process.argv.slice(2)], { stdio: "inherit" });
process.exitCode = result.status ?? 1;
