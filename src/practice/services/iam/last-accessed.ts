import { createHash } from 'node:crypto';
import type { PracticeState, User } from '../../state/account-state.ts';
import { matchesWildcards } from '../conditions.ts';
import type { Table } from '../operation-table.ts';
import { asArray, type Statement } from '../policy-language.ts';
import { iamPage } from './iam-page.ts';
import { arnOf, findSources, type Holder, policiesOf } from './simulated-policies.ts';
import { noSuchEntity, required, validationError } from './validation.ts';

/** Some of the services that AWS reports on. */
const SERVICES: Record<string, string> = {
  account: 'AWS Account Management',
  'access-analyzer': 'AWS IAM Access Analyzer',
  cloudtrail: 'AWS CloudTrail',
  cloudwatch: 'Amazon CloudWatch',
  ec2: 'Amazon EC2',
  ecr: 'Amazon Elastic Container Registry',
  ecs: 'Amazon Elastic Container Service',
  iam: 'AWS Identity and Access Management',
  kms: 'AWS Key Management Service',
  lambda: 'AWS Lambda',
  logs: 'Amazon CloudWatch Logs',
  organizations: 'AWS Organizations',
  rds: 'Amazon RDS',
  s3: 'Amazon S3',
  sns: 'Amazon SNS',
  sts: 'AWS Security Token Service',
};

const DAY_MS = 86_400_000;

export const lastAccessed = {
  GenerateServiceLastAccessedDetails({ Arn }, { state, now }) {
    const [holder] = findSources(state, required(Arn, 'arn'));
    if (!holder) throw noSuchEntity(`The entity ${Arn} cannot be found.`);
    return { JobId: jobOf(holder, now) };
  },

  /** The report is ready at once. Whose it is, its id says: a read keeps nothing in the account. */
  GetServiceLastAccessedDetails({ JobId, MaxItems, Marker }, { state, now }) {
    const job = required(JobId, 'jobId');
    if (job.length !== 36) throw validationError('jobId must have 36 characters');
    const began = new Date(Number.parseInt(job.replaceAll('-', '').slice(0, 12), 16));
    const holder = [...state.users, ...state.groups, ...state.roles].find(
      (one) => jobOf(one, began) === job,
    );
    if (!holder || began > now) throw noSuchEntity(`Could not find the JobId ${job}.`);
    const sources = findSources(state, arnOf(state, holder));
    const statements = policiesOf(state, sources).granted.flatMap(({ statements }) => statements);
    const uses = usersOf(state, holder).flatMap((user) => usesOf(state, user, now));
    const services = Object.entries(SERVICES)
      .filter(([id]) => statements.some((statement) => allowsOf(statement, id)))
      .map(([ServiceNamespace, ServiceName]) => {
        const own = uses.filter(({ service }) => service === ServiceNamespace);
        const last = own.reduce((one, other) => (other.at > one.at ? other : one), own[0] ?? NEVER);
        return {
          ServiceName,
          ServiceNamespace,
          TotalAuthenticatedEntities: new Set(own.map(({ entity }) => entity)).size,
          ...(last !== NEVER && {
            LastAuthenticated: new Date(last.at),
            LastAuthenticatedEntity: last.entity,
            LastAuthenticatedRegion: last.region,
          }),
        };
      });
    const { items, next } = iamPage(services, { MaxItems, Marker });
    return {
      JobStatus: 'COMPLETED' as const,
      JobType: 'SERVICE_LEVEL' as const,
      JobCreationDate: began,
      JobCompletionDate: began,
      ServicesLastAccessed: items,
      ...next,
    };
  },
} satisfies Table<typeof import('@aws-sdk/client-iam')>;

interface Use {
  service: string;
  at: string;
  region: string;
  entity: string;
}
const NEVER: Use = { service: '', at: '', region: '', entity: '' };

/** An id in the form of a UUID: when, and a hash of whom. */
function jobOf({ id }: Holder, began: Date): string {
  const when = began.getTime().toString(16).padStart(12, '0');
  const whom = createHash('sha256').update(id).digest('hex').slice(0, 20);
  return `${when}${whom}`.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

const usersOf = ({ users }: PracticeState, holder: Holder): User[] =>
  'keys' in holder
    ? [holder]
    : 'trust' in holder
      ? []
      : users.filter(({ groups }) => groups.includes(holder.name));

/** By their keys, and by what the trail has of them, within 400 days. */
function usesOf(state: PracticeState, user: User, now: Date): Use[] {
  const entity = arnOf(state, user);
  const keys = user.keys.flatMap(({ lastUsed, recentUses = [] }) => [
    ...(lastUsed ? [lastUsed] : []),
    ...recentUses,
  ]);
  const events = [...state.events, ...state.calls]
    .filter((event) => event.user.id === user.id)
    .map(({ source, at, region }) => ({ service: source.split('.')[0] ?? '', at, region }));
  const since = new Date(now.getTime() - 400 * DAY_MS).toISOString();
  return [...keys, ...events].filter(({ at }) => at > since).map((use) => ({ ...use, entity }));
}

/** Might the statement allow something of the service? */
function allowsOf({ Effect, Action, NotAction }: Statement, service: string): boolean {
  if (Effect !== 'Allow') return false;
  const all = `${service}:*`;
  if (NotAction) return !asArray(NotAction).some((one) => one === '*' || one === all);
  return asArray(Action).some((one) => matchesWildcards(one.split(':')[0] ?? '', service, 'i'));
}
