/**
 * AWS's policies that people look for by name, by the service that they are about: with all of its rights, or to read alone. What else they
 * allow is left out.
 */
const BY_SERVICE = {
  acm: 'AWSCertificateManagerFullAccess AWSCertificateManagerReadOnly',
  apigateway: 'AmazonAPIGatewayAdministrator',
  athena: 'AmazonAthenaFullAccess',
  autoscaling: 'AutoScalingFullAccess AutoScalingReadOnlyAccess',
  backup: 'AWSBackupFullAccess',
  bedrock: 'AmazonBedrockFullAccess AmazonBedrockReadOnly',
  cloudformation: 'AWSCloudFormationFullAccess AWSCloudFormationReadOnlyAccess',
  cloudfront: 'CloudFrontFullAccess CloudFrontReadOnlyAccess',
  cloudtrail: 'AWSCloudTrail_FullAccess AWSCloudTrail_ReadOnlyAccess',
  cloudwatch: 'CloudWatchFullAccess CloudWatchReadOnlyAccess',
  codebuild: 'AWSCodeBuildAdminAccess AWSCodeBuildDeveloperAccess',
  codecommit: 'AWSCodeCommitPowerUser AWSCodeCommitReadOnly',
  codedeploy: 'AWSCodeDeployFullAccess',
  codepipeline: 'AWSCodePipeline_FullAccess',
  dynamodb: 'AmazonDynamoDBFullAccess AmazonDynamoDBReadOnlyAccess',
  ec2: 'AmazonEC2FullAccess AmazonEC2ReadOnlyAccess AmazonVPCFullAccess AmazonVPCReadOnlyAccess',
  ecr: 'AmazonEC2ContainerRegistryPowerUser AmazonEC2ContainerRegistryReadOnly',
  ecs: 'AmazonECS_FullAccess',
  elasticache: 'AmazonElastiCacheFullAccess AmazonElastiCacheReadOnlyAccess',
  elasticfilesystem: 'AmazonElasticFileSystemFullAccess AmazonElasticFileSystemReadOnlyAccess',
  elasticloadbalancing: 'ElasticLoadBalancingFullAccess ElasticLoadBalancingReadOnly',
  es: 'AmazonOpenSearchServiceFullAccess',
  events: 'AmazonEventBridgeFullAccess',
  glue: 'AWSGlueConsoleFullAccess',
  kinesis: 'AmazonKinesisFullAccess AmazonKinesisReadOnlyAccess',
  kms: 'AWSKeyManagementServicePowerUser',
  lambda: 'AWSLambda_FullAccess AWSLambda_ReadOnlyAccess',
  logs: 'CloudWatchLogsFullAccess CloudWatchLogsReadOnlyAccess',
  rds: 'AmazonRDSFullAccess AmazonRDSReadOnlyAccess',
  redshift: 'AmazonRedshiftFullAccess AmazonRedshiftReadOnlyAccess',
  route53: 'AmazonRoute53FullAccess AmazonRoute53ReadOnlyAccess',
  s3: 'AmazonS3FullAccess',
  sagemaker: 'AmazonSageMakerFullAccess',
  secretsmanager: 'SecretsManagerReadWrite',
  ses: 'AmazonSESFullAccess AmazonSESReadOnlyAccess',
  sns: 'AmazonSNSFullAccess AmazonSNSReadOnlyAccess',
  sqs: 'AmazonSQSFullAccess AmazonSQSReadOnlyAccess',
  ssm: 'AmazonSSMFullAccess AmazonSSMReadOnlyAccess',
  states: 'AWSStepFunctionsFullAccess',
  xray: 'AWSXrayFullAccess',
};

/** Policies with these names, and what they allow here. */
export const servicePolicies = (
  allowing: (...actions: string[]) => string,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(BY_SERVICE).flatMap(([service, names]) =>
      names.split(' ').map((name) => {
        const kinds = /ReadOnly/.test(name) ? ['Get*', 'List*', 'Describe*'] : ['*'];
        return [`/${name}`, allowing(...kinds.map((kind) => `${service}:${kind}`))];
      }),
    ),
  );
