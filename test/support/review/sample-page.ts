import { page, type Section, type TableRow } from '../../../src/review/page.ts';
import { t } from '../../../src/text/text.ts';

export interface Sampled {
  names: string[];
}

/** Texts that would command a terminal or reorder what is read. */
export const HOSTILE = 'e\u001b[2Jvil\u202e\u0007\nname';

/** A row for each name. Every second one has no MFA, and every seventh could not be read. */
const rowOf = (name: string, at: number): TableRow => ({
  key: name,
  cells: {
    user: { text: t('{name}', { name }), value: name },
    password:
      at % 7 === 6
        ? { unknown: t('AWS denied GetCredentialReport.') }
        : { text: t('{n} days ago', { n: at }), value: at, order: at },
    mfa:
      at % 2 === 1
        ? { text: t('none'), value: null, grade: 'do' }
        : { text: t('app'), value: 'app', grade: 'fine' },
    groups: { text: t('{name}', { name: `Developers of ${name}` }), value: ['Developers'] },
  },
});

const SECTIONS: Section[] = [
  {
    title: t('Credentials'),
    facts: [
      [t('password'), { text: t('never used'), value: null, grade: 'watch' }],
      [t('MFA'), { unknown: t('AWS denied ListMFADevices.') }],
    ],
  },
  { lines: [t('This user may do all.'), t('{name}', { name: HOSTILE })] },
  {
    title: t('Policy'),
    code: ['{', `  "Action": "${HOSTILE}",`, '  "Effect": "Allow"', '}'],
    marked: [1],
  },
  {
    title: t('Sign-ins'),
    graph: {
      from: Date.UTC(2026, 10, 29, 13),
      every: 300_000,
      unit: 'Count',
      values: [4, null, 6],
    },
  },
];

/** A page with what a page can have. Its names come from the account's alias and from `set`. */
export const sample = page<Sampled>({
  id: 'sample',
  title: t('Sample'),
  isRegional: true,
  settings: [
    {
      id: 'names',
      title: t('Names'),
      hint: t('all of them'),
      choices: () => ['kim', 'kimberly', 'jun'],
      problemWith: (value) => (value.includes('!') ? t('No exclamation marks.') : undefined),
    },
  ],
  async observe(look, show) {
    const { AccountAliases = [] } = await look.read('iam', 'ListAccountAliases', {});
    show({ names: AccountAliases });
    return { names: [...AccountAliases, ...(look.settings.names ?? 'kim,jun').split(',')] };
  },
  table: ({ names }) => ({
    columns: [
      { id: 'user', title: t('user'), yields: 0 },
      { id: 'password', title: t('password'), yields: 2, align: 'right' },
      { id: 'mfa', title: t('MFA'), yields: 1 },
      { id: 'groups', title: t('groups'), yields: 3 },
    ],
    rows: names.map(rowOf),
    count: t('{n} users', { n: names.length }),
    empty: t('No users yet.'),
  }),
  signals: ({ names }) => [
    { id: 'root-key', grade: 'watch', text: t('Root has a key.'), controls: ['root-keys'] },
    ...names.flatMap((name, at) =>
      at % 2 === 1
        ? {
            id: 'no-mfa',
            grade: 'do' as const,
            text: t('{name} has no MFA.', { name }),
            row: name,
            controls: ['everyones-mfa' as const],
            mend: ['person', name],
          }
        : [],
    ),
  ],
  unseen: () => [{ what: t('Other regions'), why: t('One region was looked at.') }],
  detail: async ({ names }, key) =>
    names.includes(key)
      ? { title: t('User {name}', { name: key }), sections: SECTIONS }
      : undefined,
});

/** What a session knows of the page once it was looked at. */
export const sampleTab = (names: string[]) => ({
  id: 'sample',
  title: sample.title,
  page: sample,
  seen: { names },
  revision: 1,
  settings: {},
  isLooking: false,
  isEverywhere: false,
  lookedAt: Date.UTC(2026, 10, 29, 14, 2),
});
