import { step } from '../src/engine/step.ts';
import { computerOf } from './computer/computer-of.ts';
import { COPIES, removalsOf } from './computer/key-copies.ts';
import { deletionOf } from './root/root-key-changes.ts';

export default step({
  id: 'leftover-keys',
  ...COPIES,
  // A key is taken out of a file only if no program can need it.
  needs: ['root-keys'],

  async observe(look) {
    const wasDeleted = (id: string) => look.lastSent(deletionOf(id)) !== undefined;
    const keys = await computerOf(look).leftoverKeys(look.account.region, wasDeleted);
    return { keys };
  },

  plan: ({ keys }) => [
    ...removalsOf(keys.filter(({ isDeleted }) => isDeleted)),
    ...removalsOf(keys.filter(({ isDeleted }) => !isDeleted)).map((change) => ({
      ...change,
      gated: true as const,
    })),
  ],
});
