import { logging } from './cloudtrail/logging.ts';
import { eventHistory } from './cloudtrail/lookup-events.ts';
import { trails } from './cloudtrail/trails.ts';

export const cloudtrail = {
  ...eventHistory,
  ...logging,
  ...trails,
};
