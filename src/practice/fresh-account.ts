import { newId, newKeyId } from './ids.ts';
import type { PracticeState, Role } from './state/account-state.ts';
import { REGIONS_BY_DEFAULT } from './state/regions.ts';

const HOUR = 3_600_000;
/** The root user's. */
const EMAIL = 'owner@example.com';

/** What an owner has tried out in the first days. */
const FIRST_INSTANCE = {
  id: 'i-0a1b2c3d4e5f60718',
  name: 'web-1',
  state: 'running',
  tokens: 'required',
};

/**
 * A brand-new account, two days old at `now`. The root user has a password, one unused access key and no MFA. The rest
 * is what AWS itself puts into every account.
 */
export function freshAccount(now = new Date()): PracticeState {
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * HOUR).toISOString();
  const id = '111122223333';
  const key = {
    id: newKeyId('AKIA'),
    active: true,
    created: hoursAgo(47),
  };
  return {
    version: 1,
    id,
    created: hoursAgo(48),
    email: EMAIL,
    root: { password: true, keys: [key], certificates: [] },
    activation: 'ACTIVE',
    contacts: [],
    contactInformation: {
      name: 'Jun Kim',
      phone: '+82 10-5550-0142',
      verification: 'VERIFIED',
    },
    sessions: [{ accessKeyId: newKeyId('ASIA'), principal: id }],
    profiles: [{ name: 'default', id: key.id }],
    users: [],
    groups: [],
    roles: [
      serviceRole('Support', 'support', hoursAgo(48)),
      serviceRole('TrustedAdvisor', 'trustedadvisor', hoursAgo(48)),
    ],
    policies: [],
    devices: [],
    credentialReport: { asked: hoursAgo(1) },
    buckets: [],
    trails: [],
    analyzers: [],
    detectors: [],
    ec2: { 'us-east-1': { instances: [{ ...FIRST_INSTANCE }] } },
    logGroups: [],
    alarms: [],
    budgets: [],
    costExplorer: 'ON',
    ...madeByCostExplorer(id),
    rules: [],
    topics: [],
    events: [],
    calls: [],
    regions: [...REGIONS_BY_DEFAULT],
    evidenceDelay: 2000,
    lastUsedDelay: 300_000,
  };
}

/**
 * What AWS makes once somebody has opened Cost Explorer: a monitor of all services, and a mail that comes only if both
 * amounts are reached. As others have recorded it.
 */
function madeByCostExplorer(
  account: string,
): Pick<PracticeState, 'anomalyMonitors' | 'anomalySubscriptions'> {
  const id = '5f3b1f6c-2a55-4a3e-9c58-000000000001';
  const atLeast = (Key: string, value: string) => ({
    Dimensions: { Key, MatchOptions: ['GREATER_THAN_OR_EQUAL'], Values: [value] },
  });
  return {
    anomalyMonitors: [
      { id, name: 'Default-Services-Monitor', type: 'DIMENSIONAL', dimension: 'SERVICE' },
    ],
    anomalySubscriptions: [
      {
        id: '5f3b1f6c-2a55-4a3e-9c58-000000000002',
        name: 'Default-Services-Subscription',
        frequency: 'DAILY',
        monitors: [`arn:aws:ce::${account}:anomalymonitor/${id}`],
        subscribers: [{ type: 'EMAIL', address: EMAIL }],
        expression: {
          And: [
            atLeast('ANOMALY_TOTAL_IMPACT_ABSOLUTE', '100'),
            atLeast('ANOMALY_TOTAL_IMPACT_PERCENTAGE', '40'),
          ],
        },
      },
    ],
  };
}

/** The role that people have in a project. */
export const PROJECT_ROLE = 'AccountFullAccessRole';

/** A brand-new project of AWS's new sign-up: on the FREE plan, without a root user that anybody could sign in as. */
export function freshProject(now = new Date(), projectRegion = 'us-east-2'): PracticeState {
  const state = freshAccount(now);
  const managementAccount = '444455556666';
  const role: Role = {
    ...serviceRole('Project', 'project', state.created),
    name: PROJECT_ROLE,
    path: '/managed/',
    trust: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { AWS: managementAccount }, Action: 'sts:AssumeRole' },
      ],
    }),
    attached: ['arn:aws:iam::aws:policy/AdministratorAccess'],
  };
  return {
    ...state,
    root: { password: false, keys: [], certificates: [] },
    plan: {
      type: 'FREE',
      status: 'ACTIVE',
      credits: 100,
      ends: new Date(now.getTime() + 180 * 24 * HOUR).toISOString(),
    },
    organization: { id: 'o-practice0', managementAccount, projectRegion },
    ec2: { [projectRegion]: { instances: [{ ...FIRST_INSTANCE }] } },
    sessions: [{ accessKeyId: newKeyId('ASIA'), principal: role.id }],
    roles: [...state.roles, role],
  };
}

function serviceRole(name: string, service: string, created: string): Role {
  const Principal = { Service: `${service}.amazonaws.com` };
  return {
    id: newId('AROA'),
    name: `AWSServiceRoleFor${name}`,
    path: `/aws-service-role/${service}.amazonaws.com/`,
    created,
    trust: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }],
    }),
    inline: {},
    attached: [`arn:aws:iam::aws:policy/aws-service-role/AWS${name}ServiceRolePolicy`],
    tags: [],
  };
}
