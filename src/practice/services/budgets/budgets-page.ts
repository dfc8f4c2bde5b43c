import { badRequest } from '../operation-table.ts';
import { page } from '../paging.ts';

const SIZE = 100;

/** One page of a list with the token of the next one, as Budgets gives them. */
export const budgetsPage = <T>(all: T[], input: Parameters<typeof page>[1]) =>
  page(all, input, SIZE, badRequest('InvalidNextTokenException', 'The next token is not valid.'));
