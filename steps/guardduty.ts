import { Blocked } from '../src/engine/errors.ts';
import { type Account, type ApiCall, type Look, type Question, step } from '../src/engine/step.ts';
import { type Text, t } from '../src/text/text.ts';
import { ROOTLOCK_TAG } from './shared/arns-and-tags.ts';
import { readEveryRegion, sayInRegions, sayOn, withOutOfScope } from './shared/per-region.ts';

interface Detector {
  region: string;
  /** `null` if there is none. A region has one at most. */
  id: string | null;
  /** It may be suspended: then it looks at nothing, and costs nothing. */
  enabled: boolean;
  /** Names of what it looks at beside the base, as AWS has them. */
  features: string[];
  /** The account that decides about it, if that is another one. */
  administrator: string | null;
}

interface Seen {
  detectors: Detector[];
  /** Regions that are closed to this account. */
  outOfScope: string[];
}

/**
 * What AWS switches on by itself in a new detector, if it is not told otherwise: all but the monitoring of running programs.
 * GuardDuty API reference, CreateDetector.
 */
const FEATURES = [
  'S3_DATA_EVENTS',
  'EKS_AUDIT_LOGS',
  'EBS_MALWARE_PROTECTION',
  'RDS_LOGIN_EVENTS',
  'LAMBDA_NETWORK_LOGS',
  'AI_PROTECTION',
  'AI_ANALYST',
] as const;
/** Always there, whatever the detector is told. */
const BASE = ['CLOUD_TRAIL', 'DNS_LOGS', 'FLOW_LOGS'];

/** Of an account that was asked to be a member and is not, or no longer. GuardDuty API reference, Member. */
const LOOSE = [
  'Created',
  'Invited',
  'Removed',
  'Resigned',
  'EmailVerificationInProgress',
  'EmailVerificationFailed',
];

/** Codes by which AWS says that the account, or its plan, has not the service. */
const NOT_INCLUDED = ['OptInRequired', 'SubscriptionRequiredException'];

const featuresQuestion: Question<'select'> = {
  kind: 'select',
  message: t('What else should it watch? Each has its own price, after 30 days free.'),
  initial: 'none',
  choices: [
    {
      value: 'none',
      label: t('nothing else: only API calls, network flows and DNS lookups'),
    },
    { value: 's3', label: t('also reads and writes of files in S3') },
  ],
};

export default step({
  id: 'guardduty',
  title: t('GuardDuty threat detection'),
  why: t(
    'It watches every region for stolen keys, crypto miners and unusual calls, and lists its findings in its console.',
  ),
  // About $4 for a million events, and by GB of flows and lookups. GuardDuty pricing, 2026.
  cost: t('30 days free; then a few cents to a few dollars a month in each region'),
  level: 'optional',
  controls: ['guardduty'],

  async observe(look): Promise<Seen> {
    const { found, outOfScope } = await readEveryRegion(look, readDetector);
    return { detectors: found, outOfScope };
  },

  evidence: ({ detectors, outOfScope }) => ({
    detectors: detectors.map((one) => ({ ...one })),
    outOfScope,
  }),

  status({ detectors, outOfScope }) {
    const n = detectors.filter(({ enabled }) => enabled).length;
    const all = detectors.length;
    return withOutOfScope(withAdministrators(sayOn(n, all), detectors), outOfScope);
  },

  mayAsk: { features: 'select' },

  // A suspended one looks again at what it was told before.
  questions: ({ detectors }) =>
    detectors.some(({ id }) => id === null) ? { features: featuresQuestion } : {},

  plan({ detectors }, { features = 'none' }: { features?: string }) {
    const missing = detectors.filter(({ id }) => id === null).map(({ region }) => region);
    const does =
      features === 's3'
        ? t(
            'switch on GuardDuty with S3, without the other parts that have their own price: EKS, RDS, Lambda, AI, malware scans',
          )
        : t(
            'switch on GuardDuty without the parts that have their own price: S3, EKS, RDS, Lambda, AI, malware scans',
          );
    const together = sayInRegions(missing, detectors.length, does);
    return [
      ...missing.map(
        (region): ApiCall => ({
          kind: 'call',
          summary: sayInRegions([region], 1, does),
          together,
          undo: UNDO,
          service: 'guardduty',
          operation: 'CreateDetector',
          region,
          input: {
            Enable: true,
            Features: FEATURES.map((Name) => ({
              Name,
              Status: features === 's3' && Name === 'S3_DATA_EVENTS' ? 'ENABLED' : 'DISABLED',
            })),
            Tags: { [ROOTLOCK_TAG.Key]: ROOTLOCK_TAG.Value },
          },
        }),
      ),
      ...detectors.flatMap((one) =>
        one.id !== null && !one.enabled && !one.administrator ? [resume(one, one.id)] : [],
      ),
    ];
  },
});

/** Whoever administers a member's detector has suspended it, too: the member cannot resume it. */
function withAdministrators(status: Text, detectors: Detector[]): Text {
  const accounts = new Set(detectors.flatMap(({ administrator }) => administrator ?? []));
  return [...accounts].reduce((before, account) => {
    const regions = detectors.filter(({ administrator }) => administrator === account);
    const names = regions.map(({ region }) => region).join(', ');
    return t('{before}; the account {account} decides for {regions}', {
      before,
      account,
      regions: names,
    });
  }, status);
}

const UNDO = t('GuardDuty console, in each region > Settings > Suspend or disable GuardDuty');

/** Somebody has suspended it, and may have a reason. */
const resume = ({ region, features }: Detector, DetectorId: string): ApiCall => ({
  kind: 'call',
  summary: sayInRegions([region], 1, t('resume GuardDuty, which somebody suspended')),
  danger: true,
  diff: [
    [
      t('looks at'),
      t('nothing'),
      features.length === 0
        ? t('the base')
        : t('the base, {features}', { features: features.join(', ') }),
    ],
  ],
  undo: UNDO,
  service: 'guardduty',
  operation: 'UpdateDetector',
  region,
  input: { DetectorId, Enable: true },
});

async function readDetector(look: Look, region: string): Promise<Detector> {
  const { DetectorIds = [] } = await look
    .read('guardduty', 'ListDetectors', {}, region)
    .catch((error: unknown) => explain(error, look.account));
  const [id] = DetectorIds;
  if (id === undefined) {
    return { region, id: null, enabled: false, features: [], administrator: null };
  }
  const [{ Status, Features = [] }, { Administrator }] = await Promise.all([
    look.read('guardduty', 'GetDetector', { DetectorId: id }, region),
    look.read('guardduty', 'GetAdministratorAccount', { DetectorId: id }, region),
  ]);
  const features = Features.flatMap(({ Name = '', Status }) =>
    Status === 'ENABLED' && !BASE.includes(Name) ? [Name] : [],
  );
  const { AccountId = null, RelationshipStatus = '' } = Administrator ?? {};
  const administrator = LOOSE.includes(RelationshipStatus) ? null : AccountId;
  return { region, id, enabled: Status === 'ENABLED', features, administrator };
}

/** @throws the error, or `Blocked` with a sentence of its own if the plan of the account has no GuardDuty */
function explain(error: unknown, { kind }: Account): never {
  const isRefused = error instanceof Blocked && NOT_INCLUDED.includes(error.code ?? '');
  if (!isRefused || kind?.plan.type !== 'free') throw error;
  throw new Blocked(
    t('The FREE plan of this account does not include GuardDuty.'),
    [t('Skip this step: it is optional. On the paid plan you can come back to it.')],
    { ...(error.code && { code: error.code }), cause: error },
  );
}
