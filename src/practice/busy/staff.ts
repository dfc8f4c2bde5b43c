import type { Device, User } from '../state/account-state.ts';
import { type Ago, awsPolicy, deviceOf, keyIdOf, passwordOf, use, user, userArn } from './facts.ts';
import { leaver, leaversDevices } from './leaver.ts';

/** The owner's own user, as it should be. */
const administrator = (ago: Ago): User =>
  user('jun', ago(1010), {
    tags: [{ Key: 'Name', Value: 'Jun Kim' }],
    groups: ['Administrators'],
    password: passwordOf('jun', ago(200), ago(2)),
  });

/** May do everything, by a policy attached to the user, with a password and a key, without MFA. */
const almighty = (ago: Ago): User =>
  user('choi', ago(1000), {
    tags: [{ Key: 'Title', Value: 'CTO' }],
    attached: [awsPolicy('AdministratorAccess')],
    password: passwordOf('choi', ago(1000), ago(1)),
    keys: [
      {
        id: keyIdOf('AKIA', 'choi'),
        active: true,
        created: ago(998),
        lastUsed: use(ago(0.3), 'ec2', 'ap-northeast-2'),
      },
    ],
  });

/** The key of lee is used by park as well: see the events. */
const sharers = (ago: Ago): User[] => [
  user('lee', ago(640), {
    tags: [{ Key: 'Team', Value: 'Web' }],
    groups: ['Developers'],
    password: passwordOf('lee', ago(640), ago(5)),
    keys: [
      {
        id: keyIdOf('AKIA', 'lee'),
        active: true,
        created: ago(630),
        lastUsed: use(ago(0.1), 's3', 'ap-northeast-2'),
      },
    ],
  }),
  user('park', ago(320), {
    tags: [
      { Key: 'Team', Value: 'Web' },
      { Key: 'Note', Value: 'uses the key of lee' },
    ],
    groups: ['Developers'],
    password: passwordOf('park', ago(320)),
    // Their own, which they do not use yet.
    keys: [{ id: keyIdOf('AKIA', 'park'), active: true, created: ago(12) }],
  }),
];

/** A developer with a policy of their own beside the group, and a passkey. */
const developer = (ago: Ago): User =>
  user('han', ago(410), {
    tags: [{ Key: 'Team', Value: 'Web' }],
    groups: ['Developers'],
    attached: [awsPolicy('PowerUserAccess')],
    password: passwordOf('han', ago(410), ago(9)),
    keys: [
      {
        id: keyIdOf('AKIA', 'han'),
        active: true,
        created: ago(120),
        lastUsed: use(ago(1), 's3', 'ap-northeast-2'),
      },
    ],
  });

/** A password from another time, and nothing that asks for MFA. */
const forgotten = (ago: Ago): User =>
  user('yoon', ago(930), {
    tags: [{ Key: 'Title', Value: 'Accountant' }],
    groups: ['ReadOnly'],
    password: passwordOf('yoon', ago(930), ago(430)),
  });

/** AWS found the key of this user in a public repository. */
const quarantined = (ago: Ago): User =>
  user('song', ago(260), {
    groups: ['Developers'],
    attached: [awsPolicy('AWSCompromisedKeyQuarantineV3')],
    password: passwordOf('song', ago(260), ago(20)),
    keys: [
      {
        id: keyIdOf('AKIA', 'song'),
        active: true,
        created: ago(250),
        lastUsed: use(ago(11), 'sts', 'us-east-1'),
      },
    ],
  });

export const people = (ago: Ago): User[] => [
  administrator(ago),
  leaver(ago),
  ...sharers(ago),
  almighty(ago),
  developer(ago),
  forgotten(ago),
  quarantined(ago),
];

/** Of people, and of root. */
export const devices = (ago: Ago): Device[] => [
  deviceOf(undefined, userArn('root-account-mfa-device').replace(':user/', ':mfa/'), ago(1011)),
  deviceOf('jun', userArn('jun').replace(':user/', ':mfa/'), ago(200)),
  deviceOf('han', userArn('han').replace(':user/', ':u2f/user/').concat('/phone-4TNB9P'), ago(90)),
  deviceOf('song', userArn('song').replace(':user/', ':mfa/'), ago(250)),
  ...leaversDevices(ago),
];
