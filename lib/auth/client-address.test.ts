import { expect, test } from "vitest";
import { clientAddress, parseTrustedProxies } from "#lib/auth/client-address.ts";

const nobody = parseTrustedProxies("");
const proxies = parseTrustedProxies("10.0.0.0/8, 192.0.2.7 ::1");

test("without trusted proxies only the connection counts", () => {
  expect(clientAddress("198.51.100.4", "203.0.113.9", nobody)).toBe("198.51.100.4");
  expect(clientAddress("::ffff:198.51.100.4", undefined, nobody)).toBe("198.51.100.4");
  expect(clientAddress(undefined, "203.0.113.9", nobody)).toBe("unknown");
});

test("behind proxies, the nearest hop that is none of them", () => {
  expect(clientAddress("10.1.2.3", "203.0.113.9", proxies)).toBe("203.0.113.9");
  expect(clientAddress("::1", "1.1.1.1, 203.0.113.9, 192.0.2.7", proxies)).toBe("203.0.113.9");
  expect(clientAddress("10.1.2.3", "2001:db8::5, 10.9.9.9", proxies)).toBe("2001:db8::5");
});

test("a header that is missing, broken or all proxies ends at the last address that is sure", () => {
  expect(clientAddress("10.1.2.3", undefined, proxies)).toBe("10.1.2.3");
  expect(clientAddress("10.1.2.3", "not an address", proxies)).toBe("10.1.2.3");
  expect(clientAddress("10.1.2.3", "10.0.0.1, 10.0.0.2", proxies)).toBe("10.0.0.1");
});

test.each(["proxy.internal", "10.0.0.0/33", "10.0.0.0/8/8", "10.0.0.0/", "::1/129"])(
  "%s is refused by name",
  (text) => expect(() => parseTrustedProxies(text)).toThrow("TRUSTED_PROXIES"),
);
