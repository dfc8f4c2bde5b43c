import { freshAccount } from '../fresh-account.ts';
import type { PracticeState } from '../state/account-state.ts';
import { ec2 } from './ec2.ts';
import { ACCOUNT, type Ago, agoFrom, allow, idOf, keyIdOf, REGION, use } from './facts.ts';
import { groups, policies, roles } from './groups-and-roles.ts';
import { machines } from './program-users.ts';
import { devices, people } from './staff.ts';
import { buckets, trails } from './trail-and-buckets.ts';
import { events } from './trail-events.ts';
import { VIRGINIA, virginia } from './virginia.ts';

/**
 * An account with almost three years behind it: ten users with a history, and secured in part. All but its dates is the
 * same each time.
 */
export function busyAccount(now = new Date()): PracticeState {
  const ago = agoFrom(now);
  const fresh = freshAccount(now);
  const recorded = events(ago);
  return {
    ...fresh,
    id: ACCOUNT,
    created: ago(1012),
    alias: 'acme-shop',
    home: REGION,
    organization: ORGANIZATION,
    root: { password: true, keys: [rootKey(ago)], certificates: [] },
    sessions: [{ accessKeyId: keyIdOf('ASIA', 'root'), principal: ACCOUNT }],
    profiles: [{ name: 'default', id: keyIdOf('AKIA', 'root') }],
    passwordPolicy: {
      MinimumPasswordLength: 8,
      RequireSymbols: false,
      RequireNumbers: true,
      RequireUppercaseCharacters: false,
      RequireLowercaseCharacters: true,
      AllowUsersToChangePassword: true,
      HardExpiry: false,
    },
    users: [...people(ago), ...machines(ago)],
    groups: groups(ago),
    policies: policies(ago),
    roles: [
      ...fresh.roles.map((role) => ({ ...role, id: idOf('AROA', role.name), created: ago(1012) })),
      ...roles(ago),
    ],
    instanceProfiles: [
      {
        id: idOf('AIPA', 'shop-server'),
        name: 'shop-server',
        path: '/',
        created: ago(870),
        tags: [],
        role: 'shop-server',
      },
    ],
    devices: devices(ago),
    buckets: buckets(ago, recorded),
    trails: trails(ago),
    anomalySubscriptions: [],
    events: recorded,
    ec2: { [REGION]: ec2(ago), [VIRGINIA]: virginia(ago) },
  };
}

/** The company belongs to another one since last year, whose policy (SCP) says that nobody leaves. */
const ORGANIZATION = {
  id: 'o-acmeholding',
  managementAccount: '555566667777',
  policies: [
    allow('*'),
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'StayWithUs',
          Effect: 'Deny',
          Action: 'organizations:LeaveOrganization',
          Resource: '*',
        },
      ],
    }),
  ],
};

/** Root's MFA came later than root's key. */
const rootKey = (ago: Ago) => ({
  id: keyIdOf('AKIA', 'root'),
  active: true,
  created: ago(1011),
  lastUsed: use(ago(470), 's3', REGION),
});
