import type { Reads, Writes } from '../declarations.ts';
import { GetAccountPlanStateCommand } from '../freetier-client.ts';

export { FreeTierClient as Client } from '../freetier-client.ts';

export const reads = {
  GetAccountPlanState: {
    Command: GetAccountPlanStateCommand,
    // An account made before 2025-07-15. Some projects of the new sign-up answer so as well.
    absence: ['ResourceNotFoundException'],
  },
} satisfies Reads;

export const writes = {} satisfies Writes;
