import { t } from '../../text/text.ts';
import { type ExportedTrail, exportedTrail } from '../exported-trail.ts';
import { call, type Find, given } from '../inventory.ts';
import { TAGS, tagMap, tagsByName } from './iam-rights.ts';

/** The log group that the trail writes to: its name and region. `undefined` if it writes to none. */
export function logGroupOf(found: ExportedTrail | undefined) {
  const [, , , region = '', account = '', , name = ''] = found?.trail.logs?.group.split(':') ?? [];
  return name === '' ? undefined : { name, region, account };
}

export const logGroup: Find = (look, into) =>
  into.attempt(t('the log group of the trail'), async () => {
    const group = logGroupOf(await exportedTrail(look));
    if (!group) return;
    const { name, region, account } = group;
    if (account !== look.account.id) {
      into.leave(t('the log group {name}', { name }), t('another account has it'));
      return;
    }
    const prefix = { logGroupNamePrefix: name };
    const { logGroups = [] } = await look.read('logs', 'DescribeLogGroups', prefix, region);
    const found = logGroups.find(({ logGroupName }) => logGroupName === name);
    if (!found) return;
    const { retentionInDays, kmsKeyId } = found;
    const Tags = tagsByName(name);
    const tags = tagMap(Tags);
    into.add({
      region,
      terraform: [
        {
          type: 'aws_cloudwatch_log_group',
          name,
          importId: name,
          body: given({ name, retention_in_days: retentionInDays, kms_key_id: kmsKeyId, tags }),
          ignore: TAGS,
        },
      ],
      stack: [
        {
          type: 'AWS::Logs::LogGroup',
          name,
          identifier: { LogGroupName: name },
          properties: given({
            LogGroupName: name,
            RetentionInDays: retentionInDays,
            KmsKeyId: kmsKeyId,
            Tags,
          }),
        },
      ],
      commands: [
        call('logs', 'CreateLogGroup', given({ logGroupName: name, kmsKeyId, tags }), region),
        ...(retentionInDays === undefined
          ? []
          : [call('logs', 'PutRetentionPolicy', { logGroupName: name, retentionInDays }, region)]),
      ],
    });
  });
