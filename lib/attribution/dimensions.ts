/** Host of a URL in a column, lower-cased and without `www.`; NULL where there is none. */
function hostOf(column: string): string {
  const host = `substring(${column} from '(?i)^[a-z][a-z0-9+.-]*://(?:[^/?#@]*@)?([^/?#:]+)')`;
  return `regexp_replace(lower(${host}), '^www\\.', '')`;
}

const SOURCE_MEDIUM = `CASE WHEN s."source" IS NULL AND s."medium" IS NULL THEN NULL
  ELSE coalesce(s."source", '(not set)') || ' / ' || coalesce(s."medium", '(not set)') END`;

// A referrer on the landing page's own host counts as none, as it does for the channel; what makes a
// session direct (own domain, excluded referrer) was decided when the session was classified.
const REFERRER = `CASE WHEN s."isDirect" THEN NULL
  ELSE nullif(${hostOf('s."referrer"')}, ${hostOf('s."landingPage"')}) END`;

const CLICK_ID = `coalesce(nullif(s."gclid", ''), nullif(s."fbclid", ''))`;

/**
 * What a report can be broken down by. `key` is an SQL expression over the session table named `s`; it
 * is constant text of ours, never a part of a request.
 */
export const DIMENSIONS = {
  channel: { label: "Channel", key: `s."channel"` },
  source: { label: "Source", key: `s."source"` },
  medium: { label: "Medium", key: `s."medium"` },
  source_medium: { label: "Source / medium", key: SOURCE_MEDIUM },
  campaign: { label: "Campaign", key: `s."campaign"` },
  term: { label: "Term", key: `s."term"` },
  content: { label: "Content", key: `s."content"` },
  referrer: { label: "Referrer", key: REFERRER },
  landing_page: { label: "Landing page", key: `s."landingPath"` },
  click_id: { label: "Click ID", key: CLICK_ID },
} as const satisfies Record<string, { label: string; key: string }>;

export type DimensionName = keyof typeof DIMENSIONS;

/** Names of all dimensions, in the order in which they are offered (a closed list that Object.keys types as strings). */
export const DIMENSION_NAMES = Object.keys(DIMENSIONS) as DimensionName[];

/** The SQL of a dimension's key; an empty value counts as missing. */
export function keySql(dimension: DimensionName): string {
  return `nullif(${DIMENSIONS[dimension].key}, '')`;
}
