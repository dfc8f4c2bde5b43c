import { logging } from './cloudtrail/logging.ts';
import { history } from './cloudtrail/lookup-events.ts';
import { trails } from './cloudtrail/trails.ts';

export const cloudtrail = {
  ...history,
  ...logging,
  ...trails,
};
