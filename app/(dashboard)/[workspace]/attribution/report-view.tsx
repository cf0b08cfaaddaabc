import { Suspense } from "react";
import { NumberTableSkeleton, ReportSkeleton } from "#components/attribution/report-skeleton.tsx";
import { CREDIT_COLUMNS, CreditSection } from "./credit-section.tsx";
import { MODEL_COLUMNS, ModelsSection } from "./models-section.tsx";
import { dimensionWords, type SectionProps } from "./section-props.ts";
import { WhenReady } from "./when-ready.tsx";

type ReportViewProps = SectionProps & { isModels: boolean };

/** The view that was asked for. Another query keeps the old numbers while it loads, another view does not. */
export function ReportView({ isModels, ...section }: ReportViewProps) {
  const label = dimensionWords(section.query);
  const asked = [section.workspace.id, section.query, section.compared];
  if (isModels) {
    return (
      <Suspense key="models" fallback={<NumberTableSkeleton columns={[label, ...MODEL_COLUMNS]} />}>
        <WhenReady question={["models", ...asked]} section={() => ModelsSection(section)} />
      </Suspense>
    );
  }
  return (
    <Suspense key="credit" fallback={<ReportSkeleton columns={[label, ...CREDIT_COLUMNS]} />}>
      <WhenReady question={["credit", ...asked]} section={() => CreditSection(section)} />
    </Suspense>
  );
}
