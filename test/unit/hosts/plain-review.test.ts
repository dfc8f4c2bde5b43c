import { describe, expect, test } from 'vitest';
import { reviewLines } from '../../../src/hosts/plain/review-sentences.ts';
import { t } from '../../../src/text/text.ts';
import { HOSTILE, sample } from '../../support/review/sample-page.ts';

const names = ['kim', 'jun', 'ann', 'bob', 'dan', 'eve', 'fay'];
const seen = { names };
const page = {
  title: sample.title,
  table: sample.table(seen),
  signals: sample.signals(seen),
  unseen: sample.unseen(seen),
};
const how = {
  columns: undefined as number | undefined,
  labelled: false,
  commandOf: (words: string[]) => ['rootlock', ...words].join(' '),
};

describe('a page of a review in sentences', () => {
  test('says its signals with what mends them, its table, and what was not looked at', () => {
    const lines = reviewLines({ ...page, signals: page.signals.slice(0, 2) }, how);
    expect(lines.slice(0, 8)).toEqual([
      '',
      'Sample',
      'To do: jun has no MFA.',
      '  rootlock person jun',
      'To know: Root has a key.',
      '',
      '  user    password  MFA   groups',
      '-'.repeat(43),
    ]);
    expect(lines).toContain('x jun   1 days ago  none  Developers of jun');
    expect(lines.slice(-7)).toEqual([
      '  fay      unknown  app   Developers of fay',
      'unknown: AWS denied GetCredentialReport.',
      'x: something to do. !: something to know.',
      '7 users, 1 with something to do.',
      '',
      'Not looked at:',
      '  Other regions: One region was looked at.',
    ]);
  });

  test.each([
    ['in a narrow terminal', { columns: 30 }],
    ['for a screen reader', { labelled: true }],
  ])(
    'gives each value its label %s, and says what is to do where the row is told',
    (_, changed) => {
      const lines = reviewLines(page, { ...how, ...changed });
      const text = lines.join(' ').replace(/ +/g, ' ');
      expect(text).toMatch(/^ Sample 7 users, 3 with something to do\. To know: Root has a key\. /);
      expect(text).toContain(
        ' user: jun. password: 1 days ago. MFA: none. groups: Developers of jun. To do: jun has no MFA. rootlock person jun user: ann.',
      );
      expect(text).toContain('password: unknown: AWS denied GetCredentialReport.');
    },
  );

  test('says nothing of what a row does not have, for who hears no dash', () => {
    const [first] = page.table.rows;
    if (!first) throw new Error('no row');
    const cells = { ...first.cells, password: { text: t('–'), value: null } };
    const table = { ...page.table, rows: [{ ...first, cells }] };
    const text = reviewLines({ ...page, table }, { ...how, labelled: true }).join('\n');
    expect(text).toContain('\nuser: kim. MFA: ');
    expect(text).not.toContain('–');
  });

  test('names the lines of a document that matter, for who hears no mark', async () => {
    const detail = await sample.detail(seen, 'jun', {} as never);
    const opened = { ...(detail && { opened: { key: 'jun', detail } }) };
    const lines = reviewLines({ ...page, ...opened }, { ...how, labelled: true });
    expect(lines).toContain('Lines that matter: 2.');
    expect(lines.filter((line) => line.startsWith('>'))).toEqual([]);
  });

  test('says everything about the row that is opened, and nothing about the others', async () => {
    const detail = await sample.detail(seen, 'jun', {} as never);
    const lines = reviewLines({ ...page, ...(detail && { opened: { key: 'jun', detail } }) }, how);
    const text = lines.join('\n');
    expect(text).toContain('User jun\nTo do: jun has no MFA.');
    expect(text).not.toContain('bob has no MFA');
    expect(text).toContain('MFA: unknown: AWS denied ListMFADevices.');
    expect(text).toContain('> ');
    expect(text).not.toMatch(/[^ -~\n]/);
  });

  test('does nothing to a terminal, whatever names the account has', () => {
    const hostile = { names: [HOSTILE, HOSTILE] };
    const all = { ...page, table: sample.table(hostile), signals: sample.signals(hostile) };
    for (const labelled of [true, false]) {
      expect(reviewLines(all, { ...how, labelled }).join('\n')).not.toMatch(/[^ -~\n]/);
    }
  });

  test('gives no reason for a value that no column shows', () => {
    const table = sample.table(seen);
    const columns = table.columns.filter(({ id }) => id !== 'password');
    const text = reviewLines({ ...page, table: { ...table, columns } }, how).join('\n');
    expect(text).not.toContain('unknown');
  });

  test('says in one sentence that there is nothing', () => {
    const none = { ...page, table: sample.table({ names: [] }), signals: [], unseen: [] };
    expect(reviewLines(none, how)).toEqual(['', 'Sample', '', 'No users yet.', '0 users.']);
  });
});
