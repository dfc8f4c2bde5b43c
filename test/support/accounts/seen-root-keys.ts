import type { Change } from '../../../src/engine/step.ts';
import { say } from '../../../src/text/text.ts';
import rootKeys from '../../../steps/root-keys.ts';
import { NOW } from './new-account.ts';

export type SeenRootKeys = Parameters<typeof rootKeys.plan>[0];
/** One root key that nothing uses, and a proven sign-in. */
export const seen: SeenRootKeys = {
  present: true,
  keys: [{ id: 'AKIAROOTKEYOFALLWXYZ', active: true, made: null, used: null, usedByOthers: false }],
  certificates: [],
  unlistedCertificates: false,
  rootIsSafe: true,
  proven: true,
  secondDevice: true,
  own: null,
  at: NOW.getTime(),
};
/** The plan for what is seen. */
export const plan = (more: Partial<SeenRootKeys> = {}, answers = {}) =>
  rootKeys.plan({ ...seen, ...more }, answers, {} as never);

/** A plan as people read it. */
export const wordsOf = ({ summary, diff = [], undo, ...change }: Change) => [
  say(summary),
  ...diff.map((row) => row.map(say).join(' | ')),
  ...(undo ? [say(undo)] : []),
  ...('instructions' in change ? change.instructions.map(say) : []),
];
