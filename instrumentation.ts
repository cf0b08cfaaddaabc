/** Runs once when a Next server starts: for `next dev` and for places that run Next without our server. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startFoyer } = await import("#lib/process/start-foyer.ts");
  await startFoyer();
}
