import type { Look } from '../../src/engine/contract.ts';
import { administrators, type Identities } from './administrators.ts';
import { DEFAULT_USER } from './names.ts';

/** The question, of the step admin-mfa, which of several administrators is the owner. */
const WHO = 'admin-mfa.administrator';

/**
 * The administrator that the owner is: the one remembered, else the only one, else the one that admin-user will make.
 * `undefined` where several must be asked about, or where administrators come in by roles alone.
 */
export function administratorOf(look: Look, all: Identities): string | undefined {
  const { users, roles } = administrators(all);
  const names = users.map(({ name }) => name);
  const remembered = [WHO, 'admin-user.name'].map((id) => look.known(id));
  const known = names.find((name) => remembered.includes(name));
  if (known) return known;
  if (names.length > 0) return names.length === 1 ? names[0] : undefined;
  return roles.length > 0 ? undefined : String(look.known('admin-user.name') ?? DEFAULT_USER);
}
