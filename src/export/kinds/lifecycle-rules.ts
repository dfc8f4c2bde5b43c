import type { Output } from '../../aws/operations.ts';
import { given } from '../inventory.ts';
import { snaked } from '../snake.ts';
import { tagMap } from './iam-rights.ts';

/** A rule by which S3 deletes files or makes them cheaper. */
type Rule = NonNullable<Output<'s3', 'GetBucketLifecycleConfiguration'>['Rules']>[number];

const CALLED = {
  ID: 'id',
  Transitions: 'transition',
  NoncurrentVersionTransitions: 'noncurrent_version_transition',
};

/** As Terraform writes it. The names of tags are the owner's, and stay as they are. */
export function ruleBlock({ Filter, ...rule }: Rule): Record<string, unknown> {
  const { Tags, ...both } = Filter?.And ?? {};
  const filter = Filter?.And
    ? { and: given({ ...(snaked(both) as object), tags: tagMap(Tags) }) }
    : snaked(Filter);
  return given({ ...(snaked(rule, CALLED) as object), filter });
}

/** As CloudFormation writes it: what a rule is about, and when, are members of the rule itself. */
export function ruleProperty(rule: Rule): Record<string, unknown> {
  const { Tag, And, ...plain } = rule.Filter ?? {};
  const about = { ...plain, ...And };
  return given({
    Id: rule.ID,
    Status: rule.Status,
    Prefix: about.Prefix ?? rule.Prefix,
    TagFilters: [...(Tag ? [Tag] : []), ...(And?.Tags ?? [])],
    ObjectSizeGreaterThan: about.ObjectSizeGreaterThan?.toString(),
    ObjectSizeLessThan: about.ObjectSizeLessThan?.toString(),
    ExpirationInDays: rule.Expiration?.Days,
    ExpirationDate: rule.Expiration?.Date?.toISOString(),
    ExpiredObjectDeleteMarker: rule.Expiration?.ExpiredObjectDeleteMarker,
    NoncurrentVersionExpiration: rule.NoncurrentVersionExpiration,
    AbortIncompleteMultipartUpload: rule.AbortIncompleteMultipartUpload,
    Transitions: rule.Transitions?.map(({ Date: on, Days, StorageClass }) =>
      given({ StorageClass, TransitionInDays: Days, TransitionDate: on?.toISOString() }),
    ),
    NoncurrentVersionTransitions: rule.NoncurrentVersionTransitions?.map(
      ({ NoncurrentDays, ...rest }) => given({ ...rest, TransitionInDays: NoncurrentDays }),
    ),
  });
}
