import { Blocked } from '../../src/engine/errors.ts';
import type { Look } from '../../src/engine/step.ts';
import { PROGRAM } from '../../src/text/program.ts';
import { t } from '../../src/text/text.ts';
import { administrators, identities } from '../iam/administrators.ts';
import { isNamed } from '../iam/names.ts';
import { credentialsOf } from '../iam/user-credentials.ts';

/**
 * @throws Blocked if it is oneself, or the last administrator besides root. What is not known counts as that: nobody else may
 * be let in
 */
export async function assertMayLeave(look: Look, name: string): Promise<void> {
  if (isSignedInAs(look, name)) throw oneself(name);
  const all = await identities(look);
  const leaver = all.users.find(isNamed(name));
  if (leaver?.administrator === 'no') return;
  const { users, roles } = administrators(all);
  if (roles.length > 0) return;
  for (const other of users.filter((user) => user !== leaver)) {
    const { password, keys } = await credentialsOf(look, other.name);
    // An administrator whom nobody can sign in as is no way in.
    if (password || keys.length > 0) return;
  }
  throw lastOne(name, leaver?.administrator === 'yes');
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
