import { expect, it } from 'vitest';
import { graphLines } from '../../src/hosts/tui/review/graph-lines.ts';
import type { ReviewReport } from '../../src/reports/review-report.ts';
import { useEmulator } from '../support/emulator/clients.ts';
import { newHome, openRootlock, rootlock, shell } from '../support/emulator/programs.ts';
import { failures, writes } from '../support/emulator/wire-log.ts';
import { KEY } from '../support/tui/screen.ts';

const emulator = useEmulator();
const STEP_MS = 300_000;

it('shows machines that the AWS CLI made, draws the points that were put, and sends no write', async () => {
  const at = { url: emulator().url, home: newHome() };
  async function aws(line: string): Promise<string> {
    const { code, stdout, stderr } = await shell(
      `aws --region us-east-1 --output text ${line}`,
      at,
    );
    expect([code, stderr]).toEqual([0, '']);
    return stdout.trim();
  }
  const image = await aws('ec2 describe-images --query "Images[0].ImageId"');
  const instance = await aws(
    `ec2 run-instances --image-id ${image} --instance-type t3.micro --metadata-options HttpTokens=optional --query "Instances[0].InstanceId"`,
  );
  const volume = await aws(
    'ec2 create-volume --size 9 --availability-zone us-east-1a --query VolumeId',
  );
  // AWS's clock is at the beginning of five minutes: their end would move the graph.
  const end = Math.ceil(Date.now() / STEP_MS) * STEP_MS;
  await emulator().clock(Math.ceil((end - Date.now()) / 1000) + 1);
  const values = [null, null, null, null, 30, 60, 90, 35, 20, 10, 40, null];
  const from = end - values.length * STEP_MS;
  const known = values.flatMap((Value, at) => (Value === null ? [] : { Value, at }));
  const data = known.map(({ Value, at }) => ({
    MetricName: 'CPUUtilization',
    Dimensions: [{ Name: 'InstanceId', Value: instance }],
    Timestamp: new Date(from + at * STEP_MS).toISOString(),
    Unit: 'Percent',
    Value,
  }));
  await aws(
    `cloudwatch put-metric-data --namespace AWS/EC2 --metric-data '${JSON.stringify(data)}'`,
  );
  const before = writes(await emulator().requests());

  const { code, stdout, stderr } = await rootlock(
    ['review', 'machines', instance, 'span=1h', '--json'],
    at,
  );
  expect([code, stderr]).toEqual([0, '']);
  const { signals, table, detail } = JSON.parse(stdout) as ReviewReport;
  expect(table.rows.map(({ key }) => key)).toEqual(expect.arrayContaining([instance, volume]));
  const told = signals.map(({ id, row }) => `${id} ${row}`);
  expect(told).toEqual(
    expect.arrayContaining([
      `imdsv1 ${instance}`,
      `volume-not-attached ${volume}`,
      `volume-not-encrypted ${volume}`,
    ]),
  );
  const [cpu, network] = (detail?.sections ?? []).flatMap((one) =>
    'graph' in one ? one.graph : [],
  );
  expect(cpu).toEqual({
    from: new Date(from).toISOString(),
    every: 300,
    unit: 'Percent',
    values,
  });
  expect(new Set(network?.values)).toEqual(new Set([null]));

  const screen = openRootlock(['review', 'machines', instance, 'span=1h'], at);
  await screen.waitFor('… ');
  screen.type(KEY.pageDown);
  await screen.waitFor('CPU, average');
  // The graph begins in the lower half of the screen.
  for (let line = 0; line < 6; line++) screen.type(KEY.down);
  await screen.waitFor(/CPU, average[\s\S]+└─+\s+\d\d:\d\d/);
  const drawn = graphLines({ from, every: STEP_MS, values, unit: 'Percent' }, 78).slice(0, 8);
  for (const line of drawn) {
    expect(screen.screen()).toContain(
      line
        .map(({ text }) => text)
        .join('')
        .trimEnd(),
    );
  }
  screen.type('q');
  expect((await screen.exit).code).toBe(0);

  const metric = await rootlock(['review', 'machines', 'metric=cpuutil'], at);
  expect(metric.stdout).toContain(`InstanceId=${instance}`);
  const requests = await emulator().requests();
  expect(writes(requests)).toEqual(before);
  expect(failures(requests)).toEqual([]);
  expect(requests.map(({ operation }) => operation)).not.toContain('GetMetricData');
});
