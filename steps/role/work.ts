import { type Text, t } from '../../src/text/text.ts';

export interface Work {
  label: Text;
  /** AWS's policy for it. */
  policy: string;
}

/** What programs on an instance often do, by the answer's value. */
export const WORK: Record<string, Work> = {
  files: {
    label: t('reads files in S3, those of all buckets'),
    policy: 'AmazonS3ReadOnlyAccess',
  },
  shell: {
    label: t('Systems Manager: a shell without SSH, no open port'),
    policy: 'AmazonSSMManagedInstanceCore',
  },
  logs: {
    label: t('sends logs and metrics to CloudWatch'),
    policy: 'CloudWatchAgentServerPolicy',
  },
  images: {
    label: t('pulls container images from ECR'),
    policy: 'AmazonEC2ContainerRegistryPullOnly',
  },
};
