import { expect, test } from 'vitest';
import { accessAnalyzerOf, frozenAccount, refusalOf } from '../../support/clients.ts';

const EXTERNAL = { analyzerName: 'external', type: 'ACCOUNT' as const };

// API reference and quotas of IAM Access Analyzer.
test('a region has one analyzer of external access, and the first makes a role of AWS', async () => {
  const { practice, state } = frozenAccount();
  const here = accessAnalyzerOf(practice);
  await here.createAnalyzer(EXTERNAL);
  expect(state.roles.map(({ name }) => name)).toContain('AWSServiceRoleForAccessAnalyzer');
  expect(await refusalOf(here.createAnalyzer(EXTERNAL))).toBe('ConflictException 409');
  expect(await refusalOf(here.createAnalyzer({ ...EXTERNAL, analyzerName: 'second' }))).toBe(
    'ServiceQuotaExceededException 402',
  );
  const { analyzers } = await here.listAnalyzers({});
  expect(analyzers).toMatchObject([{ name: 'external', type: 'ACCOUNT', status: 'ACTIVE' }]);
  expect((await accessAnalyzerOf(practice, 'eu-west-1').listAnalyzers({})).analyzers).toEqual([]);
});
