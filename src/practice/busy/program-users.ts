import type { User } from '../state/account-state.ts';
import { type Ago, allow, keyIdOf, ownPolicy, use, user } from './facts.ts';

/** Users of programs: no password, keys alone. */
export const machines = (ago: Ago): User[] => [
  // Somebody was in a hurry: it may do everything.
  user('ci-deploy', ago(800), {
    path: '/machines/',
    tags: [{ Key: 'UsedBy', Value: 'GitHub Actions' }],
    inline: { 'full-access': allow('*') },
    keys: [
      {
        id: keyIdOf('AKIA', 'ci-deploy'),
        active: true,
        created: ago(800),
        lastUsed: use(ago(0.2), 'ecr', 'ap-northeast-2'),
      },
    ],
  }),
  // Somebody began to change the key.
  user('backup', ago(880), {
    path: '/machines/',
    attached: [ownPolicy('BackUpShop')],
    keys: [
      {
        id: keyIdOf('AKIA', 'backup'),
        active: true,
        created: ago(880),
        lastUsed: use(ago(0.6), 's3', 'ap-northeast-2'),
      },
      { id: keyIdOf('AKIA', 'backup next'), active: true, created: ago(310) },
    ],
  }),
];
