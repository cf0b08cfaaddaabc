import type { Random } from "./random.ts";

/** A browser with its own `vid`. */
export interface Device {
  vid: string;
  kind: "work" | "phone" | "home";
  userAgent: string;
  screen: { width: number; height: number };
}

type Model = [weight: number, userAgent: string, width: number, height: number];

const MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)";
const WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)";
const KIT = "AppleWebKit/537.36 (KHTML, like Gecko)";
const CHROME = "Chrome/155.0.0.0 Safari/537.36";
const SAFARI = "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1";

const DESKTOPS: [Model, ...Model[]] = [
  [9, `${WINDOWS} ${KIT} ${CHROME}`, 1920, 1080],
  [4, `${WINDOWS} ${KIT} Chrome/154.0.0.0 Safari/537.36`, 1536, 864],
  [5, `${WINDOWS} ${KIT} ${CHROME} Edg/155.0.0.0`, 1920, 1200],
  [6, `${MAC} ${KIT} ${CHROME}`, 1728, 1117],
  [4, `${MAC} ${SAFARI} Safari/605.1.15`, 1512, 982],
  [
    2,
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:157.0) Gecko/20100101 Firefox/157.0",
    2560,
    1440,
  ],
  [1, `Mozilla/5.0 (X11; Linux x86_64) ${KIT} ${CHROME}`, 2560, 1440],
  [1, "Mozilla/5.0 (X11; Linux x86_64; rv:157.0) Gecko/20100101 Firefox/157.0", 1920, 1080],
];
const PHONES: [Model, ...Model[]] = [
  [
    5,
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) ${SAFARI} Mobile/15E148 Safari/604.1`,
    393,
    852,
  ],
  [
    2,
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) ${SAFARI} Mobile/15E148 Safari/604.1`,
    430,
    932,
  ],
  [4, `Mozilla/5.0 (Linux; Android 10; K) ${KIT} Chrome/155.0.0.0 Mobile Safari/537.36`, 412, 915],
];

function deviceOf(random: Random, kind: Device["kind"], born: number): Device {
  const [, userAgent, width, height] = random.weighted(
    kind === "phone" ? PHONES : DESKTOPS,
    ([w]) => w,
  );
  return { vid: random.ulid(born), kind, userAgent, screen: { width, height } };
}

/** One to three browsers of one person; the first is the one most used. */
export function devicesOf(random: Random, born: number): [Device, ...Device[]] {
  const devices: [Device, ...Device[]] = [
    deviceOf(random, random.chance(0.85) ? "work" : "phone", born),
  ];
  if (random.chance(0.28)) devices.push(deviceOf(random, "phone", born));
  if (random.chance(0.1)) devices.push(deviceOf(random, "home", born));
  return devices;
}
