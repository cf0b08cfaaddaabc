import { Badge } from "#components/ui/badge.tsx";
import type { AssignmentRule } from "#lib/worklist/assignment-rules.ts";
import type { AssignmentActions, TeamMember } from "./assignment-actions.ts";
import { RuleMenu } from "./rule-menu.tsx";
import { ruleWords } from "./rule-words.ts";

type RulesListProps = {
  rules: readonly AssignmentRule[];
  team: readonly TeamMember[];
  actions: AssignmentActions;
};

/** The rules in the order in which they are tried. */
export function RulesList({ rules, team, actions }: RulesListProps) {
  const byId = new Map(team.map((member) => [member.id, member]));
  return (
    <ol className="divide-y divide-line border-line border-t">
      {rules.map((rule, index) => (
        <li key={rule.id} className="flex items-start gap-3 px-4 py-2.5">
          <span aria-hidden="true" className="w-4 shrink-0 pt-px text-right text-ink-faint">
            {index + 1}
          </span>
          <div className="min-w-0 flex-1">
            <div className="flex flex-wrap items-center gap-2">
              <span className="font-medium">{rule.name}</span>
              {!rule.isEnabled && <Badge>Paused</Badge>}
            </div>
            <div className="text-ink-muted text-xs leading-5">{ruleWords(rule)}</div>
            <div className="text-ink-muted text-xs leading-5">
              {rule.memberIds.length > 1 ? "In turn: " : "To "}
              {rule.memberIds.map((id) => nameOf(byId.get(id))).join(", ")}
            </div>
          </div>
          <RuleMenu
            rule={rule}
            isFirst={index === 0}
            isLast={index === rules.length - 1}
            team={team}
            actions={actions}
          />
        </li>
      ))}
      {rules.length === 0 && (
        <li className="px-4 py-3 text-ink-muted">
          No rule yet: new accounts wait under New until somebody claims them.
        </li>
      )}
    </ol>
  );
}

function nameOf(member: TeamMember | undefined): string {
  if (!member) return "a former member (passed over)";
  return member.isDisabled ? `${member.name} (disabled, passed over)` : member.name;
}
