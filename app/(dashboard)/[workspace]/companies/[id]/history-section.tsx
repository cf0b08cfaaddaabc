import { HistoryCard } from "#components/companies/history-card.tsx";
import { listCompanyHistory } from "#lib/companies/list-history.ts";

/** What each enrichment said of a company's size. */
export async function HistorySection(props: { workspaceId: string; companyId: string }) {
  return <HistoryCard history={await listCompanyHistory(props.workspaceId, props.companyId)} />;
}
