import type { Output } from './client.ts';

interface FailedEntry {
  ErrorCode?: string;
  ErrorMessage?: string;
}

/**
 * An operation on several things at once, PutTargets for instance, answers 200 if AWS has refused some of them.
 *
 * @throws what the SDK would throw if AWS had refused the call
 */
export function refuseFailedEntries(output: Output): Output {
  const [failed] = (output.FailedEntries ?? []) as FailedEntry[];
  if (!failed && !output.FailedEntryCount) return output;
  const { ErrorCode = 'FailedEntry', ErrorMessage = '' } = failed ?? {};
  throw Object.assign(new Error(ErrorMessage), {
    name: ErrorCode,
    $fault: 'client',
    $metadata: { ...output.$metadata, httpStatusCode: 400 },
  });
}
