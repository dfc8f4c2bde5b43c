import { freePlan } from './analyzer.ts';
import { alerts, byAdministrator, filter, form } from './bills.ts';
import { oldCodes } from './codes.ts';
import { lastUseOfOthers } from './keys.ts';
import { accountPlan, project } from './kinds.ts';
import { organizationTrail } from './organization-trail.ts';
import { notTried, type Point } from './point.ts';
import { actionsWithoutArn, managedPolicies, simulatedResources } from './policies.ts';
import {
  inactiveKeys,
  loginSession,
  mfaInSession,
  pending,
  regionOff,
  rootSession,
} from './signing-in.ts';
import { trail } from './trail.ts';
import { dateOfPassword, deviceOfSignIn } from './way-in.ts';

/** Not tried, whatever the account. */
const leftOut = (about: string, expected: string, why: string): Point => ({
  about,
  expected,
  try: async () => notTried(why),
});

const cloudShell: Point = {
  about: 'Which Node runs in CloudShell?',
  expected: '20.19 or later',
  async try() {
    if (process.env.AWS_EXECUTION_ENV !== 'CloudShell') return notTried('run this in CloudShell');
    return { seen: process.version, verdict: 'as expected' };
  },
};

/** All that is open about AWS, as far as Rootlock has to do with it. */
export const points: Point[] = [
  rootSession,
  loginSession,
  mfaInSession,
  leftOut(
    'Does a renewal of "aws login" that another region refuses end the session?',
    'no: the next region is tried',
    'a session is renewed only in its last five minutes',
  ),
  regionOff,
  inactiveKeys,
  leftOut(
    'Under which key does GetBillingPreferences tell of BILLING_ALERTS?',
    'nothing: the wizard makes budgets instead',
    'Rootlock never calls it, and what it switches on cannot be switched off',
  ),
  byAdministrator,
  pending,
  accountPlan,
  project,
  oldCodes,
  leftOut(
    'As what do sign-ins of root reach EventBridge?',
    'nothing: the wizard looks into CloudTrail',
    'root would have to sign in once more, and Rootlock makes no rule',
  ),
  trail,
  filter,
  form,
  cloudShell,
  leftOut(
    'Where does one sign in in GovCloud and China?',
    'nothing: the wizard says that it has not been tried there',
    'an account there is another account',
  ),
  alerts,
  managedPolicies,
  simulatedResources,
  actionsWithoutArn,
  organizationTrail,
  deviceOfSignIn,
  dateOfPassword,
  lastUseOfOthers,
  freePlan,
  leftOut(
    'Does the FREE plan let GuardDuty be switched on?',
    'the step is blocked with what AWS says, if it does not',
    'it would begin the trial of 30 days',
  ),
  leftOut(
    'Does MFA stay in a session of "aws login" that has been renewed?',
    'nothing: require-mfa waits for a sign-in that CloudTrail shows with MFA',
    'it takes more than an hour: run this again after 65 minutes, and compare mfaAuthenticated above',
  ),
  leftOut(
    'Does a policy that denies all without MFA, and leaves out no action of Sign-In, stop the sign-in to the console?',
    'nothing: the policy leaves out signin:Authenticate, AuthorizeOAuth2Access and CreateOAuth2Token',
    'a user would have to sign in by hand',
  ),
  leftOut(
    'How many renewals does one token of "aws login" take, and for how long?',
    'nothing: the SDK renews as the AWS CLI does',
    'a renewal too many ends the session',
  ),
  leftOut(
    'What does "Sign-in Anomaly Alert" hold, and when does it come?',
    'nothing: no rule waits for it',
    'AWS sends it when it likes',
  ),
  leftOut(
    'Does a monitor of Cost Anomaly Detection cost $0.01 for each call?',
    'no: the step sends only what is free by its pricing page',
    'only the next bill shows it',
  ),
  leftOut(
    'How does CloudTrail Lake refuse a new customer?',
    'nothing: Rootlock never offers it',
    'what it would make is kept, and paid for, for seven days at least',
  ),
  leftOut(
    'Does CloudFormation import what "rootlock export --cloudformation" writes?',
    'yes: it is held to the resource types, and to cfn-lint',
    'a stack owns what it imports: import it by hand in an account to throw away',
  ),
];
