import { expect, it } from 'vitest';
import type { ControlsReport } from '../../src/reports/controls-report/controls-report.ts';
import { useEmulator } from '../support/emulator/clients.ts';
import { keyInProfile, newHome, rootlock } from '../support/emulator/programs.ts';
import { writes } from '../support/emulator/wire-log.ts';
import { schemaProblems } from '../support/reports/controls-report.ts';

const emulator = useEmulator();

it('a report of a new account sends nothing but reads, with all pages in all regions', async () => {
  const where = { url: emulator().url, home: newHome() };
  keyInProfile(where.home);
  const before = (await emulator().requests()).length;
  const { stdout, code } = await rootlock(['report', '--json'], where);
  const requests = (await emulator().requests()).slice(before);
  expect(requests.length).toBeGreaterThan(100);
  expect(writes(requests)).toEqual([]);
  expect(code).toBe(0);
  const report: ControlsReport = JSON.parse(stdout);
  expect(schemaProblems(report)).toEqual([]);
  expect(report.regions.length).toBeGreaterThan(10);
  const { shown, 'not-done': open } = report.counts;
  expect([shown > 0, open > 10]).toEqual([true, true]);
});
