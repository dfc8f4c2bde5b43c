import { type Text, t } from '../../src/text/text.ts';

export const DEFAULT_GROUP = 'Administrators';
export const DEFAULT_USER = 'admin';

/** The rules for names of users and groups. IAM API reference, CreateUser and CreateGroup. */
export function problemWithName(name: string, longest: 64 | 128): Text | undefined {
  if (name.length === 0) return t('A name, please.');
  if (name.length > longest) return t('At most {longest} characters, please.', { longest });
  if (/^[\w+=,.@-]+$/.test(name)) return undefined;
  return t('Only letters without accents, digits and + = , . @ _ - please.');
}

/** IAM keeps the case of names and ignores it when comparing them. */
export const isNamed =
  (wanted: string) =>
  ({ name }: { name: string }): boolean =>
    name.toLowerCase() === wanted.toLowerCase();
