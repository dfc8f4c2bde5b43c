import type { ControlId } from '../engine/step.ts';
import { CONTROLS, type Control } from './controls.ts';

/** A control of a framework as `--json` prints it. AWS's own frameworks are read in their latest form, without a version. */
export interface FrameworkControl {
  framework: 'CIS' | 'SSB' | 'Well-Architected' | 'ISMS-P';
  version?: string;
  id: string;
  level?: 1 | 2;
}

/** The controls of all frameworks that these stand for, each once. */
export function frameworkControls(ids: ControlId[]): FrameworkControl[] {
  const all = ids.flatMap((id) => inFrameworks(CONTROLS[id]));
  const isSame = (a: FrameworkControl, b: FrameworkControl) =>
    a.framework === b.framework && a.id === b.id;
  return all.filter((one, index) => all.findIndex((other) => isSame(one, other)) === index);
}

const inFrameworks = ({
  cis = [],
  cisLevel2 = [],
  ssb = [],
  wellArchitected,
  ismsP = [],
}: Control): FrameworkControl[] => [
  ...cis.map((id) => cisControl(id, 1)),
  ...cisLevel2.map((id) => cisControl(id, 2)),
  ...ssb.map((id) => ({ framework: 'SSB' as const, id: `ACCT.${id}` })),
  ...wellArchitected.map((id) => ({ framework: 'Well-Architected' as const, id })),
  ...ismsP.map((id) => ({ framework: 'ISMS-P' as const, version: '2023', id })),
];

const cisControl = (id: string, level: 1 | 2): FrameworkControl => ({
  framework: 'CIS',
  version: '7.0.0',
  id,
  level,
});
