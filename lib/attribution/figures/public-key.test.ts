import { expect, test } from "vitest";
import { publicKey } from "./public-key.ts";

test.each([
  ["ada@northwind.example", "…"],
  ["newsletter-Ada.Byron+x@northwind.example-may", "…"],
  ["/welcome/ada%40northwind.example", "/welcome/…"],
  ["/invite/3f2b8a1c-9d4e-4f60-8a7b-1c2d3e4f5a6b/join", "/invite/…/join"],
  ["/orders/1048576", "/orders/…"],
  ["/i/h8Jk2mN4pQ6rS8tU0vW2", "/i/…"],
  ["https://www.linkedin.com/in/ada-byron", "https://www.linkedin.com/in/…"],
  ["call +351 912 345 678", "call …"],
])("%s is not shown to strangers", (key, shown) => {
  expect(publicKey(key)).toBe(shown);
});

test.each([
  "/blog/how-we-measure-what-a-visit-is-worth",
  "google / cpc",
  "spring_sale_2026",
  "2026-03-29",
  "/pricing",
  "Organic Search",
  "/docs/2026",
])("%s stays as it is", (key) => {
  expect(publicKey(key)).toBe(key);
});
