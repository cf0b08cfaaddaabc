import { SearchX } from "lucide-react";
import { Missing } from "#components/layout/missing.tsx";

/** Within the frame of the workspace, where the other pages are one click away. */
export default function PageNotFound() {
  return (
    <Missing
      heading="No such page"
      icon={<SearchX />}
      title="Nothing is found under this link"
      text="The link may be old, what it led to may have been deleted, or it belongs to a workspace that you are not a member of."
      to="/"
      label="Go to the start page"
    />
  );
}
