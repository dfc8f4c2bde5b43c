import { type Text, t } from '../../text/text.ts';
import type { Cell, Detail, PageLook, Section } from '../page.ts';
import {
  numberCell,
  tagsCell,
  timeCell,
  wordCell,
  wordOrNone,
  wordsCell,
  yesNoCell,
} from '../word-cells.ts';
import {
  attachedCell,
  encryptedCell,
  imdsCell,
  instanceStateCell,
  profileCell,
  publicAddresses,
  volumeStateCell,
} from './facts.ts';
import { itself, type Plot, plotsOfInstance, plotsOfVolume, type Statistic } from './plots.ts';
import { graphSection } from './read-graph.ts';
import {
  calledIn,
  type In,
  type Instance,
  idOfInstance,
  idOfVolume,
  type Metric,
  metricKeyIn,
  nameOf,
  type Seen,
  type Volume,
} from './seen.ts';

/** Everything about one row. Its graphs are read now. A machine is found by its name too, if only one has it. */
export async function machinesDetail(
  seen: Seen,
  key: string,
  look: PageLook,
): Promise<Detail | undefined> {
  const { instances, volumes, metrics, search, span } = seen;
  const graphs = (region: string, plots: Plot[]): Promise<Section[]> =>
    Promise.all(plots.map((plot) => graphSection(look, region, plot, span)));
  if (search) {
    const metric = metrics.find((one) => metricKeyIn(seen.regions, one) === key);
    if (!metric) return undefined;
    const sections = await graphs(metric.region, plotsOfMetric(metric.is));
    return {
      title: t('{name}', { name: metric.is.MetricName ?? key }),
      sections: [{ facts: metricFacts(metric) }, ...sections],
    };
  }
  const id = idCalled(seen, key);
  const instance = instances.find(({ is }) => idOfInstance(is) === id);
  if (instance) {
    return {
      key: id,
      title: t('{name}', { name: calledIn(instance.is, id) }),
      sections: [
        { facts: instanceFacts(instance) },
        ...(await graphs(instance.region, plotsOfInstance(instance.is))),
      ],
    };
  }
  const volume = volumes.find(({ is }) => idOfVolume(is) === id);
  if (!volume) return undefined;
  return {
    key: id,
    title: t('{name}', { name: calledIn(volume.is, id) }),
    sections: [
      { facts: volumeFacts(volume) },
      ...(await graphs(volume.region, plotsOfVolume(volume.is))),
    ],
  };
}

/** What the owner types is an id, or the name of one machine alone. */
function idCalled({ instances, volumes }: Seen, typed: string): string {
  const all = [
    ...instances.map(({ is }) => ({ id: idOfInstance(is), name: nameOf(is) })),
    ...volumes.map(({ is }) => ({ id: idOfVolume(is), name: nameOf(is) })),
  ];
  if (all.some(({ id }) => id === typed)) return typed;
  const [only, another] = all.filter(({ name }) => name === typed);
  return only && !another ? only.id : typed;
}

type FactLine = [label: Text, cell: Cell];

/** A zone's name has its region's in it. */
const whereIs = (region: string, zone: string | undefined): FactLine =>
  zone ? [t('zone'), wordCell(zone)] : [t('region'), wordCell(region)];

function instanceFacts({ region, is }: In<Instance>): FactLine[] {
  const groups = (is.SecurityGroups ?? []).map(({ GroupId = '', GroupName }) =>
    GroupName ? `${GroupName} (${GroupId})` : GroupId,
  );
  const volumes = (is.BlockDeviceMappings ?? []).map(({ DeviceName, Ebs }) =>
    [Ebs?.VolumeId, DeviceName].filter(Boolean).join(' '),
  );
  return [
    [t('state'), instanceStateCell(is)],
    [t('type'), wordCell(is.InstanceType)],
    whereIs(region, is.Placement?.AvailabilityZone),
    [t('started'), timeCell(is.LaunchTime)],
    [t('image'), wordCell(is.ImageId)],
    [t('IMDSv2'), imdsCell(is)],
    [t('profile'), profileCell(is)],
    [t('key pair'), wordOrNone(is.KeyName)],
    [t('public address'), wordsCell(publicAddresses(is))],
    [t('private address'), wordOrNone(is.PrivateIpAddress)],
    [t('VPC'), wordOrNone(is.VpcId)],
    [t('subnet'), wordOrNone(is.SubnetId)],
    [t('security groups'), wordsCell(groups)],
    [t('volumes'), wordsCell(volumes)],
    [t('detailed monitoring'), yesNoCell(monitored(is))],
    [t('tags'), tagsCell(is.Tags)],
  ];
}

const monitored = ({ Monitoring }: Instance): boolean | undefined =>
  Monitoring?.State === undefined ? undefined : ['enabled', 'pending'].includes(Monitoring.State);

const volumeFacts = ({ region, is }: In<Volume>): FactLine[] => [
  [t('state'), volumeStateCell(is)],
  [t('attached to'), attachedCell(is)],
  [t('size'), numberCell(is.Size, (n) => t('{n} GiB', { n }))],
  [t('type'), wordCell(is.VolumeType)],
  [t('operations a second'), numberCell(is.Iops, (n) => t('{n}', { n }))],
  [t('encrypted'), encryptedCell(is)],
  [t('KMS key'), wordOrNone(is.KmsKeyId)],
  whereIs(region, is.AvailabilityZone),
  [t('made'), timeCell(is.CreateTime)],
  [t('snapshot'), wordOrNone(is.SnapshotId)],
  [t('tags'), tagsCell(is.Tags)],
];

const metricFacts = ({ region, is }: In<Metric>): FactLine[] => [
  [t('namespace'), wordCell(is.Namespace)],
  ...(is.Dimensions ?? []).map(
    ({ Name = '', Value }): FactLine => [t('{name}', { name: Name }), wordCell(Value)],
  ),
  [t('region'), wordCell(region)],
];

/** What a metric means, nobody but its owner knows: both its average and its sum may. */
const plotsOfMetric = ({ Namespace = '', MetricName = '', Dimensions = [] }: Metric): Plot[] => {
  const dimensions = Dimensions.map(({ Name = '', Value = '' }) => ({ Name, Value }));
  const plot = (title: Text, statistic: Statistic): Plot => ({
    title,
    namespace: Namespace,
    dimensions,
    metrics: [MetricName],
    statistic,
    isFine: false,
    value: itself,
  });
  return [plot(t('Average'), 'Average'), plot(t('Sum'), 'Sum')];
};
