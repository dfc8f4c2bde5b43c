import { expect, it } from 'vitest';
import type { AccountKind } from '../../../src/engine/account-kind.ts';
import { isProjectCaller, type Membership } from '../../../src/engine/account-kind.ts';
import { applicable, appliesTo, isProject } from '../../../src/engine/applicable.ts';
import type { Computer } from '../../../src/engine/step.ts';
import { fakeStep } from '../../support/engine/fake-run.ts';
import { CHAPTER } from '../../support/engine/in-one-chapter.ts';

const computer = {} as Computer;
const inA = (membership?: Membership) => ({
  account: membership ? { kind: { membership } as AccountKind } : {},
});

it('a step is left out of the kinds of account that it is not for, and of no unknown one', () => {
  const where = [inA('project'), inA('member'), inA()];
  expect(where.map((at) => appliesTo({ notFor: ['project'] }, at))).toEqual([false, true, true]);
  expect(where.map((at) => appliesTo({}, at))).toEqual([true, true, true]);
});

it('a step about this computer is left out where Rootlock runs on another', () => {
  expect(appliesTo({ onComputer: true }, inA())).toBe(false);
  expect(appliesTo({ onComputer: true }, { ...inA(), computer })).toBe(true);
});

it('a chapter without a step is left out', () => {
  const here = fakeStep('a', { onComputer: true });
  const chapters = [
    { ...CHAPTER, id: 'one', steps: [here, fakeStep('b')] },
    { ...CHAPTER, id: 'two', steps: [here] },
  ];
  const left = applicable(chapters, inA()).map(({ id, steps }) => [id, steps.map((s) => s.id)]);
  expect(left).toEqual([['one', ['b']]]);
});

it('a project is known by its kind, and whoever signs in to it by the role', () => {
  expect([inA('project'), inA('member'), inA()].map(({ account }) => isProject(account))).toEqual([
    true,
    false,
    false,
  ]);
  const role = (name: string) => `arn:aws:sts::111122223333:assumed-role/${name}/kim`;
  expect(isProjectCaller(role('AccountFullAccessRole'))).toBe(true);
  expect(isProjectCaller(role('Other'))).toBe(false);
  expect(isProjectCaller(`x ${role('AccountFullAccessRole')}`)).toBe(false);
});
