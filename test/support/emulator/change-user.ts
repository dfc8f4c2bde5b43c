import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  CreateGroupCommand,
  CreateLoginProfileCommand,
  CreateUserCommand,
} from '@aws-sdk/client-iam';
import { ADMINISTRATOR_ACCESS } from '../accounts/policies.ts';
import { remember } from '../program/remembered.ts';
import { profilesAt } from '../sign-in/at-profile-files.ts';
import { BROWSER } from '../sign-in/browser.ts';
import { browse, startSignInService } from '../sign-in/sign-in-service.ts';
import { KEY } from '../tui/screen.ts';
import { iamOf } from './clients.ts';
import { enrolPhone, KIM } from './owner.ts';
import { newHome, openRootlock } from './programs.ts';
import { ACCOUNT, type Emulator, ROOT_SESSION, USER_SESSION } from './server.ts';

const UserName = KIM;
export const GroupName = 'Owners';
export const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const KIMS = `arn:aws:iam::${ACCOUNT}:user/${KIM}`;
const ONLY = ['--only', 'password-policy,admin-sign-in,root-keys'];
/** Milliseconds. AWS takes two look-ups a second in each region, and the tests share a machine. */
export const SOON = 60_000;

/** Makes an account with root's MFA, and kim with administrator rights, a password, a phone and a session. */
export async function withKim(emulator: Emulator): Promise<void> {
  await emulator.root({ mfa: true, keys: 0 });
  const iam = iamOf(emulator, ROOT_SESSION);
  await iam.send(new CreateGroupCommand({ GroupName }));
  await iam.send(new AttachGroupPolicyCommand({ GroupName, PolicyArn: ADMINISTRATOR_ACCESS }));
  await iam.send(new CreateUserCommand({ UserName }));
  await iam.send(new AddUserToGroupCommand({ GroupName, UserName }));
  await iam.send(new CreateLoginProfileCommand({ UserName, Password: 'Emulated-makes-1-perfect' }));
  await enrolPhone(iam, UserName);
  await emulator.session(KIM);
}

/** A computer with a browser, on which nobody is signed in yet. */
export async function computer({ url }: Emulator, more: Record<string, string> = {}) {
  const aws = await startSignInService();
  const home = newHome();
  remember(home, { account: ACCOUNT, url, answers: { 'admin-user.owner': KIM }, trusted: true });
  const env = {
    AWS_ACCESS_KEY_ID: undefined,
    AWS_SECRET_ACCESS_KEY: undefined,
    AWS_ENDPOINT_URL_SIGNIN: aws.url,
    BROWSER,
  };
  /** Whoever signs in by the browser from now on. */
  const comes = (arn: string) => {
    aws.behaviour.arn = arn;
    aws.behaviour.accessKeyId = arn === ROOT ? ROOT_SESSION : USER_SESSION;
  };
  comes(ROOT);
  return {
    home,
    aws,
    comes,
    open: (...args: string[]) =>
      openRootlock([...ONLY, ...args], { url, home, env: { ...env, ...more } }),
    /** A run in another home, which is about one step. */
    openAt: (at: string, step: string) => openRootlock(['--only', step], { url, home: at, env }),
    ...profilesAt(home),
  };
}
export type Run = ReturnType<typeof openRootlock>;

/** What the terminal shows, whatever stands between two lines. */
export const words = ({ screen }: Pick<Run, 'screen'>): string =>
  screen().replaceAll(/[\s│]+/g, ' ');

/** Waits for words that may be broken between lines. */
export const shows = (terminal: Run, wanted: string): Promise<void> =>
  terminal.waitFor(() => words(terminal).includes(wanted), SOON);

/** Root signs in by the browser, and is at the first menu. */
async function asRoot(terminal: Run): Promise<void> {
  await shows(terminal, 'Sign in with your browser');
  terminal.type(KEY.enter);
  await shows(terminal, 'Is this you');
  terminal.type(`y${KEY.enter}`);
  await shows(terminal, 'Where would you like to start?');
}

/** The owner opens the address on the screen, and signs in there as kim. */
export async function signsInAsKim(terminal: Run, comes: (arn: string) => void): Promise<void> {
  const address = () =>
    terminal
      .screen()
      .replaceAll(/\n\s*/g, '')
      .match(/http:\S+?callback/)?.[0];
  await terminal.waitFor(() => address() !== undefined, SOON);
  comes(KIMS);
  await browse(address() ?? '');
}

/** Root signs in, and kim proves to get in: the question is there. */
export async function atTheQuestion(terminal: Run, comes: (arn: string) => void): Promise<void> {
  await asRoot(terminal);
  terminal.type(KEY.down + KEY.enter);
  await signsInAsKim(terminal, comes);
  await shows(terminal, 'Go on as kim');
}
