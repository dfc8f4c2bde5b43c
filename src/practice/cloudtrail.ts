import { history } from './cloudtrail/history.ts';

export const cloudtrail = {
  ...history,
};
