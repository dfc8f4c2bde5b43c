import { history } from './cloudtrail/history.ts';
import { logging } from './cloudtrail/logging.ts';
import { trails } from './cloudtrail/trails.ts';

export const cloudtrail = {
  ...history,
  ...logging,
  ...trails,
};
