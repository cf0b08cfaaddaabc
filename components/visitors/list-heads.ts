/** The heads of the visitor list, for its skeleton. */
export const VISITOR_HEADS = [
  "Person",
  "Company",
  "E-mail",
  "Last touch",
  "Pages",
  "Stage",
  "Last seen",
  "Location",
] as const;
