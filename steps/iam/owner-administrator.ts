import type { Look, Question } from '../../src/engine/step.ts';
import { t } from '../../src/text/text.ts';
import { administrators, type Identities } from './administrators.ts';
import { DEFAULT_USER, isNamed, nameBeside } from './names.ts';

/** Questions whose answers name the owner, the most explicit first. */
const ANSWER_IDS = ['admin-sign-in.administrator', 'admin-mfa.administrator', 'admin-user.name'];

/**
 * The name of the owner's administrator: the remembered one, else the only one, else the one that admin-user will make.
 * `undefined` if there are several to choose from, or if administrators are roles only.
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
  return roles.length > 0 ? undefined : nameToMake(look, all);
}

/** The name that admin-user will give: the owner's choice, but never of somebody whom all rights would not help. */
export function nameToMake(look: Look, { users }: Identities): string {
  const limited = users.filter((user) => user.limited);
  const chosen = String(look.known('admin-user.name') ?? DEFAULT_USER);
  return limited.some(isNamed(chosen)) ? nameBeside(DEFAULT_USER, limited) : chosen;
}

export const administratorQuestion = (names: string[]): Question<'select'> => ({
  kind: 'select',
  message: t('There are several administrators. Which one are you?'),
  initial: names[0] ?? '',
  choices: names.map((name) => ({ value: name, label: t('{name}', { name }) })),
});
