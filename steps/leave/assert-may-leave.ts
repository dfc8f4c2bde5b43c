import { Blocked } from '../../src/engine/errors.ts';
import type { Look } from '../../src/engine/step.ts';
import { PROGRAM } from '../../src/text/program.ts';
import { t } from '../../src/text/text.ts';
import { administrators, administratorsBesides, identities } from '../iam/administrators.ts';
import { isAmong, isNamed } from '../iam/names.ts';

/**
 * @throws Blocked if it is oneself, or the last administrator besides root. What is not known counts as that: nobody else may
 * be let in
 */
export async function assertMayLeave(look: Look, name: string): Promise<void> {
  if (isSignedInAs(look, name)) throw oneself(name);
  const all = await identities(look);
  const leaver = all.users.find(isNamed(name));
  const isByRole = administrators(all).roles.some(({ enteredBy }) => isAmong(name, enteredBy));
  if (leaver?.administrator === 'no' && !isByRole) return;
  const { users, federated } = administratorsBesides(all, leaver);
  if (federated) return;
  for (const other of users) {
    // An administrator whom nobody can sign in as is no way in.
    if (await canSignIn(look, other.name)) return;
  }
  throw lastOne(name, isByRole || leaver?.administrator === 'yes');
}

async function canSignIn(look: Look, UserName: string): Promise<boolean> {
  const [profile, keys] = await Promise.all([
    look.find('iam', 'GetLoginProfile', { UserName }),
    look.find('iam', 'ListAccessKeys', { UserName }),
  ]);
  const isActive = keys?.AccessKeyMetadata?.some(({ Status }) => Status === 'Active') ?? false;
  return profile !== undefined || isActive;
}

function isSignedInAs({ account: { identity } }: Look, name: string): boolean {
  const own = identity.kind === 'user' ? identity.arn.split('/').at(-1) : undefined;
  return own !== undefined && isNamed(name)({ name: own });
}

const oneself = (name: string): Blocked =>
  new Blocked(t('You are signed in as {name}: Rootlock takes nobody’s own way in.', { name }), [
    t('Sign in as the root user or as another administrator, then run this again.'),
  ]);

const lastOne = (name: string, isKnown: boolean): Blocked =>
  new Blocked(
    isKnown
      ? t('{name} is the last administrator besides the root user.', { name })
      : t('Nobody can tell whether {name} is the last administrator besides the root user.', {
          name,
        }),
    [t('Make somebody else an administrator first: {program}', { program: PROGRAM })],
  );
