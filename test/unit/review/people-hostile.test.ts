import { describe, expect, it } from 'vitest';
import { people } from '../../../src/review/people.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { giveUser } from '../../support/accounts/people.ts';
import { allowing, linesOf, shownPeople } from '../../support/review/shown-people.ts';

describe('the page People, with what nobody expects', () => {
  it('shows a policy that is not JSON as it is, and takes its rights for unknown', async () => {
    const state = newAccount();
    giveUser(state, 'kim', { inline: { broken: '{"Statement": [\u001b[31m' } });
    giveUser(state, 'lee', { inline: { odd: '{"Statement":[null,{"Action":5}]}' } });
    giveUser(state, 'park', { inline: { fine: allowing('s3:*') } });
    const { cells, seen, look } = await shownPeople(state);
    const powers = ['kim', 'lee', 'park'].map((name) => cells[name]?.power);
    expect(powers).toEqual(['perhaps', 'perhaps', 'no']);
    const detail = await people.detail(seen, 'kim', look);
    expect(detail && linesOf(detail)).toContain('  {"Statement": [[31m');
    const odd = await people.detail(seen, 'lee', look);
    expect(odd && linesOf(odd)).toContain('      null,');
  });

  it('shows a huge policy whole', async () => {
    const state = newAccount();
    const Action = Array.from({ length: 20_000 }, (_, n) => `s3:Get${n}`);
    const Statement = [{ Effect: 'Allow', Action, Resource: '*' }];
    giveUser(state, 'kim', { inline: { huge: JSON.stringify({ Statement }) } });
    const { seen, look } = await shownPeople(state);
    const detail = await people.detail(seen, 'kim', look);
    expect(detail && linesOf(detail).length).toBeGreaterThan(20_000);
  });

  it('shows tags and names that command a terminal as harmless text', async () => {
    const state = newAccount();
    giveUser(state, 'kim', { tags: [{ Key: 'a\u001b[2J', Value: '\u202eevil\n' }] });
    expect((await shownPeople(state)).cells.kim?.tags).toBe('a[2J=evil');
  });
});
