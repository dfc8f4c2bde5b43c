import type { LifecycleRule } from '@aws-sdk/client-s3';
import { randomBase32 } from '../../ids.ts';
import { badRequest } from '../operation-table.ts';

const ACTIONS = [
  'Expiration',
  'Transitions',
  'NoncurrentVersionExpiration',
  'NoncurrentVersionTransitions',
  'AbortIncompleteMultipartUpload',
] as const;

/** Checks the rules, and gives an id to those without one. */
export function checkedRules(given: LifecycleRule[] | undefined): LifecycleRule[] {
  if (!given?.length || given.length > 1000) {
    throw badRequest(
      'MalformedXML',
      'The XML you provided was not well-formed or did not validate.',
    );
  }
  const rules = given.map((rule) => ({ ...rule, ID: rule.ID ?? randomBase32(48) }));
  if (new Set(rules.map(({ ID }) => ID)).size < rules.length) {
    throw badRequest(
      'InvalidArgument',
      'Rule ID must be unique. Found same ID for more than one rule.',
    );
  }
  rules.forEach(checkRule);
  if (new Set(rules.map(({ Prefix }) => Prefix === undefined)).size > 1) {
    throw badRequest(
      'InvalidRequest',
      'Filter element can only be used in Lifecycle V2. Prefix element can only be used in Lifecycle V1.',
    );
  }
  return rules;
}

function checkRule(rule: LifecycleRule): void {
  const { ID = '', Filter, Prefix, Status } = rule;
  if (ID.length > 255) throw badRequest('InvalidArgument', 'ID length should not exceed 255.');
  if ((Filter === undefined) === (Prefix === undefined)) {
    throw badRequest('MalformedXML', 'A rule has either a Filter or a Prefix.');
  }
  if (Status !== 'Enabled' && Status !== 'Disabled') {
    throw badRequest('MalformedXML', 'A rule is either Enabled or Disabled.');
  }
  if (!ACTIONS.some((action) => rule[action] !== undefined)) {
    throw badRequest('InvalidRequest', 'At least one action needs to be specified in a rule.');
  }
  const days = [
    rule.Expiration?.Days,
    rule.NoncurrentVersionExpiration?.NoncurrentDays,
    rule.AbortIncompleteMultipartUpload?.DaysAfterInitiation,
  ];
  if (days.some((one) => one !== undefined && !(Number.isInteger(one) && one > 0))) {
    throw badRequest('InvalidArgument', "'Days' must be a positive integer");
  }
}
