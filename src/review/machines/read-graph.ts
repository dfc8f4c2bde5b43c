import { Blocked } from '../../engine/errors.ts';
import { t } from '../../text/text.ts';
import type { PageLook, Section } from '../page.ts';
import type { Plot } from './plots.ts';
import { type Span, type Window, windowOf } from './spans.ts';

/** Reads one graph. If a metric of it is denied, the section says why. */
export async function graphSection(
  look: PageLook,
  region: string,
  plot: Plot,
  span: Span,
): Promise<Section> {
  const { title, metrics, value } = plot;
  const window = windowOf(span, look.clock(), plot.isFine);
  try {
    const read = await Promise.all(
      metrics.map((metric) => readSeries(look, region, plot, metric, window)),
    );
    const values = Array.from({ length: window.count }, (_, at) => {
      const parts = read.flatMap(({ series }) => series.get(at) ?? []);
      // Each metric has its part, or there is no value.
      const made = parts.length === metrics.length ? value(parts, window.every / 1000) : undefined;
      // Neither is what is no number: a latency of no operations.
      return Number.isFinite(made) ? (made as number) : null;
    });
    const unit = plot.unit ?? read[0]?.unit ?? 'None';
    return { title, graph: { from: window.from, every: window.every, values, unit } };
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
    return { title, lines: [t('not known: {why}', { why: error.text })] };
  }
}

/** The values of a metric by their place in the window. AWS gives them in no order. */
async function readSeries(
  look: PageLook,
  region: string,
  { namespace, dimensions, statistic }: Plot,
  metric: string,
  { from, every, count }: Window,
): Promise<{ series: Map<number, number>; unit: string | undefined }> {
  const { Datapoints = [] } = await look.read(
    'cloudwatch',
    'GetMetricStatistics',
    {
      Namespace: namespace,
      MetricName: metric,
      Dimensions: dimensions,
      StartTime: new Date(from),
      EndTime: new Date(from + every * count),
      Period: every / 1000,
      Statistics: [statistic],
    },
    region,
  );
  const series = new Map<number, number>();
  for (const point of Datapoints) {
    const value = point[statistic];
    const at = Math.floor(((point.Timestamp?.getTime() ?? Number.NaN) - from) / every);
    if (value !== undefined) series.set(at, value);
  }
  return { series, unit: Datapoints[0]?.Unit };
}
