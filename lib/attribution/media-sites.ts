/** Video platforms; entries read as in `search-engines.ts`. */
export const VIDEO_SITES: ReadonlySet<string> = new Set([
  "bilibili",
  "dailymotion",
  "disneyplus",
  "hulu",
  "iqiyi",
  "netflix",
  "rumble",
  "ted.com",
  "twitch",
  "utreon",
  "vimeo",
  "wistia",
  "youku",
  "youtu.be",
  "youtube",
]);

/** Market places; entries read as in `search-engines.ts`. */
export const SHOPPING_SITES: ReadonlySet<string> = new Set([
  "alibaba",
  "aliexpress",
  "amazon",
  "ebay",
  "etsy",
  "flipkart",
  "mercadolibre",
  "mercadolivre",
  "rakuten",
  "shop.app",
  "shopify",
  "shopzilla",
  "walmart",
]);
