import type { Graph } from '../review/page.ts';
import { plain, type Text, t } from '../text/text.ts';

/** The values that there are, with their places. */
export const knownValues = ({ values }: Graph): { value: number; at: number }[] =>
  values.flatMap((value, at) => (value !== null && Number.isFinite(value) ? { value, at } : []));

const HOUR_MS = 3_600_000;

/** What a graph shows: least, most, last, how it goes, and what is missing. */
export function graphSentences(graph: Graph): Text[] {
  const { from, every, values, unit } = graph;
  const known = knownValues(graph);
  const last = known.at(-1);
  const time = { from: dayTime(from), to: dayTime(endOf(graph)) };
  if (!last) return [t('No data from {from} to {to} UTC.', time)];
  const all = known.map(({ value }) => value);
  const missing = values.length - known.length;
  return [
    t('From {from} to {to} UTC, one value for {every}.', { ...time, every: lengthOf(every) }),
    t('Least {least}, most {most}, last {last} at {at}: {trend}.', {
      least: amount(Math.min(...all), unit),
      most: amount(Math.max(...all), unit),
      last: amount(last.value, unit),
      at: dayTime(from + last.at * every),
      trend: trendOf(all),
    }),
    ...(missing > 0
      ? [t('No data for {n} of {all} values.', { n: missing, all: values.length })]
      : []),
  ];
}

export const endOf = ({ from, every, values }: Graph): number => from + every * values.length;

const lengthOf = (ms: number): Text =>
  ms < HOUR_MS ? t('{n} min', { n: ms / 60_000 }) : t('{n} h', { n: ms / HOUR_MS });

/** `MM-DD HH:MM` in UTC, as on the page Trail. */
export const dayTime = (ms: number): string =>
  new Date(ms).toISOString().slice(5, 16).replace('T', ' ');

/** The last third beside the first, measured by what a drawn graph shows: 0 is in it. */
const MUCH = 0.25;

function trendOf(values: number[]): Text {
  const third = Math.ceil(values.length / 3);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (least === most) return t('always the same');
  // Halves, because the difference of two numbers may be too large for one.
  const rise = meanOf(values.slice(-third)) / 2 - meanOf(values.slice(0, third)) / 2;
  const part = rise / (Math.max(0, most) / 2 - Math.min(0, least) / 2);
  if (Math.abs(part) < MUCH) return t('neither rising nor falling');
  return part > 0 ? t('rising') : t('falling');
}

/** The mean of numbers whose sum may be too large for one. */
export const meanOf = (values: number[]): number =>
  values.reduce((sum, value) => sum + value / values.length, 0);

const UNITS: Record<string, string> = {
  Percent: '%',
  Seconds: 's',
  Milliseconds: 'ms',
  Microseconds: 'µs',
  Bytes: 'B',
  Bits: 'bit',
  Kilobytes: 'kB',
  Megabytes: 'MB',
  Gigabytes: 'GB',
  Terabytes: 'TB',
  Kilobits: 'kbit',
  Megabits: 'Mbit',
  Gigabits: 'Gbit',
  Terabits: 'Tbit',
  Count: '',
  None: '',
};

/** Those whose thousands have a letter. */
const IN_THOUSANDS = ['Bytes', 'Bits', 'Count', 'None'];
const PREFIXES: [from: number, letter: string][] = [
  [1e12, 'T'],
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
];

/** A value in three digits, with its unit: `12.3 %`, `2.4 kB/s`, `1.2 M`. */
export function amount(value: number, unit: string): string {
  const [base = '', per] = unit.split('/');
  const rounded = Number(value.toPrecision(3));
  const found = IN_THOUSANDS.includes(base)
    ? PREFIXES.find(([from]) => Math.abs(rounded) >= from && Math.abs(rounded) < 1e15)
    : undefined;
  const [by, letter] = found ?? [1, ''];
  const digits = String(Number((rounded / by).toPrecision(3)));
  const word = `${letter}${UNITS[base] ?? plain(base)}${per === 'Second' ? '/s' : ''}`;
  return word === '' ? digits : `${digits} ${word}`;
}
