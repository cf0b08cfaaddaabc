import { figuresOf } from "./company-figures.ts";
import { type Place, placeNamed } from "./places.ts";
import { Random } from "./random.ts";
import { slugOf } from "./slug.ts";

/** How a company writes its people's addresses; each keeps two people of different names apart. */
export type EmailPattern = "first.last" | "firstlast" | "last.first" | "first_last";

/** An invented company: what the simulator needs to know, and its payload without `enrichedAt`. */
export interface Company {
  name: string;
  slug: string;
  domain: string;
  industry: string;
  place: Place;
  employees: number;
  /** Relative number of visits: few companies visit often (Zipf). */
  weight: number;
  pattern: EmailPattern;
  isCatchAll: boolean;
  hasProxy: boolean;
  asn: number;
  full: Record<string, unknown>;
  basic: Record<string, unknown>;
}

// industry: name@city, …   Every name is invented; domains end in the reserved .example.
const CATALOGUE: Record<string, string> = {
  "Software Development":
    "Larkfield Systems@Austin, Quillstack@San Francisco, Brightmoor Labs@London, Nimbusforge@Berlin, Paperkite Software@Amsterdam, Opalgrid@Stockholm, Tarnfell Data@Manchester, Kestrelworks@Seattle, Lumenhatch@Toronto, Sablecode@Warsaw, Verdigris Cloud@Paris, Pinecraft Apps@Boston, Mapleloom@Toronto, Okapi Metrics@Nairobi, Zephyrline@Bengaluru, Corvid Analytics@Tel Aviv",
  "IT Services and IT Consulting":
    "Haldane Consulting@London, Rivermouth IT@Dublin, Kantara Digital@Bengaluru, Weserwerk IT@Berlin, Northlight Services@Copenhagen, Solace Integrators@Singapore, Tramontana Tech@Madrid, Ashgrove Partners@Chicago",
  "Financial Services":
    "Ferrymead Capital@New York, Lindenhof Bank@Zurich, Calder & Wray@London, Saltmarsh Lending@Boston, Emberton Payments@Amsterdam, Harrowgate Funds@New York, Azulejo Pay@Lisbon, Monsoon Credit@Mumbai",
  Insurance:
    "Steadfell Mutual@Chicago, Nordkap Forsikring@Copenhagen, Aldermoor Insurance@London, Sichelberg Versicherung@Munich, Concordia Bay Cover@Sydney",
  "Transportation, Logistics, Supply Chain and Storage":
    "Halden Freight@Berlin, Overland Harbour@New York, Polderlijn Cargo@Amsterdam, Swiftwater Logistics@Singapore, Camino Norte Transportes@Mexico City, Tidegate Shipping@Lisbon, Ironbridge Haulage@Manchester, Tradewind Parcel@Dubai",
  Manufacturing:
    "Grauwald Maschinenbau@Munich, Stonemill Components@Chicago, Fonderia Alta@Milan, Brnovak Works@Prague, Ostravin Metals@Prague, Takanami Precision@Tokyo, Hanbit Motors Parts@Seoul, Copperline Tools@Austin, Vulkanfeld Technik@Vienna",
  "Hospitals and Health Care":
    "Willowmere Health@Boston, Klinikverbund Auental@Munich, Sunpath Clinics@Sydney, Clearspring Care@Toronto, Santa Aurora Saúde@São Paulo, Bluefinch Medical@Seattle",
  Biotechnology:
    "Helixmoor@Boston, Genovale@San Francisco, Petrichor Bio@Copenhagen, Amberleaf Therapeutics@Zurich, Mycelia Works@Amsterdam",
  Retail:
    "Fernhill Outfitters@Seattle, Maison Corbelle@Paris, Tellus Home@Stockholm, Pepperwood Market@Austin, Bazaar Lale@Istanbul, Kiyosato Goods@Tokyo, Umbra & Oak@London",
  "Food and Beverage Manufacturing":
    "Goldgrain Mills@Chicago, Azienda Ulivara@Milan, Molino Sereno@Madrid, Brauhaus Finkenau@Vienna, Cacao Verano@Mexico City",
  "Renewable Energy Power Generation":
    "Windlass Energy@Copenhagen, Solvaro@Madrid, Helios Meridian@Dubai, Northsea Array@Amsterdam, Gridmoss@Stockholm, Baobab Solar@Lagos",
  "Advertising Services":
    "Foxglove Media@London, Signalhaus@Berlin, Papercrane Agency@Tokyo, Brightbuoy Marketing@Sydney, Atelier Mirabeau@Paris, Loud Heron@Austin",
  "E-Learning Providers":
    "Chalkwing@Dublin, Vidyapath Learning@Bengaluru, Lernkiste@Vienna, Scholarly Fox@Toronto, Eduvela@São Paulo",
  Telecommunications:
    "Farsight Mobile@Lagos, Telvanta@Madrid, Hallstrom Networks@Stockholm, Meridian Fibre@Sydney, Bosphorus Link@Istanbul",
  "Real Estate":
    "Keystone Quarter@New York, Urbanfold@London, Stadtkern Immobilien@Berlin, Casa Lumbre@Mexico City",
  Construction:
    "Ridgeback Builders@Austin, Hochtal Bau@Zurich, Granite & Girder@Chicago, Skyfort Contracting@Dubai",
  Hospitality:
    "Lanternhouse Hotels@Singapore, Albergo Serafino@Milan, Driftwood Stays@Lisbon, Tamarind Resorts@Mumbai",
  "Legal Services": "Thackery Rowe@London, Boulanger Dessaix@Paris, Whitmore Kellan@New York",
  "Security and Investigations": "Palisade Ward@Tel Aviv, Gatekestrel@Warsaw, Bastion Row@Seattle",
  "Non-profit Organizations": "Open Harbour Fund@Nairobi, Rivers Without Walls@Dublin",
  "Human Resources Services": "Peoplefern@Amsterdam, Talentbrook@Manchester, Hirelark@Mumbai",
};

