import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  CreateGroupCommand,
  CreateLoginProfileCommand,
  CreateUserCommand,
  DeactivateMFADeviceCommand,
  ListMFADevicesCommand,
} from '@aws-sdk/client-iam';
import { beforeEach, expect, it } from 'vitest';
import { ADMINISTRATOR_ACCESS } from '../support/accounts/policies.ts';
import { iamOf, useEmulator } from '../support/emulator/clients.ts';
import { enrolPhone, KIM } from '../support/emulator/owner.ts';
import { newHome, openRootlock, rootlock } from '../support/emulator/programs.ts';
import { ACCOUNT, USER_SESSION } from '../support/emulator/server.ts';
import { remember } from '../support/program/remembered.ts';
import { BROWSER } from '../support/sign-in/browser.ts';
import { browse, startSignInService } from '../support/sign-in/sign-in-service.ts';
import { KEY } from '../support/tui/screen.ts';

const emulator = useEmulator();
const UserName = KIM;
const GroupName = 'Owners';
/** Milliseconds: AWS takes two look-ups a second, and this test runs the program five times. */
const LONG = 180_000;
const ONLY = ['--only', 'admin-sign-in'];

/** An account with root's MFA, and kim with administrator rights, a password and a phone. */
beforeEach(async () => {
  await emulator().root({ mfa: true });
  const iam = iamOf(emulator());
  await iam.send(new CreateGroupCommand({ GroupName }));
  await iam.send(new AttachGroupPolicyCommand({ GroupName, PolicyArn: ADMINISTRATOR_ACCESS }));
  await iam.send(new CreateUserCommand({ UserName }));
  await iam.send(new AddUserToGroupCommand({ GroupName, UserName }));
  await iam.send(new CreateLoginProfileCommand({ UserName, Password: 'Emulated-makes-1-perfect' }));
  await enrolPhone(iam, UserName);
});

async function computer() {
  const aws = await startSignInService({
    arn: `arn:aws:iam::${ACCOUNT}:user/${KIM}`,
    accessKeyId: USER_SESSION,
  });
  const home = newHome();
  const env = { AWS_ENDPOINT_URL_SIGNIN: aws.url, BROWSER };
  const { url } = emulator();
  remember(home, { account: ACCOUNT, url, answers: { 'admin-user.owner': KIM }, trusted: true });
  return {
    aws,
    open: (...args: string[]) => openRootlock([...ONLY, ...args], { url, home, env }),
    async state() {
      const run = ['status', '--json', ...ONLY];
      const { stdout } = await rootlock(run, { url, home });
      return JSON.parse(stdout).steps[0];
    },
  };
}

/** The owner says who they are, and is at the page where the administrator signs in. Gives its address. */
async function atThePage(terminal: ReturnType<typeof openRootlock>): Promise<string> {
  await terminal.waitFor('Where would you like to start?', 30_000);
  terminal.type(KEY.enter);
  await terminal.waitFor(/https?:\S+authorize/, 30_000);
  const [address = ''] =
    terminal
      .screen()
      .replaceAll(/\n\s*/g, '')
      .match(/http:\S+?callback/) ?? [];
  return address;
}

it(
  'the administrator’s own sign-in is the proof once CloudTrail shows that it had MFA, in a later run too',
  async () => {
    const { open, state } = await computer();
    await emulator().session(KIM);
    await emulator().eventsDelay(600);
    const terminal = open();
    const address = await atThePage(terminal);
    await browse(address);
    await terminal.waitFor('You have signed in', 15_000);
    terminal.type('q');
    await terminal.exit;
    expect(await state()).toMatchObject({ state: expect.not.stringMatching('secure') });
    await emulator().eventsDelay(0);
    const row = await state();
    expect(row).toMatchObject({ state: 'secure', evidence: { proof: { byBrowser: true } } });
    const iam = iamOf(emulator());
    const { MFADevices = [] } = await iam.send(new ListMFADevicesCommand({ UserName }));
    const SerialNumber = MFADevices[0]?.SerialNumber;
    await iam.send(new DeactivateMFADeviceCommand({ UserName, SerialNumber }));
    await enrolPhone(iam, UserName).catch(() => undefined);
    expect((await state()).state).not.toBe('secure');
  },
  LONG,
);

it('somebody else is refused in one sentence, and the page is there again', async () => {
  const { aws, open } = await computer();
  await emulator().session(KIM);
  aws.behaviour.arn = `arn:aws:iam::${ACCOUNT}:root`;
  const terminal = open();
  await browse(await atThePage(terminal));
  await terminal.waitFor('and not as kim', 30_000);
  terminal.type('q');
  await terminal.exit;
});
