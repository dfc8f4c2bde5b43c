const NAME = /^[\w+=,.@-]+$/;
const BUCKET = /^[a-z0-9.-]+$/;
const arn = (service: string): RegExp => new RegExp(`^arn:aws:${service}:[\\w-]*:\\d{12}:.+`);

/**
 * The import ids that the documents of Terraform's AWS provider ask for ("Import", in `website/docs/r` of its repository). `null`: the
 * resource cannot be imported. Version 5.100 has imported by most of them from the emulator: it lacks budgets, analyzers and S3's account block.
 */
export const IMPORT_IDS: Record<string, RegExp | null> = {
  aws_accessanalyzer_analyzer: NAME,
  aws_account_alternate_contact: /^(SECURITY|BILLING|OPERATIONS)$/,
  aws_budgets_budget: /^\d{12}:.+/,
  aws_ce_anomaly_monitor: arn('ce'),
  aws_ce_anomaly_subscription: arn('ce'),
  aws_cloudtrail: arn('cloudtrail'),
  // On the default bus, whose name may be left out.
  aws_cloudwatch_event_rule: NAME,
  aws_cloudwatch_event_target: /^[\w.-]+\/[\w.-]+$/,
  aws_cloudwatch_log_group: NAME,
  aws_cloudwatch_log_metric_filter: /^[^:]+:.+/,
  aws_cloudwatch_metric_alarm: NAME,
  aws_ebs_encryption_by_default: /^default$/,
  aws_ebs_snapshot_block_public_access: /^default$/,
  aws_ec2_image_block_public_access: null,
  aws_ec2_instance_metadata_defaults: null,
  aws_guardduty_detector: /^[0-9a-f]{32}$/,
  // Version 6.50 and later can: an older one would fail the whole plan.
  aws_guardduty_detector_feature: null,
  aws_iam_account_alias: /^[a-z0-9-]+$/,
  aws_iam_account_password_policy: /^iam-account-password-policy$/,
  aws_iam_group: NAME,
  aws_iam_group_policy: /^[\w+=,.@-]+:[\w+=,.@-]+$/,
  aws_iam_group_policy_attachment: /^[\w+=,.@-]+\/arn:aws:iam::/,
  aws_iam_instance_profile: NAME,
  aws_iam_policy: arn('iam'),
  aws_iam_role: NAME,
  aws_iam_role_policy: /^[\w+=,.@-]+:[\w+=,.@-]+$/,
  aws_iam_role_policy_attachment: /^[\w+=,.@-]+\/arn:aws:iam::/,
  aws_iam_user: NAME,
  aws_iam_user_group_membership: /^[\w+=,.@-]+(\/[\w+=,.@-]+)+$/,
  aws_iam_user_policy: /^[\w+=,.@-]+:[\w+=,.@-]+$/,
  aws_iam_user_policy_attachment: /^[\w+=,.@-]+\/arn:aws:iam::/,
  aws_s3_account_public_access_block: /^\d{12}$/,
  aws_s3_bucket: BUCKET,
  aws_s3_bucket_lifecycle_configuration: BUCKET,
  aws_s3_bucket_logging: BUCKET,
  aws_s3_bucket_ownership_controls: BUCKET,
  aws_s3_bucket_policy: BUCKET,
  aws_s3_bucket_public_access_block: BUCKET,
  aws_s3_bucket_server_side_encryption_configuration: BUCKET,
  aws_s3_bucket_versioning: BUCKET,
  aws_sns_topic: arn('sns'),
  aws_sns_topic_policy: arn('sns'),
  aws_sns_topic_subscription: arn('sns'),
};

/** What CloudFormation finds each by: `primaryIdentifier` of its schemas of October 2026, all of which have a read handler. */
export const IDENTIFIERS: Record<string, string[]> = {
  'AWS::AccessAnalyzer::Analyzer': ['Arn'],
  'AWS::Budgets::Budget': ['Id'],
  'AWS::CE::AnomalyMonitor': ['MonitorArn'],
  'AWS::CE::AnomalySubscription': ['SubscriptionArn'],
  'AWS::CloudTrail::Trail': ['TrailName'],
  'AWS::CloudWatch::Alarm': ['AlarmName'],
  'AWS::EC2::SnapshotBlockPublicAccess': ['AccountId'],
  'AWS::Events::Rule': ['Arn'],
  'AWS::GuardDuty::Detector': ['Id'],
  'AWS::IAM::Group': ['GroupName'],
  'AWS::IAM::InstanceProfile': ['InstanceProfileName'],
  'AWS::IAM::ManagedPolicy': ['PolicyArn'],
  'AWS::IAM::Role': ['RoleName'],
  'AWS::IAM::User': ['UserName'],
  'AWS::Logs::LogGroup': ['LogGroupName'],
  'AWS::Logs::MetricFilter': ['LogGroupName', 'FilterName'],
  'AWS::S3::Bucket': ['BucketName'],
  'AWS::S3::BucketPolicy': ['Bucket'],
  'AWS::SNS::Subscription': ['Arn'],
  'AWS::SNS::Topic': ['TopicArn'],
  'AWS::SNS::TopicInlinePolicy': ['TopicArn'],
};
