import type { Device, User } from '../state/account-state.ts';
import {
  type Ago,
  allow,
  credentialIdOf,
  deviceOf,
  keyIdOf,
  ownPolicy,
  passwordOf,
  use,
  user,
  userArn,
} from './facts.ts';

/** Left the company five months ago. Nobody took anything away, and there is something of each kind. */
export const leaver = (ago: Ago): User =>
  user('kim', ago(980), {
    tags: [
      { Key: 'Team', Value: 'Web' },
      { Key: 'Left', Value: ago(155).slice(0, 10) },
    ],
    groups: ['Developers'],
    attached: [ownPolicy('DeployToShop')],
    inline: { 'old-reports': allow('s3:GetObject', 'arn:aws:s3:::acme-reports/*') },
    boundary: ownPolicy('DeveloperBoundary'),
    password: passwordOf('kim', ago(700), ago(158)),
    keys: [
      {
        id: keyIdOf('AKIA', 'kim'),
        active: true,
        created: ago(700),
        lastUsed: use(ago(156), 's3', 'ap-northeast-2'),
      },
      {
        id: keyIdOf('AKIA', 'kim before'),
        active: false,
        created: ago(970),
        lastUsed: use(ago(705), 'ec2', 'ap-northeast-2'),
      },
    ],
    certificates: [{ id: credentialIdOf('', 'kim'), active: true, created: ago(900) }],
    sshKeys: [{ id: credentialIdOf('APKA', 'kim'), active: true, created: ago(940) }],
    serviceCredentials: [
      {
        id: credentialIdOf('ACCA', 'kim git'),
        service: 'codecommit.amazonaws.com',
        userName: 'kim-at-222233334444',
        active: true,
        created: ago(940),
      },
      {
        id: credentialIdOf('ACCA', 'kim bedrock'),
        service: 'bedrock.amazonaws.com',
        userName: 'kim-laptop',
        active: true,
        created: ago(200),
        expires: ago(-165),
      },
    ],
  });

/** An app, a passkey and a hardware token. */
export const leaversDevices = (ago: Ago): Device[] => [
  deviceOf('kim', userArn('kim').replace(':user/', ':mfa/'), ago(690)),
  deviceOf(
    'kim',
    userArn('kim').replace(':user/', ':u2f/user/').concat('/laptop-7XKQ2M'),
    ago(400),
  ),
  deviceOf('kim', 'GAKT10254471', ago(640)),
];
