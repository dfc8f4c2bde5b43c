import { isProjectCaller } from '../../src/engine/account-kind.ts';
import { answerTo, notTried, type Point, seen } from './point.ts';

export const accountPlan: Point = {
  about: 'Does Free Tier answer a client that is made by hand?',
  expected: 'the plan, or ResourceNotFoundException if there is none',
  async try({ read }) {
    const answer = await answerTo(read('freetier', 'GetAccountPlanState', {}));
    if (answer !== 'done') return seen(answer, answer === 'ResourceNotFoundException');
    const { accountPlanType, accountPlanStatus } = await read(
      'freetier',
      'GetAccountPlanState',
      {},
    );
    const said = `${accountPlanType} ${accountPlanStatus}`;
    return seen(said, /^(FREE|PAID) (NOT_STARTED|ACTIVE|EXPIRED)$/.test(said));
  },
};

export const project: Point = {
  about: 'Which reads of a run do the policies of a project let through in its region?',
  expected: 'all, and its role is below /managed/',
  async try({ id, identity, read }) {
    if (!isProjectCaller(identity.arn)) return notTried('sign in to a project of the new sign-up');
    const { RoleDetailList = [] } = await read('iam', 'GetAccountAuthorizationDetails', {});
    const [, name] = identity.arn.split('/');
    const path = RoleDetailList.find(({ RoleName }) => RoleName === name)?.Path;
    const answers = {
      organization: await answerTo(read('organizations', 'DescribeOrganization', {})),
      regions: await answerTo(read('account', 'ListRegions', {})),
      trails: await answerTo(read('cloudtrail', 'DescribeTrails', {})),
      buckets: await answerTo(read('s3', 'ListBuckets', {})),
      budgets: await answerTo(read('budgets', 'DescribeBudgets', { AccountId: id })),
    };
    const said = Object.entries(answers).map((answer) => answer.join(': '));
    return seen(
      [`path: ${path}`, ...said].join(', '),
      path === '/managed/' && Object.values(answers).every((answer) => answer === 'done'),
    );
  },
};
