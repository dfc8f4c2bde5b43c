import { alerts, byAdministrator, filter, form } from './bills.ts';
import { oldCodes } from './codes.ts';
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
];
