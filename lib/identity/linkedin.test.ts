import { describe, expect, it } from "vitest";
import { canonicalLinkedin } from "./linkedin.ts";

const ADA = "https://linkedin.com/in/ada-byron";

describe("canonicalLinkedin", () => {
  it.each([
    "https://linkedin.com/in/ada-byron",
    "http://www.linkedin.com/in/ada-byron/",
    "HTTPS://WWW.LinkedIn.com/in/Ada-Byron",
    "linkedin.com/in/ada-byron",
    "www.linkedin.com/in/ada-byron",
    "//linkedin.com/in/ada-byron",
    "  https://uk.linkedin.com/in/ada-byron?utm_source=share#about \n",
    "https://pt.linkedin.com:443/in/ada-byron//",
    "https://m.linkedin.com//in//ada-byron",
    "https://linkedin.com./in/ada-byron",
    "https://linkedin.com/in/%61da-byron",
    "linkedin.com:443/in/ada-byron",
  ])("%s is one person", (text) => expect(canonicalLinkedin(text)).toBe(ADA));

  it("treats every spelling of an accent alike", () => {
    const one = "https://linkedin.com/in/jos%c3%a9";
    for (const slug of ["josé", "JOSÉ", "jose\u0301", "jos%C3%A9", "jos%c3%a9", "JOS%C3%89"]) {
      expect(canonicalLinkedin(`https://linkedin.com/in/${slug}`)).toBe(one);
    }
    expect(canonicalLinkedin("linkedin.com/in/%F0%9F%A6%8A")).toBe(
      "https://linkedin.com/in/%f0%9f%a6%8a",
    );
  });

  it.each([
    [
      "https://www.linkedin.com/company/Acme-Robotics/about/",
      "https://linkedin.com/company/acme-robotics/about",
    ],
    ["linkedin.com/in/a%2Fb", "https://linkedin.com/in/a%2fb"],
    ["linkedin.com/in/a%zz", "https://linkedin.com/in/a%zz"],
    ["linkedin.com/in/a b", "https://linkedin.com/in/a%20b"],
  ])("keeps what differs: %s", (text, expected) => {
    expect(canonicalLinkedin(text)).toBe(expected);
    expect(canonicalLinkedin(expected)).toBe(expected);
  });

  it.each([
    "",
    "  ",
    null,
    undefined,
    "https://linkedin.com",
    "https://www.linkedin.com/",
    "https://linkedin.com/?in=ada",
    "https://linkedin.com/in/",
    "https://linkedin.com/company",
    "https://example.com/in/ada-byron",
    "https://notlinkedin.com/in/ada-byron",
    "https://linkedin.com.example.com/in/ada-byron",
    "https://linkedin.com@example.com/in/ada-byron",
    "https://example.com/linkedin.com/in/ada",
    "ftp://linkedin.com/in/ada-byron",
    "javascript:linkedin.com/in/ada",
    "mailto:ada@linkedin.com",
    "https://",
    "ada-byron",
    `linkedin.com/in/${"a".repeat(2000)}`,
  ])("refuses %j", (text) => expect(canonicalLinkedin(text)).toBeNull());
});
