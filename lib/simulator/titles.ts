import type { Random } from "./random.ts";

/** 0 assistant … 5 chief. */
export type Level = 0 | 1 | 2 | 3 | 4 | 5;

export interface Role {
  department: Department;
  level: Level;
  title: string;
}

const LADDERS = {
  Operations: [
    "Operations Coordinator",
    "Operations Analyst",
    "Operations Manager",
    "Senior Operations Manager",
    "VP Operations",
    "Chief Operating Officer",
  ],
  Engineering: [
    "Junior Developer",
    "Software Engineer",
    "Senior Software Engineer",
    "Engineering Manager",
    "VP Engineering",
    "Chief Technology Officer",
  ],
  Marketing: [
    "Marketing Assistant",
    "Content Specialist",
    "Demand Generation Manager",
    "Head of Growth",
    "VP Marketing",
    "Chief Marketing Officer",
  ],
  Sales: [
    "Sales Development Representative",
    "Account Executive",
    "Senior Account Executive",
    "Director of Sales",
    "VP Sales",
    "Chief Revenue Officer",
  ],
  Finance: [
    "Accounts Assistant",
    "Financial Analyst",
    "Controller",
    "Finance Director",
    "VP Finance",
    "Chief Financial Officer",
  ],
  "Information Technology": [
    "IT Support Specialist",
    "Systems Administrator",
    "IT Manager",
    "Director of IT",
    "VP Information Systems",
    "Chief Information Officer",
  ],
  "Revenue Operations": [
    "CRM Coordinator",
    "Revenue Operations Analyst",
    "Revenue Operations Manager",
    "Director of Revenue Operations",
    "VP Revenue Operations",
    "Chief Commercial Officer",
  ],
  "Customer Success": [
    "Support Agent",
    "Customer Success Associate",
    "Customer Success Manager",
    "Head of Customer Success",
    "VP Customer Success",
    "Chief Customer Officer",
  ],
} as const;

type Department = keyof typeof LADDERS;

const DEPARTMENTS: [Department, ...Department[]] = [
  "Operations",
  ...Object.keys(LADDERS).filter(
    (name): name is Department => name in LADDERS && name !== "Operations",
  ),
];
const WEIGHTS: Partial<Record<Department, number>> = {
  Operations: 4,
  "Revenue Operations": 3,
  Engineering: 2,
};
const LEVELS: [Level, ...Level[]] = [0, 1, 2, 3, 4, 5];
const SHARES = [0.08, 0.27, 0.31, 0.19, 0.09, 0.06];

/** The title of a department and level. Small companies are led by founders. */
export function roleAt(department: Department, level: Level, employees: number): Role {
  const ladder = LADDERS[department];
  const title = level === 5 && employees < 40 ? "Co-Founder & CEO" : ladder[level];
  return { department, level, title };
}

/** A role at a company of that size; `seniority` shifts the levels up (1) or down (-1). */
export function randomRole(random: Random, employees: number, seniority: number): Role {
  const department = random.weighted(DEPARTMENTS, (name) => WEIGHTS[name] ?? 1);
  const level = random.weighted(
    LEVELS,
    (step) => (SHARES[step] ?? 0) * Math.exp(seniority * (step - 2) * 0.4),
  );
  return roleAt(department, level, employees);
}

/** One step up the same ladder, at most to the top. */
export function promoted(role: Role, employees: number): Role {
  const next = LEVELS[Math.min(5, role.level + 1)] ?? role.level;
  return roleAt(role.department, next, employees);
}
