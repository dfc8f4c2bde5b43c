import { logGroups } from './log-groups.ts';
import { metricFilters } from './metric-filters.ts';

export const operations = { ...logGroups, ...metricFilters };
