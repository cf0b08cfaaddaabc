import { UserRoundX } from "lucide-react";
import { Missing } from "#components/layout/missing.tsx";

export default function VisitorNotFound() {
  return (
    <Missing
      heading="No such visitor"
      icon={<UserRoundX />}
      title="Nobody is known under this link"
      text="The link may be incomplete, or the person asked to be erased."
      to="visitors"
      label="See all visitors"
    />
  );
}
