/** The services whose actions are completed: those that a small account meets. Actions of all others can be typed as well. */
export const KNOWN_SERVICES: string[] = `
  access-analyzer account acm apigateway autoscaling billing budgets ce cloudformation cloudfront cloudtrail cloudwatch
  config dynamodb ec2 ecr ecs eks elasticloadbalancing events guardduty iam kms lambda logs organizations rds route53 s3
  secretsmanager signin sns sqs ssm sso states sts support
`.match(/\S+/g) as string[];
