import type { Output } from '../../aws/operations.ts';
import { t } from '../../text/text.ts';
import { inEveryRegion } from '../every-region.ts';
import {
  call,
  type Find,
  given,
  Reference,
  type TerraformBlock,
  type Thing,
} from '../inventory.ts';
import { snaked } from '../snake.ts';
import { tagMap, tagPairs } from './iam-rights.ts';

type Detector = Output<'guardduty', 'GetDetector'>;
type Feature = NonNullable<Detector['Features']>[number];

/** Always there, whatever a detector is told. */
const BASE = ['CLOUD_TRAIL', 'DNS_LOGS', 'FLOW_LOGS'];

/** The plans that all versions of Terraform's provider know since the one that is asked for. An unknown one fails the whole plan. */
const KNOWN = [
  'S3_DATA_EVENTS',
  'EKS_AUDIT_LOGS',
  'EBS_MALWARE_PROTECTION',
  'RDS_LOGIN_EVENTS',
  'EKS_RUNTIME_MONITORING',
  'LAMBDA_NETWORK_LOGS',
  'RUNTIME_MONITORING',
];

const UNKNOWN = t('older versions of the provider do not know them');

/** GuardDuty, in every region. */
export const detectors: Find = (look, into) =>
  inEveryRegion(look, into, t('the detectors of GuardDuty'), async (from, region, here) => {
    const { DetectorIds = [] } = await from.read('guardduty', 'ListDetectors', {}, region);
    for (const DetectorId of DetectorIds) {
      const [found, { Administrator }] = await Promise.all([
        from.read('guardduty', 'GetDetector', { DetectorId }, region),
        from.read('guardduty', 'GetAdministratorAccount', { DetectorId }, region),
      ]);
      if (Administrator?.RelationshipStatus === 'Enabled') {
        here.leave(t('GuardDuty in {region}', { region }), t('another account decides it'));
        continue;
      }
      const features = featuresOf(found);
      const unknown = features.map(({ Name }) => Name).filter((name) => !KNOWN.includes(name));
      if (unknown.length > 0) {
        const what = t('plans of GuardDuty: {plans}', { plans: unknown.join(', ') });
        here.leave(what, UNKNOWN, ['terraform']);
      }
      if (unknown.length < features.length) here.setAgain.push(PLANS);
      here.add(detectorThing(found, features, DetectorId, region));
    }
  });

const PLANS = t('the protection plans of GuardDuty');

/** `AdditionalConfiguration`: who installs the programs that watch running ones. */
const featuresOf = ({ Features = [] }: Detector) =>
  Features.filter((one) => isSaid(one, Features)).map(
    ({ Name = '', Status, AdditionalConfiguration = [] }) => ({
      Name: Name as string,
      ...given({
        Status,
        AdditionalConfiguration: AdditionalConfiguration.map(({ Name, Status }) => ({
          Name,
          Status,
        })),
      }),
    }),
  );

/** AWS shows both ways to watch running programs, and refuses whoever names both: what is on counts, else the one that includes the other. */
function isSaid({ Name, Status }: Feature, all: Feature[]): boolean {
  const isOldOn = all.some((one) => one.Name === OLD && one.Status === 'ENABLED');
  const hasNew = all.some((one) => one.Name === NEW);
  if (Name === OLD && hasNew && !isOldOn) return false;
  if (Name === NEW && isOldOn) return false;
  return Name !== undefined && !BASE.includes(Name) && Status !== undefined;
}

const OLD = 'EKS_RUNTIME_MONITORING';
const NEW = 'RUNTIME_MONITORING';

function detectorThing(
  { Status, Tags: tags = {} }: Detector,
  Features: ReturnType<typeof featuresOf>,
  id: string,
  region: string,
): Thing {
  const enabled = Status === 'ENABLED';
  const Tags = tagPairs(tags);
  return {
    region,
    terraform: [
      {
        type: 'aws_guardduty_detector',
        name: region,
        importId: id,
        body: given({ enable: enabled, tags: tagMap(Tags) }),
      },
      ...Features.filter(({ Name }) => KNOWN.includes(Name)).map(
        (feature): TerraformBlock => ({
          type: 'aws_guardduty_detector_feature',
          name: `${region} ${feature.Name}`,
          body: {
            detector_id: new Reference('aws_guardduty_detector', region, 'id'),
            ...(snaked(feature) as object),
          },
          // AWS gives them in no order, and the provider takes another order for a change.
          ...(feature.AdditionalConfiguration && { ignore: ['additional_configuration'] }),
        }),
      ),
    ],
    stack: [
      {
        type: 'AWS::GuardDuty::Detector',
        name: 'detector',
        identifier: { Id: id },
        properties: given({ Enable: enabled, Features, Tags }),
      },
    ],
    commands: [
      call(
        'guardduty',
        'CreateDetector',
        given({ Enable: enabled, Features, Tags: tags }) as never,
        region,
      ),
    ],
  };
}
