import {
  CreateVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
  type IAMClient,
} from '@aws-sdk/client-iam';
import { codesOf } from '../owner/authenticator.ts';
import type { Owner } from '../owner/owner.ts';
import { iamOf } from './clients.ts';
import { type Emulator, ROOT_SESSION } from './server.ts';

/** The administrator. */
export const KIM = 'kim';

/** What is answered otherwise than proposed, so that a test sees that what is typed counts. */
export const ANSWERS = { 'password-policy.length': 20, 'admin-user.name': KIM };

type WithHands = Required<Pick<Owner, 'console' | 'kept'>> & Owner;

/** The owner of an emulated account, with a browser, an authenticator app and a password manager. */
export function ownerOf(emulator: Emulator): WithHands {
  let signedIn = false;
  return {
    answers: ANSWERS,
    kept: {},
    console: {
      assignRootMfa: () => emulator.root({ mfa: true }),
      assignMfa: (user) => enrolPhone(iamOf(emulator, ROOT_SESSION), user),
      async signIn() {
        if (signedIn) return;
        signedIn = true;
        await emulator.signIn(KIM, { mfa: 'Yes' });
      },
      confirmSubscriptions: () => emulator.confirmSubscriptions(),
      deleteRootCredentials: () => emulator.root({ keys: 0, certificates: 0 }),
    },
    async signIn(command) {
      if (!command.includes('--profile rootlock-root')) await emulator.session(KIM);
    },
  };
}

/** Assigns a virtual MFA device to a user. */
export async function enrolPhone(iam: IAMClient, UserName: string): Promise<void> {
  const create = new CreateVirtualMFADeviceCommand({ VirtualMFADeviceName: `${UserName}-phone` });
  const { VirtualMFADevice } = await iam.send(create);
  const { SerialNumber, Base32StringSeed } = VirtualMFADevice ?? {};
  const [AuthenticationCode1, AuthenticationCode2] = codesOf(
    Buffer.from(Base32StringSeed ?? []).toString(),
  );
  const codes = { AuthenticationCode1, AuthenticationCode2 };
  await iam.send(new EnableMFADeviceCommand({ UserName, SerialNumber, ...codes }));
}
