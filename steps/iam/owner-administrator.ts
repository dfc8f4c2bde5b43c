import type { Look, Question } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { administrators, type Identities } from './administrators.ts';
import { DEFAULT_USER, isNamed } from './names.ts';

/** Where the owner may have said who they are, the plainest word first. */
const ANSWER_IDS = ['admin-sign-in.administrator', 'admin-mfa.administrator', 'admin-user.name'];

/**
 * The administrator that the owner is: the one remembered, else the only one, else the one that admin-user will make.
 * `undefined` where several must be asked about, or where administrators come in by roles alone.
 */
export function ownerAdministrator(look: Look, all: Identities): string | undefined {
  const { users, roles } = administrators(all);
  const names = users.map(({ name }) => name);
  for (const id of ANSWER_IDS) {
    const answer = look.known(id);
    const match = users.find(isNamed(String(answer ?? '')));
    if (match) return match.name;
  }
  if (names.length > 0) return names.length === 1 ? names[0] : undefined;
  return roles.length > 0 ? undefined : String(look.known('admin-user.name') ?? DEFAULT_USER);
}

export const administratorQuestion = (names: string[]): Question<'select'> => ({
  kind: 'select',
  message: t('There are several administrators. Which one are you?'),
  initial: names[0] ?? '',
  choices: names.map((name) => ({ value: name, label: t('{name}', { name }) })),
});
