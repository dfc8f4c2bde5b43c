import { logging } from './logging.ts';
import { eventHistory } from './lookup-events.ts';
import { trails } from './trails.ts';

export const operations = {
  ...eventHistory,
  ...logging,
  ...trails,
};
