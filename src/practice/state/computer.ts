import * as v from 'valibot';

/** The computer of whoever owns a practice account. */
export const PracticeComputer = v.object({
  /** The version of its AWS CLI. */
  awsCli: v.exactOptional(v.string()),
  /** ARNs of who has signed in by a browser, by the profile. */
  sessions: v.record(v.string(), v.string()),
  gitSecrets: v.boolean(),
  /** The commands for Git that have run. */
  gitCommands: v.array(v.string()),
});

export type PracticeComputer = v.InferOutput<typeof PracticeComputer>;
