import type { Target } from '@aws-sdk/client-eventbridge';
import type { PracticeState, Rule } from '../../state/account-state.ts';
import { badRequest, type CallContext, type Table } from '../operation-table.ts';
import { page } from '../paging.ts';
import { matchesPattern, type Pattern, problemWithPattern } from './matches-pattern.ts';

/** EventBridge quotas. */
const TARGETS_MAX = 5;
const RULES_MAX = 300;
const PATTERN_MAX = 4096;
const PAGE = 100;

export const rules = {
  ListRules({ NamePrefix = '', EventBusName, Limit, NextToken }, { state, region }) {
    checkBus(EventBusName);
    const all = state.rules.filter(
      (rule) => rule.region === region && rule.name.startsWith(NamePrefix),
    );
    const { items, more } = paged(all, Limit, NextToken);
    return { Rules: items.map((rule) => describeRule(state, rule)), ...more };
  },

  ListTargetsByRule({ Rule: name, EventBusName, Limit, NextToken }, call) {
    checkBus(EventBusName);
    const { items, more } = paged(findRule(name, call).targets, Limit, NextToken);
    return { Targets: items as Target[], ...more };
  },

  TestEventPattern({ EventPattern, Event }) {
    const event = parsed(Event, () => badRequest('ValidationException', 'Event is not valid.'));
    for (const member of [
      'id',
      'account',
      'source',
      'time',
      'region',
      'resources',
      'detail-type',
    ]) {
      if (event === null || typeof event !== 'object' || !(member in event)) {
        throw badRequest('ValidationException', `Event lacks ${member}.`);
      }
    }
    return { Result: matchesPattern(checkedPattern(EventPattern), event) };
  },

  /** Replaces the rule of that name: what is left out falls back to its default. The targets stay. */
  PutRule({ Name, EventPattern, State, Description, Tags, EventBusName }, { state, region }) {
    checkBus(EventBusName);
    const name = checkedName(Name);
    checkedPattern(EventPattern);
    const found = state.rules.find(isNamed(name, region));
    if (found?.managedBy) throw managedRule(name);
    if (!found && state.rules.filter((rule) => rule.region === region).length >= RULES_MAX) {
      throw badRequest('LimitExceededException', 'The requested resource exceeds the maximum.');
    }
    const rule: Rule = {
      region,
      name,
      ...(EventPattern && { pattern: EventPattern }),
      ...(Description && { description: Description }),
      state: State ?? 'ENABLED',
      targets: found?.targets ?? [],
      // Tags of a rule that is there already are ignored.
      tags: found?.tags ?? (Tags ?? []).map(({ Key = '', Value = '' }) => ({ Key, Value })),
    };
    state.rules = [...state.rules.filter((other) => other !== found), rule];
    return { RuleArn: ruleArn(state, rule) };
  },

  /** A target of the same id is replaced. What is wrong with one is said in an answer with status 200. */
  PutTargets({ Rule: name, Targets = [], EventBusName }, call) {
    checkBus(EventBusName);
    const rule = findRule(name, call);
    if (rule.managedBy) throw managedRule(rule.name);
    const FailedEntries = Targets.flatMap((target) => {
      const ErrorMessage = problemWithTarget(target, call.region);
      return ErrorMessage
        ? [{ TargetId: target.Id, ErrorCode: 'ValidationException', ErrorMessage }]
        : [];
    });
    const failed = new Set(FailedEntries.map(({ TargetId }) => TargetId));
    const accepted = Targets.filter(({ Id }) => !failed.has(Id));
    const kept = rule.targets.filter(({ Id }) => !accepted.some((target) => target.Id === Id));
    if (kept.length + accepted.length > TARGETS_MAX) {
      throw badRequest('LimitExceededException', `A rule has ${TARGETS_MAX} targets at most.`);
    }
    rule.targets = [...kept, ...accepted];
    return { FailedEntryCount: FailedEntries.length, FailedEntries };
  },
} satisfies Table<typeof import('@aws-sdk/client-eventbridge')>;

const paged = <T>(all: T[], Limit: number | undefined, NextToken: string | undefined) =>
  page(
    all,
    { MaxResults: Limit, NextToken },
    PAGE,
    badRequest('ValidationException', 'The token is not valid.'),
  );

const ruleArn = ({ id }: PracticeState, { region, name }: Rule): string =>
  `arn:aws:events:${region}:${id}:rule/${name}`;

const describeRule = (state: PracticeState, rule: Rule) => ({
  Name: rule.name,
  Arn: ruleArn(state, rule),
  ...(rule.pattern && { EventPattern: rule.pattern }),
  ...(rule.schedule && { ScheduleExpression: rule.schedule }),
  ...(rule.description && { Description: rule.description }),
  ...(rule.managedBy && { ManagedBy: rule.managedBy }),
  State: rule.state,
  EventBusName: 'default',
});

const isNamed =
  (name: string | undefined, region: string) =>
  (rule: Rule): boolean =>
    rule.name === name && rule.region === region;

function findRule(name: string | undefined, { state, region }: CallContext): Rule {
  const rule = state.rules.find(isNamed(name, region));
  if (rule) return rule;
  throw badRequest('ResourceNotFoundException', `Rule ${name} does not exist on EventBus default.`);
}

const managedRule = (name: string) =>
  badRequest('ManagedRuleException', `Rule ${name} is managed by an AWS service.`);

function checkBus(name = 'default'): void {
  if (name === 'default') return;
  throw badRequest('ResourceNotFoundException', `Event bus ${name} does not exist.`);
}

function checkedName(name = ''): string {
  if (/^[.\-_A-Za-z0-9]{1,64}$/.test(name)) return name;
  throw badRequest('ValidationException', `'${name}' cannot be the name of a rule.`);
}

function checkedPattern(text = ''): Pattern {
  const invalid = (reason: string) =>
    badRequest('InvalidEventPatternException', `Event pattern is not valid. Reason: ${reason}`);
  if (text.length > PATTERN_MAX) throw invalid('it is too long');
  const pattern = parsed(text, () => invalid('it is no JSON'));
  const problem = problemWithPattern(pattern);
  if (problem) throw invalid(problem);
  return pattern as Pattern;
}

function parsed(text: string | undefined, refusal: () => Error): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    throw refusal();
  }
}

/** A topic must be in the rule's region. Another bus is reached as a role. */
function problemWithTarget(target: Target, region: string): string | undefined {
  const { Arn = '', RoleArn } = target;
  const [, , service, place] = Arn.split(':');
  if (service === 'sns' && place !== region) return `${Arn} is not in ${region}.`;
  if (service === 'events' && !RoleArn) return `RoleArn is required for target ${Arn}.`;
  return service ? undefined : 'Provided Arn is not in correct format.';
}
