import pg from "pg";

const OPTIONS = {
  TimeZone: "UTC",
  synchronous_commit: "off",
  // Runs no triggers: they note which sums have become void, and there are none yet.
  session_replication_role: "replica",
};

/** A connection to fill tables with, without the product's statement timeout. The caller ends it. */
export async function loaderClient(url: string): Promise<pg.Client> {
  const options = Object.entries(OPTIONS).map(([name, value]) => `-c ${name}=${value}`);
  const client = new pg.Client({ connectionString: url, options: options.join(" ") });
  await client.connect();
  return client;
}
