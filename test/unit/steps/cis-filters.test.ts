import { describe, expect, it } from 'vitest';
import { CONTROLS } from '../../../src/reports/controls.ts';
import { CIS_FILTERS } from '../../../steps/alerts/cis-filters.ts';
import { readPattern } from '../../../steps/alerts/filter-pattern.ts';

const matches = (pattern: string, event: object) => readPattern(pattern)?.(event);

describe('the filters of CIS', () => {
  it('are those of section 5 that a filter can be made for, by their numbers', () => {
    const { cis = [], cisLevel2 = [] } = CONTROLS.alarms;
    const wanted = [...cis, ...cisLevel2].sort();
    expect(CIS_FILTERS.map(({ control }) => control).sort()).toEqual(wanted);
  });

  it('have patterns that CloudWatch Logs takes: 1,024 letters at most', () => {
    expect(CIS_FILTERS.filter(({ pattern }) => pattern.length > 1024)).toEqual([]);
  });

  it.each(CIS_FILTERS.map((one) => [one.control, one] as const))(
    '%s matches each of its samples, and no sample of another but the use of root',
    (_, { id, pattern, samples }) => {
      expect(samples.length).toBeGreaterThan(0);
      expect(samples.filter((event) => !matches(pattern, event))).toEqual([]);
      const others = CIS_FILTERS.filter((one) => one.id !== id && one.id !== 'root-use');
      for (const other of others) {
        expect(other.samples.filter((event) => matches(pattern, event))).toEqual([]);
      }
    },
  );

  // Prowler 5.46.0, `cloudwatch_log_metric_filter_root_usage` and `..._unauthorized_api_calls`: the only two that look at the order.
  it.each([
    [
      'root-use',
      /\$\.userIdentity\.type\s*=\s*.?Root.+\$\.userIdentity\.invokedBy NOT EXISTS.+\$\.eventType\s*!=\s*.?AwsServiceEvent.?/s,
    ],
    [
      'refused-calls',
      /\$\.errorCode\s*=\s*.?\*UnauthorizedOperation.+\$\.errorCode\s*=\s*.?AccessDenied\*.?/s,
    ],
  ])('%s names its conditions in the order that Prowler looks for', (id, order) => {
    expect(CIS_FILTERS.find((one) => one.id === id)?.pattern).toMatch(order);
  });

  it.each([
    [
      'root-use',
      'what AWS does for root',
      { userIdentity: { type: 'Root', invokedBy: 'x' }, eventType: 'AwsApiCall' },
    ],
    [
      'root-use',
      "a service's own event",
      { userIdentity: { type: 'Root' }, eventType: 'AwsServiceEvent' },
    ],
    [
      'refused-calls',
      'a bucket that AWS looks for',
      { errorCode: 'AccessDenied', eventName: 'HeadBucket', sourceIPAddress: '198.51.100.7' },
    ],
    [
      'refused-calls',
      'a call that is not found',
      { errorCode: 'NoSuchEntity', eventName: 'GetUser', sourceIPAddress: '198.51.100.7' },
    ],
    [
      'policy-changes',
      'a policy of the organization',
      { eventSource: 'organizations.amazonaws.com', eventName: 'CreatePolicy' },
    ],
  ])('%s does not match %s', (id, _, event) => {
    expect(matches(CIS_FILTERS.find((one) => one.id === id)?.pattern ?? '', event)).toBe(false);
  });
});

describe('a filter pattern', () => {
  const EVENT = {
    eventName: 'StopLogging',
    userIdentity: { type: 'Root' },
    errorCode: 'x.AccessDenied',
  };

  it.each([
    ['{ $.eventName = StopLogging }', true],
    ['{$.eventName="StopLogging"}', true],
    ['{ $.eventName = "Stop" }', false],
    ['{ $.eventName = "Stop*" }', true],
    ['{ $.errorCode = "*.AccessDenied" }', true],
    ['{ $.eventName != "Stop*" }', false],
    ['{ $.nothing != "a" }', false],
    ['{ $.nothing = "*" }', false],
    ['{ $.nothing NOT EXISTS }', true],
    ['{ $.userIdentity.type NOT EXISTS }', false],
    ['{ ($.eventName = "a") || ($.userIdentity.type = "Root") }', true],
    ['{ ($.eventName = "a") && ($.userIdentity.type = "Root") }', false],
    ['{ (($.eventName = "a") || ($.eventName = "S*")) && $.userIdentity.type = Root }', true],
  ])('%s is read: %s', (pattern, answer) => {
    expect(matches(pattern, EVENT)).toBe(answer);
  });

  it.each([
    ['words', 'StopLogging'],
    ['nothing', ''],
    ['a bracket that nothing closes', '{ ($.eventName = "a" }'],
    ['a value of two words', '{ $.errorMessage = Failed authentication }'],
    ['both operators without brackets', '{ $.a = "1" || $.b = "2" && $.c = "3" }'],
    ['a comparison of numbers', '{ $.size > 3 }'],
    ['a missing value', '{ $.a = }'],
    ['something after its end', '{ $.a = "1" } }'],
    ['a regular expression', '{ $.a = %x% '],
  ])('with %s is not read', (_, pattern) => {
    expect(readPattern(pattern)).toBeUndefined();
  });
});
