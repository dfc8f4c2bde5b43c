import { describe, expect, it } from 'vitest';
import { allOperations } from '../../../src/aws/operations.ts';
import { requestsOf } from '../../../src/engine/change.ts';
import { permissions } from '../../../src/reports/permissions.ts';
import { steps } from '../../../steps/index.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { runSteps } from '../../support/accounts/run-steps.ts';

/**
 * What ends the FREE plan of an account, and with it its credits, by IAM action: to make or join an organization, by hand or by a
 * service that makes one (Control Tower, Identity Center), to upgrade, and to close the account. Whatever is about several
 * accounts needs an organization first.
 */
const ENDS_FREE_PLAN = [
  /^organizations:(?!Describe|List)/,
  /^freetier:Upgrade/,
  /^controltower:(?!Get|List)/,
  /^sso:(?!Describe|Get|List)/,
  /^iam:EnableOrganizations/,
  /:(Enable|Activate)\w*(Organization|Delegated)/i,
  /^account:CloseAccount$/,
];
const endsFreePlan = (action: string): boolean =>
  ENDS_FREE_PLAN.some((pattern) => pattern.test(action));

/** Consoles in which one click makes an organization or upgrades the plan. */
const CONSOLES = /organizations|controltower|singlesignon|account-plan|upgrade/i;

describe('the FREE plan', () => {
  it('would be ended by what the list holds, and not by a look', () => {
    for (const action of [
      'organizations:CreateOrganization',
      'organizations:AcceptHandshake',
      'freetier:UpgradeAccountPlan',
      'controltower:CreateLandingZone',
      'sso:CreateInstance',
      'iam:EnableOrganizationsRootCredentialsManagement',
      'guardduty:EnableOrganizationAdminAccount',
      'cloudformation:ActivateOrganizationsAccess',
      'account:CloseAccount',
    ]) {
      expect([action, endsFreePlan(action)]).toEqual([action, true]);
    }
    for (const action of [
      'organizations:DescribeOrganization',
      'freetier:GetAccountPlanState',
      'iam:CreateUser',
    ]) {
      expect([action, endsFreePlan(action)]).toEqual([action, false]);
    }
  });

  it('is ended by no write that any step can send', async () => {
    const writes = (await allOperations()).filter(({ write }) => write);
    expect(writes.length).toBeGreaterThan(0);
    // The name of the operation too: S3's, for instance, are not called like their actions.
    const ending = writes.filter(({ service, operation, actions }) =>
      [`${service}:${operation}`, ...actions].some(endsFreePlan),
    );
    expect(ending).toEqual([]);
  });

  it('cannot be ended with what "rootlock permissions" allows', async () => {
    const { Statement } = permissions(await allOperations());
    expect(Statement.flatMap(({ Action }) => Action).filter(endsFreePlan)).toEqual([]);
  });

  it('is not ended on a page that a step leads to, nor by what it plans', async () => {
    const { rows } = await runSteps(newAccount(), steps, { observeOnly: true });
    const changes = rows.flatMap((row) => row.changes);
    expect(changes.length).toBeGreaterThan(0);
    const pages = changes.flatMap((change) => ('url' in change ? [change.url] : []));
    expect(pages.filter((url) => CONSOLES.test(url))).toEqual([]);
    const planned = changes
      .flatMap(requestsOf)
      .map(({ service, operation }) => `${service}:${operation}`);
    expect(planned.filter(endsFreePlan)).toEqual([]);
  });
});
