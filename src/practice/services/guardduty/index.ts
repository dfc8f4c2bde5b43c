import type {
  DetectorFeature,
  DetectorFeatureConfiguration,
  DetectorFeatureResult,
} from '@aws-sdk/client-guardduty';
import type { Detector } from '../../state/account-state.ts';
import { badRequest, type CallContext, type Table } from '../operation-table.ts';
import { giveServiceLinkedRole } from '../service-linked-role.ts';

const ROLE = {
  name: 'AWSServiceRoleForAmazonGuardDuty',
  service: 'guardduty',
  policy: 'AmazonGuardDutyServiceRolePolicy',
};

/** Those that a new detector has on unless it is told otherwise. API reference, CreateDetector. */
const ON_BY_DEFAULT: DetectorFeature[] = [
  'S3_DATA_EVENTS',
  'EKS_AUDIT_LOGS',
  'EBS_MALWARE_PROTECTION',
  'RDS_LOGIN_EVENTS',
  'LAMBDA_NETWORK_LOGS',
  'AI_PROTECTION',
  'AI_ANALYST',
];
/** Two ways to watch running programs: off, and whoever names both is refused. API reference, DetectorFeatureConfiguration. */
const RUNTIME: DetectorFeature[] = ['EKS_RUNTIME_MONITORING', 'RUNTIME_MONITORING'];
const BASE = ['CLOUD_TRAIL', 'DNS_LOGS', 'FLOW_LOGS'];

export const operations = {
  ListDetectors: (_input, { state, region }) => ({
    DetectorIds: state.detectors.filter((one) => one.region === region).map(({ id }) => id),
  }),

  GetDetector({ DetectorId }, call) {
    const { enabled, features } = findDetector(DetectorId, call);
    const all = [...BASE, ...ON_BY_DEFAULT, ...RUNTIME];
    return {
      ServiceRole: `arn:aws:iam::${call.state.id}:role/aws-service-role/guardduty.amazonaws.com/${ROLE.name}`,
      Status: enabled ? ('ENABLED' as const) : ('DISABLED' as const),
      FindingPublishingFrequency: 'SIX_HOURS' as const,
      Features: all.map((name) => ({
        Name: name as DetectorFeatureResult,
        Status:
          BASE.includes(name) || features.includes(name)
            ? ('ENABLED' as const)
            : ('DISABLED' as const),
        ...(RUNTIME.includes(name as DetectorFeature) && {
          AdditionalConfiguration: [
            { Name: 'EKS_ADDON_MANAGEMENT' as const, Status: 'DISABLED' as const },
          ],
        }),
      })),
    };
  },

  /** No content, if nobody else administers it. */
  GetAdministratorAccount({ DetectorId }, call) {
    const { administrator } = findDetector(DetectorId, call);
    if (!administrator) return {} as never;
    return { Administrator: { AccountId: administrator, RelationshipStatus: 'Enabled' } };
  },

  CreateDetector({ Enable = false, Features = [] }, { state, region, now }) {
    if (state.detectors.some((one) => one.region === region)) {
      throw badRequest(
        'BadRequestException',
        'The request is rejected because a detector already exists for the current account.',
      );
    }
    refuseBothRuntimes(Features);
    giveServiceLinkedRole(state, now, ROLE);
    const detector: Detector = {
      id: `${state.detectors.length}`.padStart(32, 'd'),
      region,
      enabled: Enable,
      features: ON_BY_DEFAULT.filter((name) => !isOff(name, Features)),
    };
    state.detectors.push(detector);
    return { DetectorId: detector.id };
  },

  UpdateDetector({ DetectorId, Enable, Features = [] }, call) {
    const detector = findDetector(DetectorId, call);
    if (detector.administrator) {
      throw badRequest(
        'BadRequestException',
        'The request is rejected because the detector is managed by an administrator account.',
      );
    }
    refuseBothRuntimes(Features);
    detector.enabled = Enable ?? detector.enabled;
    detector.features = detector.features.filter((name) => !isOff(name, Features));
    return {};
  },
} satisfies Table<typeof import('@aws-sdk/client-guardduty')>;

function refuseBothRuntimes(features: DetectorFeatureConfiguration[]): void {
  if (!RUNTIME.every((name) => features.some(({ Name }) => Name === name))) return;
  throw badRequest(
    'BadRequestException',
    'The request is rejected because an invalid or out-of-range value is specified as an input parameter.',
  );
}

const isOff = (name: string, features: DetectorFeatureConfiguration[]): boolean =>
  features.some(({ Name, Status }) => Name === name && Status === 'DISABLED');

function findDetector(id: string | undefined, { state, region }: CallContext): Detector {
  const found = state.detectors.find((one) => one.id === id && one.region === region);
  if (found) return found;
  throw badRequest(
    'BadRequestException',
    'The request is rejected because the input detectorId is not owned by the current account.',
  );
}
