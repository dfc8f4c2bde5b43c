import { Blocked } from '../../src/engine/errors.ts';
import type { RunContext, Text } from '../../src/engine/step.ts';
import { PROGRAM, SAME_OPTIONS } from '../../src/text/program.ts';
import { t } from '../../src/text/text.ts';
import { isNamed } from '../iam/names.ts';
import { usersOf } from '../person/find-person.ts';
import { PEOPLE_SIGN_IN } from './key-user.ts';

type Context = Pick<RunContext, 'host' | 'reads' | 'interactive'>;

/** What a key is wanted for, and what is better. */
const BETTER: Record<string, { label: Text; instead: Text[] }> = {
  person: {
    label: t('a person, with the AWS CLI or a program of theirs'),
    instead: [PEOPLE_SIGN_IN],
  },
  aws: {
    label: t('a program on AWS: EC2, ECS, Lambda'),
    instead: [
      t('On EC2, it gets a role: {program} role NAME --for ec2{options}', {
        program: PROGRAM,
        options: SAME_OPTIONS,
      }),
      t('Elsewhere on AWS: IAM console > Roles > Create role > AWS service.'),
    ],
  },
  github: {
    label: t('a workflow of GitHub Actions'),
    instead: [
      t(
        'GitHub signs in by itself: IAM console > Identity providers > OpenID Connect, and a role that trusts repo:ORG/REPO:ref:refs/heads/main.',
      ),
    ],
  },
};

const MACHINE = 'machine';

/** Asks for the user of the program. */
export const askForMachine = (
  { host }: Context,
  problemWith: (name: string) => Text | undefined,
): Promise<string> =>
  host.ask('key', {
    kind: 'text',
    role: 'subject',
    message: t('Name of the program or the machine? Its user gets that name.'),
    example: 'backup',
    validate: problemWith,
  });

/**
 * Says what is better than a key. Not asked about a user that is there: it has its keys already.
 *
 * @throws Blocked if something else is better
 */
export async function askForUse(
  { host, reads, interactive }: Context,
  name: string,
): Promise<void> {
  if (!interactive) return;
  const users = await usersOf(reads());
  if (users.some(({ UserName = '' }) => isNamed(name)({ name: UserName }))) return;
  const use = await host.ask('key.use', {
    kind: 'select',
    role: 'subject',
    message: t('A key works for ever, and for whoever finds it. What is it for?'),
    example: MACHINE,
    choices: [
      ...Object.entries(BETTER).map(([value, { label }]) => ({ value, label })),
      { value: MACHINE, label: t('a program or a machine elsewhere') },
    ],
  });
  const better = BETTER[use];
  if (better) throw new Blocked(t('There is something better than an access key.'), better.instead);
}
