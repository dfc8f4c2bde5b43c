import { Blocked } from '../../src/engine/errors.ts';
import type { Look } from '../../src/engine/step.ts';
import { PROGRAM, SAME_OPTIONS } from '../../src/text/program.ts';
import { t } from '../../src/text/text.ts';
import { administrators, identities } from '../iam/administrators.ts';
import { isAmong, isNamed } from '../iam/names.ts';
import { canDoWithout, isSignedInAs } from '../iam/ways-in.ts';

/**
 * @throws Blocked if it is oneself, or the last administrator besides root. What is not known counts as that: nobody else may
 * be let in
 */
export async function assertMayLeave(look: Look, name: string): Promise<void> {
  const all = await identities(look);
  if (isSignedInAs(look, all, name)) throw oneself(name);
  const leaver = all.users.find(isNamed(name));
  const isByRole = administrators(all).roles.some(({ enteredBy }) => isAmong(name, enteredBy));
  if (leaver?.administrator === 'no' && !isByRole) return;
  if (await canDoWithout(look, all, leaver)) return;
  throw lastOne(name, isByRole || leaver?.administrator === 'yes');
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
    [
      t('Make somebody else an administrator first: {program}{options}', {
        program: PROGRAM,
        options: SAME_OPTIONS,
      }),
    ],
  );
