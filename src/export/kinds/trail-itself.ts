import type { Input } from '../../aws/operations.ts';
import { t } from '../../text/text.ts';
import { type ExportedTrail, exportedTrail } from '../exported-trail.ts';
import { call, type Find, given, type Thing } from '../inventory.ts';
import { snaked } from '../snake.ts';
import { TAGS, tagMap, tagsByName } from './iam-rights.ts';

/** The trail that counts, if it is this account's. */
export const trailItself: Find = (look, into) =>
  into.attempt(t('the trail'), async () => {
    const found = await exportedTrail(look);
    if (!found) return;
    const { trail, described } = found;
    if (!trail.own) {
      into.leave(t('the trail {name}', { name: trail.name }), t('another account has it'));
      return;
    }
    if (described.HasInsightSelectors) {
      into.leave(
        t('the Insights of the trail {name}', { name: trail.name }),
        t('Rootlock does not read them'),
      );
    }
    into.add(trailThing(found));
  });

const IN_TERRAFORM = {
  DataResources: 'data_resource',
  FieldSelectors: 'field_selector',
};

function trailThing({ trail, described }: ExportedTrail): Thing {
  const { name, home } = trail;
  const selectors = described.HasCustomEventSelectors ? given(trail.selectors) : {};
  const Tags = tagsByName(name);
  const SnsTopicName = trail.notifies && topicName(trail.notifies.topic, trail.arn);
  const input = given({
    Name: name,
    S3BucketName: trail.bucket,
    S3KeyPrefix: trail.prefix,
    SnsTopicName,
    IncludeGlobalServiceEvents: trail.globalEvents,
    IsMultiRegionTrail: trail.multiRegion,
    IsOrganizationTrail: trail.organization,
    EnableLogFileValidation: trail.validation,
    CloudWatchLogsLogGroupArn: trail.logs?.group,
    CloudWatchLogsRoleArn: trail.logs?.role,
    KmsKeyId: described.KmsKeyId,
  });
  const { Name: _, KmsKeyId: KMSKeyId, ...same } = input;
  const properties = { TrailName: name, IsLogging: trail.logging === true, ...same };
  return {
    region: home,
    terraform: [
      {
        type: 'aws_cloudtrail',
        name,
        importId: trail.arn,
        body: given({
          ...(snaked(input, CALLED) as object),
          enable_logging: trail.logging === true,
          event_selector: snaked(selectors.EventSelectors, IN_TERRAFORM),
          advanced_event_selector: snaked(selectors.AdvancedEventSelectors, IN_TERRAFORM),
          tags: tagMap(Tags),
        }),
        ignore: described.HasInsightSelectors ? ['insight_selector', ...TAGS] : TAGS,
      },
    ],
    stack: [
      {
        type: 'AWS::CloudTrail::Trail',
        name,
        identifier: { TrailName: name },
        properties: given({ ...properties, KMSKeyId, ...selectors, Tags }),
      },
    ],
    commands: [
      call('cloudtrail', 'CreateTrail', given({ ...input, TagsList: Tags }), home),
      ...(Object.keys(selectors).length > 0
        ? [
            call(
              'cloudtrail',
              'PutEventSelectors',
              { TrailName: name, ...selectors } as Input<'cloudtrail', 'PutEventSelectors'>,
              home,
            ),
          ]
        : []),
      ...(trail.logging ? [call('cloudtrail', 'StartLogging', { Name: name }, home)] : []),
    ],
  };
}

const CALLED = { CloudWatchLogsLogGroupArn: 'cloud_watch_logs_group_arn' };

/** A topic of the trail's own account and region by its name, as Terraform reads it back. */
function topicName(topic: string, trail: string): string {
  const place = (arn: string) => arn.split(':').slice(3, 5).join();
  return place(topic) === place(trail) ? (topic.split(':').at(-1) ?? topic) : topic;
}
