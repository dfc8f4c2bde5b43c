import type { ComputerLook, Look } from '../../src/engine/step.ts';

/** @throws if the step is not `onComputer` */
export function computerOf({ computer }: Look): ComputerLook {
  if (!computer) throw new Error('only steps with onComputer may ask about this computer');
  return computer;
}
