import { Inbox } from "lucide-react";
import { Missing } from "#components/layout/missing.tsx";

export default function AccountNotFound() {
  return (
    <Missing
      heading="No such account"
      icon={<Inbox />}
      title="No account of the worklist is known under this link"
      text="The link may be incomplete. A visitor whose company has become known is part of that company’s account."
      to="worklist"
      label="Open the worklist"
    />
  );
}
