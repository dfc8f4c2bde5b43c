/** `status` is a walk that only observes: `runModeOf` decides so by the command's name. */
export { run } from './walk.ts';
