import { steps } from '../../../steps/index.ts';
import type { Enrolled, Hands } from './hands.ts';
import { type Emulator, ROOT_KEYS } from './server.ts';

/** What the owner has in their own hands at the end. */
export interface Kept {
  phone: Enrolled;
  password: string;
}

/** Where the owner meets root's access keys: the run is signed in with one, it can list them, or only the console can. */
type Keys = 'in use' | 'listed' | 'in the console';

/** Who secures an account, with the hands that a host asks for. */
interface Owner {
  hands: Hands;
  emulator: Emulator;
  keys: Keys;
  /** Has Rootlock changed this account before, from this computer? */
  known: boolean;
  kept: Partial<Kept>;
}

/** What is answered otherwise than offered. */
export const ANSWERS = {
  'password-policy.length': 20,
  'admin-user.name': 'kim',
  'billing-alerts.addresses': 'kim@example.com',
};

const ACCOUNT_PAGE = 'https://us-east-1.console.aws.amazon.com/billing/home#/account';
const ROOT_PAGE = 'https://us-east-1.console.aws.amazon.com/iam/home#/security_credentials';

/** What each step asks of the owner of a fresh account, in order. A step that is not here fails the journey. */
const DOES: Record<string, (owner: Owner) => Promise<void>> = {
  async 'root-mfa'({ hands, emulator }) {
    await hands.waits(ROOT_PAGE);
    await emulator.root({ mfa: true });
    await hands.done();
  },
  async 'password-policy'(owner) {
    await owner.hands.type('Shortest password allowed?', String(ANSWERS['password-policy.length']));
    await agree(owner);
  },
  async 'admin-group'(owner) {
    await owner.hands.accept('Name of the group?');
    await agree(owner);
  },
  async 'admin-user'(owner) {
    await owner.hands.type('What should the administrator be called?', ANSWERS['admin-user.name']);
    await agree(owner);
  },
  async 'admin-mfa'(owner) {
    await owner.hands.accept('What will show that it is you?');
    await agree(owner);
    owner.kept.phone = await owner.hands.enrol();
  },
  async 'admin-password'(owner) {
    await owner.hands.accept('Should AWS ask for a new password');
    await agree(owner);
    owner.kept.password = await owner.hands.keepPassword();
  },
  async 'sign-in-url'(owner) {
    await owner.hands.type('A name for the account', 'kims-shop');
    await agree(owner);
  },
  async 'admin-sign-in'({ hands, emulator }) {
    await hands.waits('.signin.aws.amazon.com/console');
    await emulator.signIn(ANSWERS['admin-user.name'], { mfa: 'Yes' });
    await hands.done();
  },
  async cloudtrail(owner) {
    await owner.hands.accept('How many days are log files kept?');
    await agree(owner);
  },
  async 'billing-alerts'(owner) {
    await owner.hands.accept('How many US dollars a month');
    await owner.hands.accept('When should the first warning');
    await owner.hands.type('Which e-mail addresses', ANSWERS['billing-alerts.addresses']);
    await agree(owner);
  },
  async 'billing-console'({ hands }) {
    for (const part of ['nobody else may', 'Choose PDF invoices', 'Choose the AWS Free']) {
      await hands.waits(part);
      await hands.done();
    }
  },
  async 'root-keys'(owner) {
    const { hands, emulator, keys } = owner;
    if (keys !== 'in the console') await agree(owner);
    for (const page of [ACCOUNT_PAGE, ROOT_PAGE]) {
      await hands.waits(page);
      await hands.done();
    }
    if (keys === 'in the console') {
      await hands.waits('Under "Access keys"');
      await emulator.root({ keys: 0 });
      return hands.done();
    }
    const last = ROOT_KEYS[0].slice(-4);
    await hands.type(`Type ${last}`, last);
    if (keys === 'listed') return;
    // The key that signed all this is gone. What was done is proven by other credentials.
    await hands.accept('Use CloudShell instead');
    await emulator.session(ANSWERS['admin-user.name']);
    await hands.accept('$ aws login');
  },
};

/** Takes an account through these steps, all of the wizard's unless said. Gives what the owner has kept. */
export async function secureAll(
  hands: Hands,
  emulator: Emulator,
  {
    ids = steps.map(({ id }) => id),
    keys = 'in use',
    known = false,
  }: { ids?: string[]; keys?: Keys; known?: boolean } = {},
): Promise<Partial<Kept>> {
  const owner: Owner = { hands, emulator, keys, known, kept: {} };
  await hands.begin();
  for (const id of ids) {
    const does = DOES[id];
    if (!does)
      throw new Error(`test/support/emulator/owner.ts does not say what the owner does for ${id}`);
    await does(owner);
  }
  return owner.kept;
}

async function agree(owner: Owner): Promise<void> {
  await owner.hands.agree('these changes?');
  if (!owner.known) await owner.hands.agree('has not changed this account before');
  owner.known = true;
}
