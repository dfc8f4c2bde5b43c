import { expect, it } from 'vitest';
import type { Report } from '../../src/reports/json-report.ts';
import { useEmulator } from '../support/emulator/clients.ts';
import { newHome, rootlock } from '../support/emulator/programs.ts';
import { writes } from '../support/emulator/wire-log.ts';

const emulator = useEmulator();
const ONLY = ['--only', 'cost-anomalies', '--json'];
const answers = { 'cost-anomalies.amount': 5, 'cost-anomalies.address': 'kim@example.com' };

it('unusual costs are mailed, and nothing that costs something is asked', async () => {
  const where = { url: emulator().url, home: newHome() };
  for (const _ of [1, 2]) {
    const { stdout, code } = await rootlock(ONLY, { ...where, answers });
    const [step] = (JSON.parse(stdout) as Report).steps;
    expect([code, step?.state]).toEqual([0, 'secure']);
  }
  const requests = await emulator().requests();
  expect(writes(requests)).toEqual(['ce CreateAnomalySubscription']);
  const asked = requests.filter(({ service }) => service === 'ce');
  expect(new Set(asked.map(({ region }) => region))).toEqual(new Set(['us-east-1']));
  for (const { operation } of asked) expect(operation).toContain('Anomaly');
});

it('the step waits while Cost Explorer is not ready', async () => {
  await emulator().costExplorer('OFF');
  const where = { url: emulator().url, home: newHome() };
  const { stdout, code } = await rootlock(ONLY, { ...where, answers });
  const [step] = (JSON.parse(stdout) as Report).steps;
  expect([code, step?.state]).toEqual([2, 'waiting']);
});
