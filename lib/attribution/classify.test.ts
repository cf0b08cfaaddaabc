import { describe, expect, it } from "vitest";
import { classifySession, type SessionOrigin } from "./classify.ts";

const NO_UTM = { source: null, medium: null, campaign: null, term: null, content: null };

function classify(changes: Partial<Omit<SessionOrigin, "utm">> & { utm?: object }) {
  return classifySession({
    gclid: null,
    fbclid: null,
    referrer: null,
    landingPage: "https://www.harbor.example/pricing",
    ...changes,
    utm: { ...NO_UTM, ...changes.utm },
  });
}

describe("classifySession without UTM", () => {
  it.each([
    [{}, "Direct", "(direct)", "(none)"],
    [{ gclid: "g-1" }, "Paid Search", "google", "cpc"],
    [{ fbclid: "f-1" }, "Paid Social", "facebook", "paid_social"],
    [{ gclid: "g", fbclid: "f", referrer: "https://a.example/" }, "Paid Search", "google", "cpc"],
    [{ referrer: "https://www.google.com/" }, "Organic Search", "google.com", "organic"],
    [{ referrer: "https://www.google.co.uk/" }, "Organic Search", "google.co.uk", "organic"],
    [{ referrer: "https://duckduckgo.com/?q=a" }, "Organic Search", "duckduckgo.com", "organic"],
    [{ referrer: "https://docs.google.com/d/1" }, "Referral", "google.com", "referral"],
    [{ referrer: "https://www.linkedin.com/feed" }, "Organic Social", "linkedin.com", "referral"],
    [{ referrer: "https://t.co/abc" }, "Organic Social", "t.co", "referral"],
    [{ referrer: "https://m.youtube.com/" }, "Organic Video", "youtube.com", "referral"],
    [{ referrer: "https://blog.tern.co.uk/post" }, "Referral", "tern.co.uk", "referral"],
    [{ referrer: "https://google.evil-tern.com" }, "Referral", "evil-tern.com", "referral"],
    [{ referrer: "https://other.github.io/" }, "Referral", "other.github.io", "referral"],
    [{ referrer: "http://192.0.2.7/x" }, "Referral", "192.0.2.7", "referral"],
    [
      { referrer: "android-app://com.google.android.googlequicksearchbox/" },
      "Organic Search",
      "google.com",
      "organic",
    ],
    [{ referrer: "android-app://org.tern.app" }, "Referral", "org.tern.app", "referral"],
    [{ referrer: "not a url at all" }, "Direct", "(direct)", "(none)"],
  ])("%o is %s from %s / %s", (changes, channel, source, medium) => {
    const isDirect = source === "(direct)";
    expect(classify(changes)).toMatchObject({ channel, source, medium, isDirect, campaign: null });
  });

  it.each([
    ["https://www.harbor.example/", []],
    ["https://docs.harbor.example/guide", []],
    ["https://checkout.payments.example/done", ["payments.example"]],
    ["https://checkout.payments.example/done", ["https://Checkout.Payments.example/"]],
  ])("%s counts as no referrer (excluded: %o)", (referrer, excludedReferrers) => {
    expect(classify({ referrer, excludedReferrers })).toMatchObject({
      isDirect: true,
      referrerDomain: null,
    });
  });

  it("excludes one host without its siblings", () => {
    const excludedReferrers = ["checkout.payments.example"];
    expect(
      classify({ referrer: "https://www.payments.example/", excludedReferrers }),
    ).toMatchObject({ source: "payments.example", isDirect: false });
  });
});

describe("classifySession with UTM", () => {
  it("trims values, keeps their case, and lets UTM speak for all fields", () => {
    const utm = { source: " Google ", medium: "CPC", campaign: " Spring Sale ", term: "  " };
    expect(classify({ utm, fbclid: "f", referrer: "https://t.co/" })).toEqual({
      channel: "Paid Search",
      source: "Google",
      medium: "CPC",
      campaign: "Spring Sale",
      term: null,
      content: null,
      isDirect: false,
      referrerDomain: "t.co",
    });
  });

  it.each([
    ["newsletter", "email", "Email"],
    ["linkedin", "email", "Email"],
    ["linkedin", "paid_social", "Paid Social"],
    ["tern", "paid_social", "Paid Social"],
    ["linkedin.com", "cpc", "Paid Social"],
    ["LinkedIn", "social", "Organic Social"],
    ["bing", "cpc", "Paid Search"],
    ["bing", "organic", "Organic Search"],
    ["google", null, "Organic Search"],
    ["youtube", "cpv", "Paid Video"],
    ["tern", "banner", "Display"],
    ["tern", "cpm", "Display"],
    ["tern", "cpc", "Paid Other"],
    ["tern", "affiliate", "Affiliates"],
    ["tern", "sms", "SMS"],
    ["tern", "audio", "Audio"],
    ["tern", "push", "Mobile Push"],
    ["tern", "referral", "Referral"],
    ["tern.com", null, "Referral"],
    ["amazon", "cpc", "Paid Shopping"],
    ["tern", "whatever", "Unassigned"],
    ["tern", null, "Unassigned"],
    ["(direct)", "(none)", "Direct"],
  ])("%s / %s is %s", (source, medium, channel) => {
    expect(classify({ utm: { source, medium } })).toMatchObject({
      channel,
      source,
      medium,
      isDirect: false,
    });
  });

  it("with a campaign alone leaves source and medium null, and asks the rest for the channel", () => {
    const utm = { campaign: "spring" };
    expect(classify({ utm })).toMatchObject({
      source: null,
      medium: null,
      channel: "Unassigned",
      isDirect: false,
    });
    expect(classify({ utm, gclid: "g" })).toMatchObject({ source: null, channel: "Paid Search" });
  });
});
