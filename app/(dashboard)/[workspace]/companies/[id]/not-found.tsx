import { Building2 } from "lucide-react";
import { Missing } from "#components/layout/missing.tsx";

export default function CompanyNotFound() {
  return (
    <Missing
      heading="No such company"
      icon={<Building2 />}
      title="No company is known under this link"
      text="The link may be incomplete, or the company went with the last person who was linked to it."
      to="companies"
      label="See all companies"
    />
  );
}
