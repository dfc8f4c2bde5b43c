import type { Output } from '../../aws/operations.ts';
import { t } from '../../text/text.ts';
import { inEveryRegion } from '../every-region.ts';
import { call, type Find, given } from '../inventory.ts';
import { tagMap } from './iam-rights.ts';

/** Those that look for access from outside. The others are priced, and nothing of Rootlock's. */
const EXTERNAL = ['ACCOUNT', 'ORGANIZATION'];

const pairs = (tags: Record<string, string> = {}) =>
  Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));

/** The analyzers of IAM Access Analyzer, in every region. */
export const analyzers: Find = (look, into) =>
  inEveryRegion(look, into, t('the analyzers of IAM Access Analyzer'), async (region, here) => {
    const { analyzers = [] } = await look.read('access-analyzer', 'ListAnalyzers', {}, region);
    for (const { name = '', arn = '', type, tags = {} } of analyzers) {
      if (!type || !EXTERNAL.includes(type)) continue;
      const Tags = pairs(tags);
      here.add({
        region,
        terraform: [
          {
            type: 'aws_accessanalyzer_analyzer',
            name: `${name}_${region}`,
            importId: name,
            body: given({ analyzer_name: name, type, tags: tagMap(Tags) }),
          },
        ],
        stack: [
          {
            type: 'AWS::AccessAnalyzer::Analyzer',
            name,
            identifier: { Arn: arn },
            properties: given({ AnalyzerName: name, Type: type, Tags }),
          },
        ],
        commands: [
          call(
            'access-analyzer',
            'CreateAnalyzer',
            given({ analyzerName: name, type, tags: tagMap(Tags) }),
            region,
          ),
        ],
      });
    }
  });

type Detector = Output<'guardduty', 'GetDetector'>;

const FEATURES = t('the protection plans of GuardDuty');
const NO_IMPORT = t('Terraform cannot import them');

/** Always there, whatever a detector is told. */
const BASE = ['CLOUD_TRAIL', 'DNS_LOGS', 'FLOW_LOGS'];

/** GuardDuty, in every region. */
export const detectors: Find = (look, into) =>
  inEveryRegion(look, into, t('the detectors of GuardDuty'), async (region, here) => {
    const { DetectorIds = [] } = await look.read('guardduty', 'ListDetectors', {}, region);
    for (const DetectorId of DetectorIds) {
      const [found, { Administrator }] = await Promise.all([
        look.read('guardduty', 'GetDetector', { DetectorId }, region),
        look.read('guardduty', 'GetAdministratorAccount', { DetectorId }, region),
      ]);
      if (Administrator?.RelationshipStatus === 'Enabled') {
        here.leave(t('GuardDuty in {region}', { region }), t('another account decides it'));
        continue;
      }
      here.leave(FEATURES, NO_IMPORT, ['terraform']);
      here.add(detectorThing(found, DetectorId, region));
    }
  });

function detectorThing(
  { Status, Features = [], Tags: tags = {} }: Detector,
  id: string,
  region: string,
) {
  const enabled = Status === 'ENABLED';
  const Tags = pairs(tags);
  const features = Features.flatMap(({ Name = '', Status }) =>
    BASE.includes(Name) || !Status ? [] : [{ Name, Status }],
  );
  return {
    region,
    terraform: [
      {
        type: 'aws_guardduty_detector',
        name: region,
        importId: id,
        body: given({ enable: enabled, tags: tagMap(Tags) }),
      },
    ],
    stack: [
      {
        type: 'AWS::GuardDuty::Detector',
        name: 'detector',
        identifier: { Id: id },
        properties: given({ Enable: enabled, Features: features, Tags }),
      },
    ],
    commands: [
      call(
        'guardduty',
        'CreateDetector',
        given({ Enable: enabled, Features: features, Tags: tags }) as never,
        region,
      ),
    ],
  };
}
