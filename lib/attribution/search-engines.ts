/**
 * Sites whose visitors come from a search. A bare name (`google`) stands for the brand under any
 * public suffix and for the same word as `utm_source`; an entry with a dot is that one domain.
 */
export const SEARCH_ENGINES: ReadonlySet<string> = new Set([
  "360.cn",
  "alice.it",
  "aol",
  "ask.com",
  "baidu",
  "bing",
  "brave",
  "coccoc",
  "cn.bing.com",
  "daum",
  "dogpile",
  "duckduckgo",
  "ecosia",
  "exalead",
  "google",
  "info.com",
  "kagi",
  "lycos",
  "mojeek",
  "msn",
  "najdi",
  "naver",
  "onet",
  "presearch",
  "qwant",
  "rambler",
  "seznam",
  "so.com",
  "sogou",
  "startpage",
  "startsiden",
  "swisscows",
  "terra",
  "virgilio",
  "wp.pl",
  "yahoo",
  "yandex",
  "ya.ru",
]);

/** Other services on a search engine's domain: a link in a mail or a document is not a search. */
const OTHER_SERVICE =
  /^(accounts|calendar|chat|classroom|contacts|docs|drive|finance|groups|keep|mail|meet|sites|sports)\./;

/** True for a host such as `docs.google.com`, whose links are referrals though its domain searches. */
export function isOtherServiceHost(host: string): boolean {
  return OTHER_SERVICE.test(host);
}
