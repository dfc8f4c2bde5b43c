import type { Output } from '../../src/aws/operations.ts';
import type { Look } from '../../src/engine/step.ts';
import { unlessDenied } from '../shared/enabled-regions.ts';
import { bringsToSomebody } from './topic.ts';

/** The names of all rules that Rootlock makes begin so. */
const PREFIX = 'rootlock-';

type Target = NonNullable<Output<'events', 'ListTargetsByRule'>['Targets']>[number];
type InputTransformer = NonNullable<Target['InputTransformer']>;

/** A rule of a region's default bus. */
export interface FoundRule {
  arn: string;
  name: string;
  /** JSON. Empty if it runs by a schedule. */
  pattern: string;
  /** It matches what CloudTrail records of writes and sign-ins. */
  enabled: boolean;
  targets: FoundTarget[];
}

interface FoundTarget {
  id: string;
  arn: string;
  role: string | null;
  /** The fields of the event that its message says, as JSON. `null` if it sends the event itself, or a fixed text. */
  fields: string | null;
}

/** Rules of one region. */
export interface RegionRules {
  region: string;
  /** Those of the names that this step gives. */
  ours: FoundRule[];
  /** Patterns of the owner's rules that reach somebody by a topic. */
  heard: string[];
}

/** Reads the rules of a region. Those that no event can match, of AWS's services, and of our other steps are left aside. */
export async function readRules(
  look: Look,
  region: string,
  isOurs: (name: string) => boolean,
): Promise<RegionRules> {
  const { Rules = [] } = await look.read('events', 'ListRules', {}, region);
  const read = await Promise.all(
    Rules.map(async ({ Name = '', Arn = '', EventPattern = '', State, ManagedBy }) => {
      const enabled = State !== 'DISABLED';
      if (ManagedBy) return [];
      if (!isOurs(Name) && (!EventPattern || !enabled || Name.startsWith(PREFIX))) return [];
      const targets = await look.find('events', 'ListTargetsByRule', { Rule: Name }, region);
      const found = (targets?.Targets ?? []).map(targetOf);
      return [{ arn: Arn, name: Name, pattern: EventPattern, enabled, targets: found }];
    }),
  );
  const rules = read.flat();
  const others = rules.filter(({ name }) => !isOurs(name));
  const reaching = await Promise.all(
    others.map(async (rule) => ((await someoneHears(look, region, rule)) ? [rule.pattern] : [])),
  );
  return { region, ours: rules.filter(({ name }) => isOurs(name)), heard: reaching.flat() };
}

const targetOf = ({ Id = '', Arn = '', RoleArn, InputTransformer }: Target): FoundTarget => ({
  id: Id,
  arn: Arn,
  role: RoleArn ?? null,
  fields: InputTransformer ? JSON.stringify(fieldsSaid(InputTransformer)) : null,
});

/** Those of its fields that a template names: the others are not in the message. */
const fieldsSaid = ({ InputPathsMap = {}, InputTemplate = '' }: InputTransformer) =>
  Object.fromEntries(
    Object.entries(InputPathsMap).filter(([name]) => InputTemplate.includes(`<${name}>`)),
  );

/** A topic that these credentials may not read counts as one that nobody hears. */
async function someoneHears(look: Look, region: string, rule: FoundRule): Promise<boolean> {
  const topics = rule.targets.filter(({ arn }) => arn.split(':')[2] === 'sns');
  const heard = await Promise.all(
    topics.map(({ arn }) => unlessDenied(bringsToSomebody(look, arn, rule.arn, region))),
  );
  return heard.some(Boolean);
}
