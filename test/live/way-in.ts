import { setTimeout } from 'node:timers/promises';
import {
  CreateUserCommand,
  DeleteLoginProfileCommand,
  DeleteUserCommand,
} from '@aws-sdk/client-iam';
import { kindOfDevice } from '../../steps/iam/mfa-devices.ts';
import { generatePassword } from '../../steps/iam/passwords.ts';
import { notTried, type Point, PREFIX, seen } from './point.ts';

/** What the proof of a way in hangs on. */
export const deviceOfSignIn: Point = {
  about: 'Does ConsoleLogin name the MFA device, virtual or passkey, of a user?',
  expected: 'MFAIdentifier is its serial number: without it, no sign-in counts',
  async try({ read }) {
    const { Events = [] } = await read('cloudtrail', 'LookupEvents', {
      LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'ConsoleLogin' }],
      MaxResults: 50,
    });
    const withMfa = Events.map(({ CloudTrailEvent = '{}' }) => JSON.parse(CloudTrailEvent)).filter(
      ({ userIdentity, additionalEventData }) =>
        userIdentity?.type === 'IAMUser' && additionalEventData?.MFAUsed === 'Yes',
    );
    if (withMfa.length === 0) {
      return notTried(
        'sign in as a user, once with a virtual device and once with a passkey, and wait 15 minutes',
      );
    }
    const kinds = withMfa.map(({ additionalEventData: { MFAIdentifier } }) =>
      MFAIdentifier ? kindOfDevice(MFAIdentifier) : 'none',
    );
    const said = [...new Set(kinds)].join(', ');
    return seen(`in ${kinds.length} sign-ins with MFA: ${said}`, !kinds.includes('none'));
  },
};

const UserName = `${PREFIX}-password`;
/** Milliseconds: IAM tells time in whole seconds. */
const LATER = 2000;

export const dateOfPassword: Point = {
  about: 'Does UpdateLoginProfile change the CreateDate of a password?',
  expected: 'no: a new password is known by its event, or because Rootlock has sent it',
  async try({ command, read, send }) {
    await command('iam', new CreateUserCommand({ UserName }));
    const set = (operation: 'CreateLoginProfile' | 'UpdateLoginProfile') =>
      send({
        service: 'iam',
        operation,
        input: { UserName, Password: generatePassword().reveal(), PasswordResetRequired: false },
      });
    const date = async () =>
      (await read('iam', 'GetLoginProfile', { UserName })).LoginProfile?.CreateDate?.getTime();
    await set('CreateLoginProfile');
    const before = await date();
    await setTimeout(LATER);
    await set('UpdateLoginProfile');
    const after = await date();
    return seen(after === before ? 'it stays' : 'it changes', after === before);
  },
  async clean({ ifThere }) {
    await ifThere('iam', new DeleteLoginProfileCommand({ UserName }));
    await ifThere('iam', new DeleteUserCommand({ UserName }));
  },
};
