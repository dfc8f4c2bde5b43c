import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/engine/step.ts';
import { t } from '../../../src/text/text.ts';
import { converse } from '../../support/hosts/conversation.ts';
import { name } from '../../support/hosts/samples.ts';
import { row as sample } from '../../support/reports/sample-rows.ts';

/** The row of a step that was never observed, unless `more` has evidence. */
function row(id: string, more: Partial<Row> = {}): Row {
  const { evidence: _, ...unseen } = sample('pending', {
    id,
    title: t('Step {id}', { id }),
    why: t('Because of {id}', { id }),
    status: t('nothing yet'),
  });
  return { ...unseen, ...more };
}
const lines = (text: string): string[] => text.trimEnd().split('\n');

describe('the list in sentences', () => {
  it('is said whole at first, in words', () => {
    const { host, said } = converse();
    const message = t('You may not look.');
    const rows = [
      row('a', { state: 'secure', status: t('14 characters') }),
      row('b', { level: 'optional' }),
      row('c', { state: 'waiting', message: t('After {step}.', { step: t('Step b') }) }),
      row('d', { state: 'blocked', message, fix: [t('Ask for iam:GetUser')] }),
    ];
    host.emit({ type: 'rows', rows });
    expect(lines(said())).toEqual([
      'Some chapter (1 of 3 done):',
      'Step a: secure; 14 characters.',
      'Step b (optional): to do; nothing yet.',
      'Step c: waiting. After Step b. So far: nothing yet.',
      'Step d: blocked. You may not look.',
      'What to do: Ask for iam:GetUser.',
    ]);
  });

  it('says once what is to be done about several in a row', () => {
    const { host, said } = converse();
    const denied = { state: 'blocked' as const, message: t('No.'), fix: [t('Sign in as root')] };
    host.emit({
      type: 'rows',
      rows: [row('a', denied), row('b', denied), row('c'), row('d', { ...denied, evidence: {} })],
    });
    expect(lines(said())).toEqual([
      'Some chapter (0 of 4 done):',
      'Step a: blocked. No.',
      'Step b: blocked. No.',
      'What to do: Sign in as root.',
      'Step c: to do; nothing yet.',
      'Step d: blocked; nothing yet. No.',
      'What to do: Sign in as root.',
    ]);
  });

  it('stands below the headings of its chapters, and what is to be done is said once across them', () => {
    const { host, said } = converse();
    const other = { chapter: { id: 'other', title: t('Another') } };
    const denied = { state: 'blocked' as const, message: t('No.'), fix: [t('Sign in as root')] };
    host.emit({
      type: 'rows',
      rows: [
        row('a', denied),
        row('b', { ...other, ...denied }),
        row('c', { ...other, state: 'secure' }),
      ],
    });
    expect(lines(said())).toEqual([
      'Some chapter (0 of 1 done):',
      'Step a: blocked. No.',
      'Another (1 of 2 done):',
      'Step b: blocked. No.',
      'What to do: Sign in as root.',
      'Step c: secure; nothing yet.',
    ]);
  });

  it('a heading counts nothing if no step of the chapter counts', () => {
    const { host, said } = converse();
    host.emit({ type: 'rows', rows: [row('a', { level: 'optional' })] });
    expect(lines(said())[0]).toBe('Some chapter:');
  });

  it('a step comes below the heading of its chapter, which is said when it begins', async () => {
    const { host, replies, said } = converse();
    const other = { chapter: { id: 'other', title: t('Another') } };
    host.emit({ type: 'rows', rows: [row('a'), row('b', other), row('c', other)] });
    const from = said().length;
    for (const step of ['a', 'b', 'c']) {
      const answer = host.ask(`${step}.name`, { ...name, step });
      await replies('Which name?', 'jun');
      await answer;
    }
    const titles = lines(said().slice(from)).filter((line) => /^(Step|.* done\)):?/.test(line));
    expect(titles).toEqual([
      'Some chapter (0 of 1 done):',
      'Step a.',
      'Another (0 of 2 done):',
      'Step b.',
      'Step c.',
    ]);
  });

  it('is said again only where it has changed', () => {
    const { host, said } = converse();
    host.emit({ type: 'rows', rows: [row('a'), row('b')] });
    const before = said().length;
    host.emit({ type: 'rows', rows: [row('a'), row('b', { state: 'attested' })] });
    expect(said().slice(before)).toBe('Step b: confirmed by you; nothing yet.\n');
  });
});
