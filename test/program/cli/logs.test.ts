import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, run } from '../../support/program/program.ts';

const DOCUMENT = readFileSync(join(import.meta.dirname, '../../../docs/logs.md'), 'utf8');
const blockOf = (language: string): string =>
  DOCUMENT.split(`\`\`\`${language}\n`)[1]?.split('\n```')[0] ?? '';

const SQL = blockOf('sql');
const [CREATE = '', ...QUERIES] = SQL.split(/\n-- .*\n/);
/** Names of columns and of members of structs. */
const COLUMNS = new Set([...CREATE.matchAll(/\b([a-z]+):? (?:STRING|STRUCT|ARRAY)/g)].map(nameOf));

function nameOf([, name = '']: string[]): string {
  return name;
}

type Event = Record<string, unknown>;
let known: Event[] | undefined;

/** What the command of the document prints, on the busy practice account. */
async function recorded(): Promise<Event[]> {
  if (known) return known;
  const [, command = ''] = /^rootlock (review trail .*--json) >/m.exec(blockOf('sh')) ?? [];
  const words = command.replace(/question=\S+/, 'since=2020-01-01').split(' ');
  const { code, out } = await run([...words, '--practice=busy'], { home: emptyFolder() });
  expect(code).toBe(0);
  known = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(known.length).toBeGreaterThan(20);
  return known;
}

describe('what docs/logs.md says', () => {
  it('is about lines of --json, each with an id of its own', async () => {
    const events = await recorded();
    expect(new Set(events.map(({ eventID }) => eventID)).size).toBe(events.length);
  });

  it('has a column for what events have, but for what Athena leaves out', async () => {
    const events = await recorded();
    const names = new Set(events.flatMap((event) => Object.keys(event)));
    const without = [...names].filter((name) => !COLUMNS.has(name.toLowerCase()));
    expect(without).toEqual(['managementEvent']);
    const inside = events.flatMap(({ userIdentity }) => Object.keys(userIdentity as object));
    expect(inside.filter((name) => !COLUMNS.has(name.toLowerCase()))).toEqual([]);
  });

  it('asks for columns that the table has, and its table for regions and days', () => {
    const KEYWORDS =
      /^(SELECT|FROM|WHERE|AND|ORDER|GROUP|BY|DESC|cloudtrail|day|count|regexp_like)$/;
    for (const query of QUERIES) {
      const words = query.replace(/'[^']*'/g, '').match(/[A-Za-z_]+/g) ?? [];
      expect(words.filter((word) => !KEYWORDS.test(word) && !COLUMNS.has(word))).toEqual([]);
    }
    expect(QUERIES).toHaveLength(3);
    for (const part of ['region', 'day']) expect(CREATE).toContain(`\${${part}}`);
  });

  it('keeps in one field what is different in each service', async () => {
    const events = await recorded();
    const { index_patterns: patterns, template } = JSON.parse(blockOf('json'));
    expect(patterns).toEqual(['cloudtrail*']);
    const { properties } = template.mappings;
    const flat = Object.keys(properties).filter((name) => properties[name].type === 'flat_object');
    const nested = new Set(
      events.flatMap((event) =>
        Object.entries(event).flatMap(([name, value]) =>
          value !== null && typeof value === 'object' ? [name] : [],
        ),
      ),
    );
    expect([...nested].filter((name) => !flat.includes(name))).toEqual(['userIdentity']);
  });
});