const SIZES: Record<string, number> = {
  "Software Development": 160,
  "Financial Services": 900,
  Insurance: 2600,
  Manufacturing: 1800,
  Telecommunications: 3200,
  "Legal Services": 220,
  "Advertising Services": 70,
  "Non-profit Organizations": 60,
};

const PATTERNS: [EmailPattern, ...EmailPattern[]] = [
  "first.last",
  "first.last",
  "firstlast",
  "last.first",
  "first_last",
];

function companyOf(name: string, city: string, industry: string, rank: number): Company {
  const random = new Random("company", name);
  const place = placeNamed(city);
  const slug = slugOf(name);
  const domain = `${slug.split("-").slice(0, 2).join("")}.example`;
  const employees = Math.max(3, Math.round(random.around(SIZES[industry] ?? 350, 1.5)));
  const figures = figuresOf({ random, name, slug, domain, industry, place, employees });
  return {
    ...{ name, slug, domain, industry, place, employees, ...figures },
    weight: 1 / (rank + 2) ** 0.85,
    pattern: random.pick(PATTERNS),
    isCatchAll: random.chance(0.2),
    hasProxy: employees > 1000 && random.chance(0.6),
    asn: 65536 + (rank % 16),
  };
}

function catalogue(): [Company, ...Company[]] {
  const entries = Object.entries(CATALOGUE)
    .flatMap(([industry, list]) => list.split(", ").map((entry) => ({ industry, entry })))
    .map(({ industry, entry }) => ({ industry, entry, order: new Random("rank", entry).next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ industry, entry }, rank) => {
      const [name = "", city = ""] = entry.split("@");
      return companyOf(name, city, industry, rank);
    });
  const [first, ...rest] = entries;
  if (!first) throw new Error("The catalogue of companies is empty");
  return [first, ...rest];
}

/** The invented companies, most frequent visitor first. The same for every seed. */
export const COMPANIES: readonly [Company, ...Company[]] = catalogue();
