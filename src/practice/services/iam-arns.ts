import type { PracticeState } from '../fresh-account.ts';

type Kind = 'user' | 'group' | 'role' | 'policy' | 'mfa';

export const iamArn = (
  { id }: PracticeState,
  kind: Kind,
  { path, name }: { path: string; name: string },
) => `arn:aws:iam::${id}:${kind}${path}${name}`;

export const rootArn = ({ id }: PracticeState): string => `arn:aws:iam::${id}:root`;
