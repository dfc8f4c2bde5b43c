import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { forwardPattern, signInAlerts, trailAlerts } from '../../steps/alerts/alerts.ts';
import { samplesOf } from '../../steps/alerts/samples.ts';
import { type BusEvent, onBus } from '../support/alerts/bus-events.ts';
import { LOG_BUCKET, MAILED, NOT_MAILED } from '../support/alerts/events.ts';
import { ACCOUNT, VENV } from '../support/emulator/server.ts';

const alerts = [...signInAlerts, ...trailAlerts(LOG_BUCKET)];
const everywhere = signInAlerts.filter(({ arrives }) => arrives === 'everywhere');
const mailed = Object.entries(MAILED).flatMap(([id, events]) =>
  events.map((event) => ({ id, event })),
);

/** What each pattern says of each event, by each of the readers: ministack, and moto. */
function judge(patterns: object[], events: BusEvent[]): boolean[][][] {
  const script = fileURLToPath(new URL('../support/emulator/match_patterns.py', import.meta.url));
  const answer = execFileSync(`${VENV}python`, [script], {
    input: JSON.stringify({ patterns, events: events.map(onBus) }),
    env: { PYTHONDONTWRITEBYTECODE: '1' },
  });
  return JSON.parse(String(answer)) as boolean[][][];
}

const account = { id: ACCOUNT } as never;
/** What the owner's own rules are tried with. */
const samples = alerts.flatMap((alert) =>
  samplesOf(alert, account, 'us-east-1').map((event) => ({ id: alert.id, event })),
);
const events = [...mailed.map(({ event }) => event), ...Object.values(NOT_MAILED)];
const names = [...mailed.map(({ id }) => id), ...Object.keys(NOT_MAILED)];
const patterns = [
  ...alerts.map(({ pattern }) => pattern),
  ...alerts.map((alert) => forwardPattern([alert])),
  forwardPattern(everywhere),
];

describe.each(['ministack', 'moto'])('the patterns, as %s reads them', (reader) => {
  /** One row for each event: the ids of the alerts, of those alone that are handed on, and whether it is by all. */
  let rows: { name: string; ids: string[]; alone: string[]; handedOn: boolean }[] = [];
  beforeAll(() => {
    const all = [...events, ...samples.map(({ event }) => event as never as BusEvent)];
    const [ministack = [], moto = []] = judge(patterns, all);
    rows = (reader === 'moto' ? moto : ministack).map((row, at) => ({
      name: names[at] ?? '',
      ids: alerts.filter((_, one) => row[one]).map(({ id }) => id),
      alone: alerts.filter((_, one) => row[alerts.length + one]).map(({ id }) => id),
      handedOn: row.at(-1) ?? false,
    }));
  });

  it('are tried by events of each', () => {
    expect(Object.keys(MAILED)).toEqual(alerts.map(({ id }) => id));
    expect(rows).toHaveLength(events.length + samples.length);
  });

  it('match each event once, but for what root does to the trail: each of the two steps has a mail', () => {
    const wanted = mailed.map(({ id, event }) =>
      id === 'root-used' && event.source === 'aws.cloudtrail' ? [id, 'trail-changed'] : [id],
    );
    expect(rows.slice(0, mailed.length).map(({ ids }) => ids)).toEqual(wanted);
  });

  it('match nothing that only looks like such an event', () => {
    const seen = rows.slice(mailed.length, events.length).filter(({ ids }) => ids.length > 0);
    expect(seen).toEqual([]);
  });

  it('hand on from other regions what can arrive in each, and nothing else', () => {
    const wanted = events.map((_, at) => everywhere.some(({ id }) => id === mailed[at]?.id));
    expect(rows.slice(0, events.length).map(({ handedOn }) => handedOn)).toEqual(wanted);
  });

  it('match the samples of their own alert, and of no other of its step', () => {
    const seen = rows.slice(events.length).map(({ ids }) => ids);
    expect(seen).toEqual(samples.map(({ id }) => [id]));
  });

  it('hand on one alert alone as well', () => {
    expect(rows.map(({ alone }) => alone)).toEqual(rows.map(({ ids }) => ids));
  });
});
