import type { Statement } from '../../../steps/iam/policy-document.ts';

export const ACCOUNT = '111122223333';
export const iam = (rest: string) => `arn:aws:iam::${ACCOUNT}:${rest}`;
export const KIM = iam('user/ops/kim');

type Some = string | string[];

export const allow = (Action: Some, Resource: Some = '*'): Statement => ({
  Effect: 'Allow',
  Action,
  Resource,
});
export const deny = (Action: Some, Resource: Some = '*'): Statement => ({
  ...allow(Action, Resource),
  Effect: 'Deny',
});
export const allowAllBut = (...NotAction: string[]): Statement => ({
  Effect: 'Allow',
  NotAction,
  Resource: '*',
});
export const given = (
  Condition: NonNullable<Statement['Condition']>,
  statement: Statement,
): Statement => ({
  ...statement,
  Condition,
});
export const ALL = allow('*');

export const WITH_MFA = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
export const WITHOUT_MFA = { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } };
export const AT_OFFICE = { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } };
export const ELSEWHERE = { NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } };
export const LATER = { DateGreaterThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } };
