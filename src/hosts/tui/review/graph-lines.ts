import asciichart from 'asciichart';
import type { Graph } from '../../../review/page.ts';
import { widthOf } from '../../../text/columns.ts';
import { amount, dayTime, endOf, graphSentences, knownValues, meanOf } from '../../graph-words.ts';
import { type Line, paragraph, span } from '../lines.ts';

/** Lines of the curve. */
const HIGH = 6;
/** Two times with their days. In fewer columns, there are only the words. */
const LEAST_WIDE = 24;

type Column = number | undefined;

/** A curve with its axes, and below it in words what it shows. Without data, only the words. */
export function graphLines(graph: Graph, room: number): Line[] {
  const words = graphSentences(graph).flatMap((text) => paragraph(text, room, 'quiet'));
  const values = knownValues(graph).map(({ value }) => value);
  // 0 is always in sight, or a small change would look like a large one.
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const labels = [most, least].map((value) => amount(value, graph.unit));
  const indent = Math.max(...labels.map(widthOf));
  const wide = room - indent - 2;
  if (values.length === 0 || wide < LEAST_WIDE) return words;
  const columns = columnsOf(graph, wide);
  const curve = curveOf(columns, least, most);
  const [top = '', bottom = ''] = least === most ? ['', labels[1]] : labels;
  const rows = curve.map((text, at): Line => {
    const label = at === 0 ? top : at === HIGH - 1 ? bottom : '';
    const axis = label === '' ? ' │' : ' ┤';
    return [span(`${label.padStart(indent)}${axis}`, 'quiet'), span(text)];
  });
  return [...rows, ...timeAxis(graph, indent + 1, columns.length), ...words];
}

/** Each column has the mean of its values. Where there are more columns than values, a value has several. */
function columnsOf({ values }: Graph, wide: number): Column[] {
  const startOf = (column: number) => Math.floor((column * values.length) / wide);
  return Array.from({ length: wide }, (_, at) => {
    const part = values
      .slice(startOf(at), Math.max(startOf(at) + 1, startOf(at + 1)))
      .filter((value) => value !== null && Number.isFinite(value));
    return part.length > 0 ? meanOf(part as number[]) : undefined;
  });
}

/** asciichart knows no gaps, and no values of which the least is the most: it draws what is between two gaps, by line numbers. */
function curveOf(columns: Column[], least: number, most: number): string[] {
  const rows = Array.from({ length: HIGH }, () => '');
  for (const run of runsOf(columns)) {
    const [first] = run;
    const drawn =
      first === undefined
        ? rows.map(() => ' '.repeat(run.length))
        : drawnRun(run.map((value) => lineOf(value ?? first, least, most)));
    for (const [at, text] of drawn.entries()) rows[at] += text;
  }
  return rows;
}

/** From 1 to `HIGH`. Halves, because the difference of two numbers may be too large for one. */
const lineOf = (value: number, least: number, most: number): number =>
  least === most ? 1 : 1 + ((value / 2 - least / 2) / (most / 2 - least / 2)) * (HIGH - 1);

/** Neighbours that all have a value, or that all have none. */
function runsOf(columns: Column[]): Column[][] {
  const runs: Column[][] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (last && (last[0] === undefined) === (column === undefined)) last.push(column);
    else runs.push([column]);
  }
  return runs;
}

/** Without asciichart's own axis, which has the column of the first value. */
const drawnRun = (lines: number[]): string[] =>
  asciichart
    .plot(lines, {
      min: 1,
      max: HIGH,
      height: HIGH - 1,
      offset: 1,
      format: () => ' ',
      symbols: ['─', ' ', '╶', '╴', '─', '╰', '╭', '╮', '╯', '│'],
    })
    .split('\n')
    .map((text) => text.slice(0, lines.length));

const DAY_MS = 86_400_000;

/** The line below, with the times at its ends and, if there is room, in the middle. */
function timeAxis(graph: Graph, indent: number, wide: number): Line[] {
  const end = endOf(graph);
  const isShort = end - graph.from <= DAY_MS;
  const say = (ms: number) => (isShort ? dayTime(ms).slice(-5) : dayTime(ms));
  const [first, middle, last] = [graph.from, (graph.from + end) / 2, end].map(say) as [
    string,
    string,
    string,
  ];
  const between = wide + 1 - first.length - last.length;
  const [left, right] = [
    Math.floor((between - middle.length) / 2),
    Math.ceil((between - middle.length) / 2),
  ];
  const times =
    left > 1
      ? [first, ' '.repeat(left), middle, ' '.repeat(right), last]
      : [first, ' '.repeat(Math.max(1, between)), last];
  const blank = ' '.repeat(indent);
  return [
    [span(`${blank}└${'─'.repeat(wide)}`, 'quiet')],
    [span(`${blank}${times.join('')}`, 'quiet')],
  ];
}
