/** What a rule looks at, and to whom it deals in turn. Empty lists and nulls let everything through. */
export interface DealingRule {
  id: string;
  countries: readonly string[];
  industries: readonly string[];
  minEmployees: number | null;
  maxEmployees: number | null;
  domainEnding: string | null;
  memberIds: readonly string[];
  lastMemberId: string | null;
}

/** What a rule knows of an account. */
export interface DealtAccount {
  id: string;
  countryCode: string | null;
  industry: string | null;
  employeeCount: number | null;
  domain: string | null;
}

export interface Deal {
  accountId: string;
  ruleId: string;
  memberId: string;
}

/** True when an account has everything that a rule asks for; what is not known does not fit. */
export function isFor(rule: DealingRule, account: DealtAccount): boolean {
  const { countries, industries, minEmployees, maxEmployees, domainEnding } = rule;
  const { countryCode, industry, employeeCount, domain } = account;
  if (countries.length > 0 && !countries.includes(countryCode?.toUpperCase() ?? "")) return false;
  const wanted = industries.map((one) => one.toLowerCase());
  if (wanted.length > 0 && !wanted.includes(industry?.toLowerCase() ?? "")) return false;
  if (minEmployees !== null && !((employeeCount ?? -1) >= minEmployees)) return false;
  if (maxEmployees !== null && !(employeeCount !== null && employeeCount <= maxEmployees)) {
    return false;
  }
  if (domainEnding === null) return true;
  return domain === domainEnding || domain?.endsWith(`.${domainEnding}`) === true;
}

/**
 * Deals accounts, in their order, by the first rule that fits and has an active member. A rule's members
 * take turns behind the one who got its latest account, so the shares of those who stay active never
 * differ by more than one. `turns` says who got the latest of each rule that dealt.
 */
export function dealAccounts(
  rules: readonly DealingRule[],
  active: ReadonlySet<string>,
  accounts: readonly DealtAccount[],
): { deals: Deal[]; turns: Map<string, string> } {
  const turns = new Map<string, string>();
  const deals: Deal[] = [];
  for (const account of accounts) {
    for (const rule of rules) {
      if (!isFor(rule, account)) continue;
      const memberId = nextMember(rule.memberIds, active, turns.get(rule.id) ?? rule.lastMemberId);
      if (memberId === null) continue;
      turns.set(rule.id, memberId);
      deals.push({ accountId: account.id, ruleId: rule.id, memberId });
      break;
    }
  }
  return { deals, turns };
}

function nextMember(
  memberIds: readonly string[],
  active: ReadonlySet<string>,
  last: string | null,
): string | null {
  const from = last === null ? 0 : memberIds.indexOf(last) + 1;
  const ring = [...memberIds.slice(from), ...memberIds.slice(0, from)];
  return ring.find((id) => active.has(id)) ?? null;
}
