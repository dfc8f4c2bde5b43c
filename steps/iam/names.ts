import { type Text, t } from '../../src/text/text.ts';

export const DEFAULT_GROUP = 'Administrators';
export const DEFAULT_USER = 'admin';

/** The rules for names of users and groups. IAM API reference, CreateUser and CreateGroup. */
export function problemWithName(name: string, longest: 64 | 128): Text | undefined {
  if (name.length === 0) return t('Enter a name.');
  if (name.length > longest) return t('Use at most {longest} characters.', { longest });
  if (/^[\w+=,.@-]+$/.test(name)) return undefined;
  return t('Use only A-Z, a-z, 0-9 and these: + = , . @ _ -');
}

/** IAM allows it, but every sentence about this user would read as one about the root user. */
export const rootsName = (name: string): Text | undefined =>
  isAmong(name, ['root'])
    ? t('"{name}" would be mistaken for the root user. Choose another name.', { name })
    : undefined;

/** The rules for the subject of a playbook, a user or a role that may be new. */
export const problemWithSubject = (name: string): Text | undefined =>
  rootsName(name) ?? problemWithName(name, 64);

/** Adopting somebody whom a Deny or a boundary still limits would not make them an administrator. */
export const limitedName = (name: string, limited: string[]): Text | undefined =>
  isAmong(name, limited)
    ? t(
        '{name} is limited by a Deny, a condition or a permissions boundary. Choose another name.',
        {
          name,
        },
      )
    : undefined;

/** `wanted`, or the first of `wanted-2`, `wanted-3` and so on that is free. */
export function nameBeside(wanted: string, taken: { name: string }[]): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted}-${n}`;
    if (!taken.some(isNamed(name))) return name;
  }
}

/** IAM keeps the case of names and ignores it when comparing them. */
export const isNamed =
  (wanted: string) =>
  ({ name }: { name: string }): boolean =>
    isAmong(name, [wanted]);

export const isAmong = (name: string, names: string[]): boolean =>
  names.some((other) => other.toLowerCase() === name.toLowerCase());

export const namesOf = (some: { name: string }[]): string[] => some.map(({ name }) => name);
