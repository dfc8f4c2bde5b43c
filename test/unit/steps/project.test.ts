import { describe, expect, it } from 'vitest';
import { appliesTo } from '../../../src/engine/applicable.ts';
import type { Row } from '../../../src/engine/step.ts';
import { createPracticeAccount } from '../../../src/practice/practice-account.ts';
import { pretendComputer } from '../../../src/practice/pretend-computer.ts';
import { say } from '../../../src/text/text.ts';
import { chapters, steps } from '../../../steps/index.ts';
import { newProject, runInProject } from '../../support/accounts/project.ts';
import { exampleAnswers } from '../../support/owner/unattended.ts';

const PROJECT = {
  kind: { membership: 'project', activation: 'active', plan: { type: 'unknown' } },
} as const;
const HERE = pretendComputer(createPracticeAccount(newProject()));
const applying = steps.filter((step) => appliesTo(step, { account: PROJECT, computer: HERE }));
const statesOf = (rows: Row[]) => rows.map(({ id, state }) => `${id} ${state}`);

describe('a project of the new sign-up', () => {
  it('has the short list: what cannot be done there is left out', async () => {
    const { kind, rows } = await runInProject(newProject(), chapters, { observeOnly: true });
    expect(kind.membership).toBe('project');
    expect(rows.map(({ id }) => id)).toEqual(applying.map(({ id }) => id));
    expect(rows.map(({ id }) => id)).toContain('billing-alerts');
    expect(rows.map(({ id }) => id)).not.toContain('root-mfa');
  });

  it('is secured by every step that does not say notFor, within what its policies allow', async () => {
    const state = newProject();
    const answers = await exampleAnswers();
    const { rows, sent } = await runInProject(state, chapters, { answers });
    expect(sent.filter(({ error }) => error === 'AccessDenied')).toEqual([]);
    expect(sent.filter(({ error }) => error === 'AccessDeniedException')).toEqual([]);
    expect(statesOf(rows)).toEqual(applying.map(({ id }) => `${id} secure`));
    const again = await runInProject(state, chapters, { answers });
    expect(again.sent.filter(({ write }) => write)).toEqual([]);
    expect(statesOf(again.rows)).toEqual(statesOf(rows));
  });

  it('sends no write in a dry run', async () => {
    const { sent } = await runInProject(newProject(), chapters, { observeOnly: true });
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.filter(({ write }) => write)).toEqual([]);
  });

  it("blocks the trail in a region that is not the project's, and says which one to name", async () => {
    const { rows } = await runInProject(newProject(), chapters, {
      region: 'us-east-1',
      observeOnly: true,
    });
    const trail = rows.find(({ id }) => id === 'cloudtrail');
    expect(trail?.state).toBe('blocked');
    expect(trail?.message && say(trail.message)).toContain(
      'explicit deny in a service control policy: arn:aws:organizations::444455556666:policy/',
    );
    expect(trail?.fix?.map(say).join(' ')).toContain('name it with --region');
    expect(trail?.fix?.map(say).join(' ')).not.toContain('Sign in as the root user');
    const alerts = rows.find(({ id }) => id === 'billing-alerts');
    expect(alerts?.state).toBe('pending');
  });
});

it('a step that applies to a project needs none that does not', () => {
  for (const { needs = [] } of applying) {
    const missing = needs.filter((need) => !applying.some(({ id }) => id === need));
    expect(missing).toEqual([]);
  }
});

it('a step applies to every other kind of account, and to one whose kind is unknown', () => {
  for (const step of steps) {
    expect(appliesTo(step, { account: {}, computer: HERE })).toBe(true);
    for (const membership of ['standalone', 'management', 'member', 'unknown'] as const) {
      expect(
        appliesTo(step, { account: { kind: { ...PROJECT.kind, membership } }, computer: HERE }),
      ).toBe(true);
    }
  }
});
