import { type Text, t } from '../../src/text/text.ts';

/** Where log files go: `bucket`, `bucket/folder`, or `/folder` in the bucket of the default. */
interface LogPlace {
  /** '' is the default. */
  name: string;
  /** Without slashes around it. Usually ''. */
  folder: string;
}

/** Reads an answer. A slash at its end says nothing. */
export function placeIn(answer: string): LogPlace {
  const [name = '', ...folders] = answer.split('/');
  return { name, folder: folders.join('/').replace(/\/$/, '') };
}

/**
 * Amazon S3 User Guide, "General purpose bucket naming rules". Names with dots are left out: AWS advises against them, because
 * TLS certificates do not cover them.
 */
const NAME = /^[a-z\d][a-z\d-]{1,61}[a-z\d]$/;
/** Names that S3 keeps for itself, and for one account. */
const RESERVED = /^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|--x-s3|--table-s3|-an)$/;

/** Says why S3 makes no bucket of this name. */
export function problemWithBucketName(name: string): Text | undefined {
  if (!NAME.test(name)) {
    return t(
      'Name the bucket with 3 to 63 lowercase letters, digits and hyphens, no hyphen at an end.',
    );
  }
  return RESERVED.test(name)
    ? t('S3 keeps names for itself that begin or end like {name}. Choose another name.', { name })
    : undefined;
}

/** AWS CloudTrail API reference, CreateTrail: `S3KeyPrefix`. */
const MOST = 200;

/** Says why log files cannot go to this folder. '' is none. */
export const problemWithFolder = (folder: string): Text | undefined =>
  /^([\w.-]+(\/[\w.-]+)*)?$/.test(folder) && folder.length <= MOST
    ? undefined
    : t('Use letters, digits and . _ - with / between folders, 200 characters at most.');
