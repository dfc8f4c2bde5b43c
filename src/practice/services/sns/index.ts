import { subscriptions } from './subscriptions.ts';
import { topics } from './topics.ts';

export const operations = { ...topics, ...subscriptions };
