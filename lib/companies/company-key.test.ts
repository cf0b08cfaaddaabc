import { describe, expect, it } from "vitest";
import { companyKey, normalDomain } from "./company-key.ts";

describe("normalDomain", () => {
  it.each([
    "acme.test",
    "ACME.test",
    "www.acme.test",
    "https://www.acme.test/about?x=1",
    "http://acme.test:8080",
    "//acme.test",
    " acme.test. ",
  ])("reads %j", (text) => expect(normalDomain(text)).toBe("acme.test"));

  it.each(["", "acme", "localhost", "a b.test", "ada@acme.test", "acme..test", "https://", null])(
    "refuses %j",
    (text) => expect(normalDomain(text)).toBeNull(),
  );

  it("keeps other subdomains", () => expect(normalDomain("shop.acme.test")).toBe("shop.acme.test"));
});

describe("companyKey", () => {
  const all = {
    domain: "www.Acme.test",
    linkedinUrl: "www.linkedin.com/company/Acme/",
    linkedinId: "123",
    name: " Acme  Robotics ",
  };

  it("takes the strongest name there is", () => {
    expect(companyKey(all)).toBe("domain:acme.test");
    expect(companyKey({ ...all, domain: null })).toBe("linkedin:https://linkedin.com/company/acme");
    expect(companyKey({ ...all, domain: "", linkedinUrl: "acme" })).toBe("linkedinid:123");
    expect(companyKey({ name: all.name })).toBe("name:acme robotics");
  });

  it("is null without any", () => {
    expect(companyKey({})).toBeNull();
    expect(companyKey({ domain: "acme", name: " " })).toBeNull();
  });
});
