import {
  AddUserToGroupCommand,
  CreateGroupCommand,
  CreateVirtualMFADeviceCommand,
  EnableMFADeviceCommand,
  GetLoginProfileCommand,
  type IAMClient,
  ListGroupsForUserCommand,
  ListMFADevicesCommand,
  ListUsersCommand,
  RemoveUserFromGroupCommand,
  type User,
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
      assignMissingMfa: () => enrolMissing(iamOf(emulator, ROOT_SESSION)),
      moveMachines: () => moveMachines(iamOf(emulator, ROOT_SESSION)),
      // No key of these tests is old.
      async renewOldKeys() {},
      // Only playbooks ask for it.
      async takeNewestKey() {},
      async signIn() {
        if (signedIn) return;
        signedIn = true;
        await emulator.signIn(KIM, { mfa: 'Yes' });
      },
      confirmSubscriptions: () => emulator.confirmSubscriptions(),
      // Behind an endpoint, the steps about the owner's computer are left out.
      installAwsCli: async () => undefined,
      installGitSecrets: async () => undefined,
      deleteRootCredentials: () => emulator.root({ keys: 0, certificates: 0 }),
    },
    async signIn(command) {
      if (!command.includes('--profile rootlock-root')) await emulator.session(KIM);
    },
  };
}

/** Assigns one to everybody who has a password and none. */
async function enrolMissing(iam: IAMClient): Promise<void> {
  for (const { UserName = '' } of await usersWith(iam, true)) {
    const { MFADevices = [] } = await iam.send(new ListMFADevicesCommand({ UserName }));
    if (MFADevices.length === 0) await enrolPhone(iam, UserName);
  }
}

/** Those without a password, each into a group of its own kind. */
async function moveMachines(iam: IAMClient): Promise<void> {
  const people = await usersWith(iam, true);
  const groupsOf = async (UserName?: string) =>
    (await iam.send(new ListGroupsForUserCommand({ UserName }))).Groups ?? [];
  const ofPeople = (await Promise.all(people.map(({ UserName }) => groupsOf(UserName)))).flat();
  for (const { UserName } of await usersWith(iam, false)) {
    for (const { GroupName } of await groupsOf(UserName)) {
      if (!ofPeople.some((group) => group.GroupName === GroupName)) continue;
      const programs = `${GroupName}-programs`;
      await iam.send(new CreateGroupCommand({ GroupName: programs }));
      await iam.send(new AddUserToGroupCommand({ GroupName: programs, UserName }));
      await iam.send(new RemoveUserFromGroupCommand({ GroupName, UserName }));
    }
  }
}

async function usersWith(iam: IAMClient, password: boolean): Promise<User[]> {
  const { Users = [] } = await iam.send(new ListUsersCommand({}));
  const has = ({ UserName }: User) =>
    iam.send(new GetLoginProfileCommand({ UserName })).then(
      () => true,
      () => false,
    );
  const answers = await Promise.all(Users.map(has));
  return Users.filter((_, index) => answers[index] === password);
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
