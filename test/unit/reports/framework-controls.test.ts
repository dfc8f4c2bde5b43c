import { expect, test } from 'vitest';
import { frameworkControls } from '../../../src/reports/framework-controls.ts';

test('a control stands for those of each framework, with version and level', () => {
  expect(frameworkControls(['root-mfa'])).toEqual([
    { framework: 'CIS', version: '7.0.0', id: '2.5', level: 1 },
    { framework: 'SSB', id: 'ACCT.02' },
    { framework: 'SSB', id: 'ACCT.05' },
    { framework: 'Well-Architected', id: 'SEC01-BP02' },
    { framework: 'ISMS-P', version: '2023', id: '2.5.5' },
  ]);
});

test('what two controls have in common is named once', () => {
  const ids = frameworkControls(['trail', 'log-file-validation']).map(({ id }) => id);
  expect(ids).toEqual(['4.1', 'ACCT.07', 'SEC04-BP01', '2.9.4', '4.2', 'SEC04-BP02']);
});
