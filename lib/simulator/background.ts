import { COMPANIES, type Company } from "./companies.ts";
import type { Place } from "./places.ts";
import type { Random } from "./random.ts";
import { type Role, randomRole } from "./titles.ts";

/** The part of a profile that does not change while we watch. */
export interface Background {
  skills: string[];
  languages: string[];
  connections: number;
  picture: boolean;
  summary: boolean;
  past: { company: Company; role: Role; startDate: string; endDate: string }[];
  education: Record<string, string | null>[];
  isOwner: boolean | null;
  hasChildren: boolean | null;
  isMarried: boolean | null;
}

const SKILLS: Record<string, string[]> = {
  Operations: ["Process Improvement", "Lean", "Vendor Management", "Budgeting", "Workflow Design"],
  Engineering: ["TypeScript", "PostgreSQL", "Kubernetes", "System Design", "Python"],
  Marketing: ["Demand Generation", "SEO", "Copywriting", "Lifecycle Marketing", "Brand"],
  Sales: ["Negotiation", "Account Planning", "Outbound", "Forecasting"],
  Finance: ["Month-end Close", "Controlling", "Audit", "Modelling"],
};
const COMMON = ["Leadership", "Project Management", "Data Analysis", "Communication", "SQL"];
const SCHOOLS = [
  "Harbour City University",
  "Northmoor Institute of Technology",
  "Universität Auental",
  "École Mirabeau",
  "Lakeshore College",
  "Kantara Business School",
] as const;
const DEGREES = ["B.Sc.", "B.A.", "M.Sc.", "MBA"] as const;
const FIELDS = [
  "Business Administration",
  "Computer Science",
  "Economics",
  "Industrial Engineering",
] as const;

const month = (random: Random) => String(random.int(1, 12)).padStart(2, "0");
const maybe = (random: Random) => (random.chance(0.6) ? null : random.chance(0.5));

function pastOf(random: Random, role: Role, since: string): Background["past"] {
  const past: Background["past"] = [];
  let end = Number(since.slice(0, 4));
  for (let left = Math.min(3, random.int(0, role.level + 1)); left > 0; left--) {
    const start = end - random.int(1, 4);
    const company = random.pick(COMPANIES);
    past.push({
      company,
      role: randomRole(random, company.employees, -1),
      startDate: `${start}-${month(random)}`,
      endDate: `${end}-01`,
    });
    end = start;
  }
  return past;
}

/** Skills, languages, schools and earlier jobs that fit a role held since that month. */
export function backgroundOf(random: Random, place: Place, role: Role, since: string): Background {
  const start = Number(since.slice(0, 4)) - random.int(4, 16);
  return {
    skills: random.some([...(SKILLS[role.department] ?? []), ...COMMON], random.int(2, 6)),
    languages: [...new Set(["English", place.language])],
    connections: Math.min(500, Math.round(random.around(320, 0.8))),
    picture: random.chance(0.12),
    summary: random.chance(0.5),
    past: pastOf(random, role, since),
    education: random.chance(0.25)
      ? []
      : [
          {
            instituteName: random.pick(SCHOOLS),
            instituteLinkedinId: random.chance(0.5) ? String(random.int(1000, 99999)) : null,
            instituteLogoUrl: null,
            degree: random.chance(0.9) ? random.pick(DEGREES) : null,
            fieldOfStudy: random.pick(FIELDS),
            startDate: `${start}-09`,
            endDate: random.chance(0.9) ? `${start + 4}-06` : null,
          },
        ],
    isOwner: maybe(random),
    hasChildren: maybe(random),
    isMarried: maybe(random),
  };
}
