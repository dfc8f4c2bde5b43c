import { type Text, t } from '../../text/text.ts';
import type { Column, Table, TableRow } from '../page.ts';
import { numberCell, wordCell, wordOrNone, wordsCell } from '../word-cells.ts';
import {
  attachedCell,
  encryptedCell,
  imdsCell,
  instanceStateCell,
  profileCell,
  publicAddresses,
  volumeStateCell,
} from './facts.ts';
import {
  type In,
  type Instance,
  idOfInstance,
  idOfVolume,
  keyOfMetric,
  type Metric,
  metricKeyIn,
  nameOf,
  type Seen,
  type Volume,
} from './seen.ts';

const REGION: Column = { id: 'region', title: t('region'), yields: 5 };

const COLUMNS: Column[] = [
  { id: 'machine', title: t('machine'), yields: 0 },
  { id: 'name', title: t('name'), yields: 3 },
  { id: 'state', title: t('state'), yields: 0 },
  { id: 'type', title: t('type'), yields: 4 },
  { id: 'size', title: t('size'), align: 'right', yields: 7 },
  { id: 'imds', title: t('IMDSv2'), yields: 1 },
  { id: 'encrypted', title: t('encrypted'), yields: 2 },
  { id: 'public-address', title: t('public address'), yields: 6 },
  { id: 'profile', title: t('profile'), yields: 8 },
  { id: 'attached-to', title: t('attached to'), yields: 9 },
];

const METRIC_COLUMNS: Column[] = [
  { id: 'metric', title: t('metric'), yields: 0 },
  { id: 'namespace', title: t('namespace'), yields: 2 },
  { id: 'dimensions', title: t('dimensions'), yields: 1 },
];

/** Instances, then volumes; or the metrics that are searched. */
export function machinesTable(seen: Seen): Table {
  const { instances, volumes, metrics, regions, search } = seen;
  const place = regions.length > 1 ? [REGION] : [];
  if (search) {
    return {
      columns: [...METRIC_COLUMNS, ...place],
      rows: rowsOf(metrics, regions, keyOfMetric, (one) => ({
        key: metricKeyIn(regions, one),
        cells: metricCells(one.is),
      })),
      count: countOf(metrics.length, t('1 metric'), t('{n} metrics', { n: metrics.length })),
      empty: t('No metric of the account has these words.'),
    };
  }
  const n = { instances: instances.length, volumes: volumes.length };
  return {
    columns: [...COLUMNS, ...place],
    rows: [
      ...rowsOf(instances, regions, sortNameOf(idOfInstance), instanceRow),
      ...rowsOf(volumes, regions, sortNameOf(idOfVolume), volumeRow),
    ],
    count: t('{instances}, {volumes}', {
      instances: countOf(n.instances, t('1 instance'), t('{n} instances', { n: n.instances })),
      volumes: countOf(n.volumes, t('1 volume'), t('{n} volumes', { n: n.volumes })),
    }),
    empty: t('There are no instances and no volumes here.'),
  };
}

const countOf = (n: number, one: Text, several: Text): Text => (n === 1 ? one : several);

const sortNameOf =
  <T extends Instance | Volume>(idOf: (one: T) => string) =>
  (one: T): string =>
    nameOf(one) ?? idOf(one);

/** By region, home first, and then by name. */
const rowsOf = <T>(
  all: In<T>[],
  regions: readonly string[],
  nameOf: (is: T) => string,
  rowOf: (one: In<T>) => TableRow,
): TableRow[] =>
  all
    .map((one) => ({ one, at: regions.indexOf(one.region), name: nameOf(one.is) }))
    .toSorted((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1))
    .map(({ one }) => {
      const row = known.get(one) ?? rowOf(one);
      if (regions.length > 1) row.cells.region ??= wordCell(one.region);
      known.set(one, row);
      return row;
    });

/** A machine keeps its row: with each region that answers, the table is made again. */
const known = new WeakMap<object, TableRow>();

const instanceRow = ({ is }: In<Instance>): TableRow => ({
  key: idOfInstance(is),
  cells: {
    machine: wordCell(idOfInstance(is)),
    name: wordOrNone(nameOf(is)),
    state: instanceStateCell(is),
    type: wordCell(is.InstanceType),
    imds: imdsCell(is),
    'public-address': wordsCell(publicAddresses(is)),
    profile: profileCell(is),
  },
});

const volumeRow = ({ is }: In<Volume>): TableRow => ({
  key: idOfVolume(is),
  cells: {
    machine: wordCell(idOfVolume(is)),
    name: wordOrNone(nameOf(is)),
    state: volumeStateCell(is),
    type: wordCell(is.VolumeType),
    size: numberCell(is.Size, (n) => t('{n} GiB', { n })),
    encrypted: encryptedCell(is),
    'attached-to': attachedCell(is),
  },
});

const metricCells = ({ MetricName, Namespace, Dimensions = [] }: Metric) => ({
  metric: wordCell(MetricName),
  namespace: wordCell(Namespace),
  dimensions: wordsCell(Dimensions.map(({ Name, Value }) => `${Name}=${Value}`)),
});
