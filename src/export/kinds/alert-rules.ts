import type { Output } from '../../aws/operations.ts';
import type { Look } from '../../engine/step.ts';
import { t } from '../../text/text.ts';
import { inEveryRegion } from '../every-region.ts';
import {
  call,
  type Find,
  given,
  type Inventory,
  NO_ARGUMENT,
  type TerraformBlock,
} from '../inventory.ts';
import { jsonIn } from '../json-in.ts';
import { TAGS, tagMap, tagsByName } from './iam-rights.ts';

type Rule = NonNullable<Output<'events', 'ListRules'>['Rules']>[number];
type Target = NonNullable<Output<'events', 'ListTargetsByRule'>['Targets']>[number];

/** The rules that Rootlock makes, in every region: all of them are named so. */
export const alertRules: Find = (look, into) =>
  inEveryRegion(look, into, t('the rules of the alerts'), async (from, region, here) => {
    const { Rules = [] } = await from.read('events', 'ListRules', {}, region);
    for (const rule of Rules) {
      const { Name = '', ManagedBy } = rule;
      if (ManagedBy || !Name.startsWith('rootlock-')) continue;
      await here.attempt(t('the rule {name} in {region}', { name: Name, region }), () =>
        addRule(from, rule, region, here),
      );
    }
  });

async function addRule(look: Look, rule: Rule, region: string, into: Inventory): Promise<void> {
  const {
    Name = '',
    Arn = '',
    Description,
    EventPattern,
    ScheduleExpression,
    State,
    RoleArn,
  } = rule;
  const found = await look.find('events', 'ListTargetsByRule', { Rule: Name }, region);
  const Targets = (found?.Targets ?? []).map((target) => given(target) as Target);
  const Tags = tagsByName(Name);
  const same = given({ Description, EventPattern, ScheduleExpression, State, RoleArn });
  const [inTerraform, others] = [Targets.filter(isPlain), Targets.filter((one) => !isPlain(one))];
  for (const { Id = '' } of others) {
    into.leave(t('the target {id} of the rule {name}', { id: Id, name: Name }), NO_ARGUMENT, [
      'terraform',
    ]);
  }
  into.add({
    region,
    terraform: [
      {
        type: 'aws_cloudwatch_event_rule',
        name: Name,
        importId: Name,
        body: given({
          name: Name,
          description: Description,
          event_pattern: EventPattern,
          schedule_expression: ScheduleExpression,
          state: State,
          role_arn: RoleArn,
          tags: tagMap(Tags),
        }),
        ignore: TAGS,
      },
      ...inTerraform.map((target) => targetBlock(Name, target)),
    ],
    stack: [
      {
        type: 'AWS::Events::Rule',
        name: Name,
        identifier: { Arn },
        properties: given({
          Name,
          ...same,
          EventPattern: EventPattern && jsonIn(EventPattern, 'events:ListRules'),
          Targets,
          Tags,
        }),
      },
    ],
    commands: [
      call('events', 'PutRule', given({ Name, ...same, Tags }) as { Name: string }, region),
      ...(Targets.length > 0
        ? [call('events', 'PutTargets', { Rule: Name, Targets: Targets as never }, region)]
        : []),
    ],
  });
}

const PLAIN = ['Id', 'Arn', 'RoleArn', 'Input', 'InputPath', 'InputTransformer'];

const isPlain = (target: Target): boolean =>
  Object.keys(target).every((name) => PLAIN.includes(name));

const targetBlock = (rule: string, target: Target): TerraformBlock => ({
  type: 'aws_cloudwatch_event_target',
  name: `${rule}_${target.Id}`,
  importId: `${rule}/${target.Id}`,
  body: given({
    rule,
    target_id: target.Id,
    arn: target.Arn,
    role_arn: target.RoleArn,
    input: target.Input,
    input_path: target.InputPath,
    input_transformer: target.InputTransformer && {
      input_paths: target.InputTransformer.InputPathsMap,
      input_template: target.InputTransformer.InputTemplate,
    },
  }),
});
