import { describe, expect, it } from 'vitest';
import type { Step } from '../../../src/engine/step.ts';
import { say } from '../../../src/text/text.ts';
import accessAnalyzer from '../../../steps/access-analyzer.ts';
import contacts from '../../../steps/contacts.ts';
import costAnomalies from '../../../steps/cost-anomalies.ts';
import ec2Defaults from '../../../steps/ec2-defaults.ts';
import guardduty from '../../../steps/guardduty.ts';
import s3PublicAccess from '../../../steps/s3-public-access.ts';
import type { Refusal } from '../../support/accounts/faults.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';

type Case = [step: Step, refusal: Refusal, words: RegExp, fix: RegExp];

const refusal = (operation: string, code: string, status: number, message = code): Refusal => ({
  operation,
  code,
  status,
  message,
});

const NOT_HERE = /^([\w-]+: )?AWS has not activated this account for [\w-]+:\w+ yet, or its plan/;
const SIGN_UP = /portal\.aws\.amazon\.com.*FREE plan may lack this service/s;
const THROTTLED: [RegExp, RegExp] = [/AWS is throttling the calls/, /Wait a minute/];
const REPORTED = /Fix what AWS reports/;
const LIMIT = /in the console of that service/;
const SECOND_MONITOR = 'Limit exceeded on dimensional spend monitor creation';

/** How AWS refuses what the steps of money, contacts and defaults call: API references, and recordings. */
const CASES: Case[] = [
  [
    contacts as Step,
    refusal(
      'PutAlternateContact',
      'ValidationException',
      400,
      'the argument Name can not be empty',
    ),
    /ValidationException\. the argument Name can not be empty/,
    REPORTED,
  ],
  [
    contacts as Step,
    refusal('PutAlternateContact', 'ValidationException', 400, 'UnknownError'),
    /PutAlternateContact: ValidationException, without a reason\.$/,
    REPORTED,
  ],
  [contacts as Step, refusal('PutAlternateContact', 'TooManyRequestsException', 429), ...THROTTLED],
  [
    contacts as Step,
    refusal('SendPhoneNumberVerification', 'ConflictException', 409, 'A code is on its way.'),
    /ConflictException\. A code is on its way\./,
    REPORTED,
  ],
  [
    contacts as Step,
    refusal('GetAlternateContact', 'AccessDeniedException', 403, 'invalid contact type'),
    /not allowed to call account:GetAlternateContact/,
    /./,
  ],
  [
    s3PublicAccess as Step,
    refusal('PutPublicAccessBlock', 'AccessDenied', 403, 'Access Denied'),
    /not allowed to call s3control:PutPublicAccessBlock|denies/,
    /./,
  ],
  [
    ec2Defaults as Step,
    refusal('GetEbsEncryptionByDefault', 'RequestLimitExceeded', 503),
    ...THROTTLED,
  ],
  [
    ec2Defaults as Step,
    refusal('GetEbsEncryptionByDefault', 'OptInRequired', 401),
    NOT_HERE,
    SIGN_UP,
  ],
  [
    ec2Defaults as Step,
    refusal('ModifyInstanceMetadataDefaults', 'DeclarativePolicyViolation', 403, 'A policy.'),
    /DeclarativePolicyViolation\. A policy\./,
    REPORTED,
  ],
  [
    accessAnalyzer as Step,
    refusal('CreateAnalyzer', 'ServiceQuotaExceededException', 402, 'One each.'),
    /reached a limit: One each\./,
    LIMIT,
  ],
  [
    accessAnalyzer as Step,
    refusal('CreateAnalyzer', 'ConflictException', 409, 'It is there.'),
    /ConflictException\. It is there\./,
    REPORTED,
  ],
  [
    guardduty as Step,
    refusal('CreateDetector', 'SubscriptionRequiredException', 403),
    NOT_HERE,
    SIGN_UP,
  ],
  [guardduty as Step, refusal('CreateDetector', 'OptInRequired', 403), NOT_HERE, SIGN_UP],
  [
    guardduty as Step,
    refusal('CreateDetector', 'BadRequestException', 400, 'A detector exists.'),
    /BadRequestException\. A detector exists\./,
    REPORTED,
  ],
  [
    costAnomalies as Step,
    refusal('CreateAnomalyMonitor', 'LimitExceededException', 400, SECOND_MONITOR),
    /reached a limit: Limit exceeded on dimensional/,
    LIMIT,
  ],
  [
    costAnomalies as Step,
    refusal('CreateAnomalySubscription', 'LimitExceededException', 400, 'Too many.'),
    /reached a limit: Too many\./,
    LIMIT,
  ],
  [
    costAnomalies as Step,
    refusal('CreateAnomalySubscription', 'UnknownMonitorException', 400, 'No such monitor.'),
    /UnknownMonitorException\. No such monitor\./,
    REPORTED,
  ],
  [
    costAnomalies as Step,
    refusal('CreateAnomalySubscription', 'ValidationException', 400, ''),
    /ValidationException, without a reason\.$/,
    REPORTED,
  ],
  [costAnomalies as Step, refusal('GetAnomalyMonitors', 'OptInRequired', 400), NOT_HERE, SIGN_UP],
];

describe('a refusal', () => {
  it.each(CASES.map((one) => [one[1].operation, one[1].code, ...one] as const))(
    'of %s with %s blocks its step, says why, and what to do',
    async (_operation, _code, step, refused, words, fix) => {
      const state = newAccount();
      state.contactInformation = {
        name: 'Kim',
        phone: '+82 10-5550-0142',
        verification: 'UNVERIFIED',
      };
      if (refused.operation === 'CreateAnomalyMonitor') state.anomalyMonitors = [];
      const answers = {
        'cost-anomalies.amount': 5,
        'cost-anomalies.address': 'kim@example.com',
        'guardduty.features': 'none',
      };
      const { rows } = await runSteps(state, [step], { answers, refusal: refused });
      const [row] = rows;
      expect(row?.state).toBe('blocked');
      expect(row?.message && say(row.message)).toMatch(words);
      expect(row?.fix?.map(say).join('\n')).toMatch(fix);
    },
  );
});
