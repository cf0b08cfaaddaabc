// `npm run bench -- <name> [--long] [--quick] [--pages] [--only=part,part] [--data=folder]`
import { parseArgs } from "node:util";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    long: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    pages: { type: "boolean", default: false },
    only: { type: "string" },
    data: { type: "string" },
  },
});
const only = values.only?.split(",") ?? null;

// Leaving by `exit` lets bed.ts and child.ts end what they started.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(130));

switch (positionals[0]) {
  case "ingest": {
    const { benchIngest } = await import("./ingest.ts");
    const isGood = await benchIngest({ isLong: values.long, only });
    process.exit(isGood ? 0 : 1);
    break;
  }
  case "visitors": {
    const { benchVisitors } = await import("./visitors.ts");
    const { quick: isQuick, pages: withPages, data } = values;
    const isGood = await benchVisitors({ isQuick, withPages, only, data });
    process.exit(isGood ? 0 : 1);
    break;
  }
  case "attribution": {
    const { benchAttribution } = await import("./attribution.ts");
    const sizes = values.long ? [100_000, 1_000_000, 10_000_000] : [100_000, 1_000_000];
    const isGood = await benchAttribution({
      ...{ sizes: only?.map(Number) ?? sizes, timezone: "America/St_Johns", data: values.data },
    });
    process.exit(isGood ? 0 : 1);
    break;
  }
  case "plot": {
    const { plotIngest } = await import("./plot.ts");
    plotIngest();
    break;
  }
  default:
    console.error(
      "Usage: npm run bench -- ingest [--long] [--only=door,projection,…] | visitors [--quick] [--pages] [--only=…] [--data=…] | attribution [--long] [--only=…] [--data=…] | plot",
    );
    process.exit(2);
}
