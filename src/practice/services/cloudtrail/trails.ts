import type { PracticeState, Trail } from '../../state/account-state.ts';
import { badRequest, type CallContext, type Table } from '../operation-table.ts';
import { findTrailToChange, isVisibleIn, trailArn } from './find-trail.ts';
import { deliveryError, leaveEmptyObject } from './log-delivery.ts';
import { deliverToLogs } from './logs-delivery.ts';
import { tellTopic } from './topic-of-trail.ts';

const TRAILS_MAX = 5;

export const trails = {
  /** Lists trails of this region, and shadows of other regions' trails unless they are excluded. */
  DescribeTrails({ trailNameList = [], includeShadowTrails = true }, { state, region }) {
    const isWanted = (trail: Trail) =>
      trailNameList.length === 0 ||
      trailNameList.some((given) => given === trail.name || given === trailArn(state, trail));
    return {
      trailList: state.trails
        .filter((one) => isWanted(one) && isVisibleIn(one, region))
        .filter((one) => includeShadowTrails || one.region === region)
        .map((one) => ({
          ...describeTrail(state, one),
          HomeRegion: one.region,
          HasCustomEventSelectors: (one.selectors ?? one.advanced) !== undefined,
          HasInsightSelectors: false,
        })),
    };
  },

  /** Lists the trails of all regions. */
  ListTrails(_input, { state }) {
    return {
      Trails: state.trails.map((one) => ({
        TrailARN: trailArn(state, one),
        Name: one.name,
        HomeRegion: one.region,
      })),
    };
  },

  CreateTrail(input, call) {
    const { state, region } = call;
    const trail: Trail = {
      name: checkedName(input.Name),
      region,
      bucket: checkedBucket(input.S3BucketName),
      ...(input.S3KeyPrefix && { prefix: input.S3KeyPrefix }),
      everywhere: input.IsMultiRegionTrail ?? false,
      global: input.IncludeGlobalServiceEvents ?? true,
      validation: input.EnableLogFileValidation ?? false,
      ...(input.KmsKeyId && { key: input.KmsKeyId }),
      logging: false,
      tags: (input.TagsList ?? []).map(({ Key = '', Value = '' }) => ({ Key, Value })),
    };
    const visible = state.trails.filter((one) => isVisibleIn(one, region));
    if (visible.some(({ name }) => name === trail.name)) {
      throw badRequest('TrailAlreadyExistsException', `Trail ${trail.name} already exists.`);
    }
    if (visible.length >= TRAILS_MAX) {
      throw badRequest(
        'MaximumNumberOfTrailsExceededException',
        `There are ${TRAILS_MAX} trails already.`,
      );
    }
    checkTrail(trail, call);
    state.trails.push(trail);
    return describeTrail(state, trail);
  },

  /** Omitted members keep their values. */
  UpdateTrail(input, call) {
    const { state } = call;
    const trail = findTrailToChange(input.Name, call);
    const changed: Trail = {
      ...trail,
      bucket: checkedBucket(input.S3BucketName ?? trail.bucket),
      everywhere: input.IsMultiRegionTrail ?? trail.everywhere,
      global: input.IncludeGlobalServiceEvents ?? trail.global,
      validation: input.EnableLogFileValidation ?? trail.validation,
      ...(input.KmsKeyId && { key: input.KmsKeyId }),
      ...(input.S3KeyPrefix && { prefix: input.S3KeyPrefix }),
    };
    if (input.S3KeyPrefix === '') delete changed.prefix;
    deliverToLogs(changed, input, call);
    tellTopic(changed, input.SnsTopicName, call);
    checkTrail(changed, call);
    state.trails = state.trails.map((one) => (one === trail ? changed : one));
    return describeTrail(state, changed);
  },
} satisfies Table<typeof import('@aws-sdk/client-cloudtrail')>;

const describeTrail = (state: PracticeState, trail: Trail) => ({
  Name: trail.name,
  S3BucketName: trail.bucket,
  ...(trail.prefix && { S3KeyPrefix: trail.prefix }),
  IncludeGlobalServiceEvents: trail.global,
  IsMultiRegionTrail: trail.everywhere,
  TrailARN: trailArn(state, trail),
  LogFileValidationEnabled: trail.validation,
  ...(trail.logs && {
    CloudWatchLogsLogGroupArn: trail.logs.group,
    CloudWatchLogsRoleArn: trail.logs.role,
  }),
  ...(trail.topic && {
    SnsTopicName: trail.topic.split(':').at(-1),
    SnsTopicARN: trail.topic,
  }),
  ...(trail.key && { KmsKeyId: trail.key }),
  IsOrganizationTrail: trail.organization !== undefined,
  RecursiveLogging: true,
});

function checkedName(name = ''): string {
  const isName = /^[a-z\d]+([._-][a-z\d]+)*$/i.test(name) && !/^\d+\.\d+\.\d+\.\d+$/.test(name);
  if (isName && name.length >= 3 && name.length <= 128) return name;
  throw badRequest('InvalidTrailNameException', `'${name}' cannot be the name of a trail.`);
}

function checkedBucket(name = ''): string {
  if (/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/.test(name)) return name;
  throw badRequest('InvalidS3BucketNameException', `'${name}' cannot be the name of a bucket.`);
}

/** CloudTrail tests the bucket at each change, and may see an older version of its policy. */
function checkTrail(trail: Trail, { state, propagatedState, now }: CallContext): void {
  if (trail.everywhere && !trail.global) {
    throw badRequest(
      'InvalidParameterCombinationException',
      'Multi-Region trail must include global service events.',
    );
  }
  if ((trail.prefix ?? '').length > 200) {
    throw badRequest('InvalidS3PrefixException', 'The prefix is longer than 200 characters.');
  }
  if (deliveryError(state, trail) === 'NoSuchBucket') {
    throw badRequest('S3BucketDoesNotExistException', `S3 bucket ${trail.bucket} does not exist!`);
  }
  leaveEmptyObject(state, trail, now);
  if (deliveryError(state, trail) ?? deliveryError(propagatedState(), trail)) {
    throw badRequest(
      'InsufficientS3BucketPolicyException',
      `Incorrect S3 bucket policy is detected for bucket: ${trail.bucket}`,
    );
  }
}
