import { describe, expect, it } from 'vitest';
import { canBeAgreedTo, isSameChange, requestsOf } from '../../../src/engine/change.ts';
import type { Change, Request } from '../../../src/engine/step.ts';
import { t } from '../../../src/text/text.ts';
import { call } from '../../support/engine/fake-run.ts';

const request = (GroupName: string): Request => ({
  service: 'iam',
  operation: 'CreateGroup',
  input: { GroupName },
});
const exchange = (...names: string[]): Change => ({
  kind: 'exchange',
  summary: t('set it up'),
  calls: names.map(request),
  run: async () => undefined,
});
const other = (kind: 'console' | 'attest' | 'local', id: string, more: object = {}) =>
  ({ kind, id, summary: t('do it'), ...more }) as Change;

describe('two changes are the same', () => {
  it.each<[string, Change, Change]>([
    ['calls in other words', call('a'), call('a', { summary: t('said otherwise') })],
    ['exchanges, whatever leftovers they remove first', exchange('old', 'a'), exchange('a')],
    ['the next try of a command', other('local', 'x'), other('local', 'x', { argv: ['y'] })],
  ])('%s', (_, one, two) => {
    expect(isSameChange(one, two)).toBe(true);
  });

  it.each<[string, Change, Change]>([
    ['calls with another input', call('a'), call('b')],
    ['calls in another region', call('a'), call('a', { region: 'eu-west-1' })],
    ['exchanges that end with another call', exchange('a', 'b'), exchange('a', 'c')],
    ['a word given and a change in the console', other('attest', 'x'), other('console', 'x')],
    ['words given on two things', other('attest', 'x'), other('attest', 'y')],
    ['commands', other('local', 'x'), other('local', 'y')],
    ['users', other('console', 'x', { user: 'kim' }), other('console', 'x', { user: 'lee' })],
  ])('not if they differ: %s', (_, one, two) => {
    expect(isSameChange(one, two)).toBe(false);
  });
});

it('a change sends its calls, and one of the owner’s sends none', () => {
  const sent = call('a');
  expect(requestsOf(sent)).toEqual([sent]);
  expect(requestsOf(exchange('a', 'b'))).toEqual([request('a'), request('b')]);
  expect(requestsOf(other('console', 'x', { calls: [request('a')] }))).toEqual([]);
});

it('the last answer may agree to changes of Rootlock’s, but never to a danger among them', () => {
  expect(canBeAgreedTo([other('attest', 'x'), call('a')])).toBe(true);
  expect(canBeAgreedTo([other('attest', 'x')])).toBe(false);
  expect(canBeAgreedTo([call('a'), call('b', { danger: true })])).toBe(false);
  expect(canBeAgreedTo([call('a'), call('b', { confirmPhrase: 'WXYZ' })])).toBe(false);
});
