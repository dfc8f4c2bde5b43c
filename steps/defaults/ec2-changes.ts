import type { ApiCall, Request } from '../../src/engine/step.ts';
import { shortened, type Text, t } from '../../src/text/text.ts';
import { sayInRegions } from '../shared/per-region.ts';
import type { Ec2Region, Setting } from './ec2-region.ts';

/** Containers reach the metadata one hop further than their instance. EC2 User Guide, "Configure the IMDS". */
const HOPS = 2;
/** Characters of ids. A row has no room for more. */
const IDS_LENGTH_MAX = 80;

const UNDO = t('EC2 console, in each region > Settings > Data protection and security > Manage');

/** What a region should do by itself. */
interface Default {
  setting: Setting;
  does: Text;
  isSet(found: Ec2Region): boolean;
  /** What a weaker setting that is there says, in AWS's words. */
  earlier?(found: Ec2Region): string | undefined;
  /** AWS shows it after some minutes. */
  shownLate?: true;
  request(found: Ec2Region): Request;
  /** Ids of those who would notice, and what becomes of them. */
  noticed?: { ids(found: Ec2Region): string[]; what: Text; becomes: Text };
}

const DEFAULTS: Default[] = [
  {
    setting: 'volumes',
    does: t('encrypt new EBS volumes'),
    isSet: ({ encryptsVolumes }) => encryptsVolumes,
    request: () => ({ service: 'ec2', operation: 'EnableEbsEncryptionByDefault', input: {} }),
  },
  {
    setting: 'metadata',
    does: t('make IMDSv2 the default for new instances'),
    isSet: ({ metadata }) => metadata.tokens === 'required',
    earlier: ({ metadata: { tokens, hops } }) =>
      tokens === 'no-preference' && hops === null
        ? undefined
        : `HttpTokens=${tokens}, HttpPutResponseHopLimit=${hops ?? 'no-preference'}`,
    // Never HttpTokensEnforced: a launch that asks for IMDSv1 would fail.
    request: ({ metadata }) => ({
      service: 'ec2',
      operation: 'ModifyInstanceMetadataDefaults',
      input: { HttpTokens: 'required', HttpPutResponseHopLimit: metadata.hops ?? HOPS },
    }),
    noticed: {
      ids: ({ legacyInstances }) => legacyInstances,
      what: t('instances with IMDSv1'),
      becomes: t('unchanged; new ones use IMDSv2'),
    },
  },
  {
    setting: 'snapshots',
    does: t('block public snapshots'),
    isSet: ({ snapshots }) => snapshots === 'block-all-sharing',
    earlier: ({ snapshots }) =>
      snapshots === 'block-new-sharing' ? `snapshots=${snapshots}` : undefined,
    request: () => ({
      service: 'ec2',
      operation: 'EnableSnapshotBlockPublicAccess',
      input: { State: 'block-all-sharing' },
    }),
    noticed: {
      ids: ({ publicSnapshots }) => publicSnapshots,
      what: t('public snapshots'),
      becomes: t('no longer public'),
    },
  },
  {
    setting: 'images',
    does: t('block new public images (AMIs)'),
    isSet: ({ images }) => images === 'block-new-sharing',
    // Up to ten minutes. EC2 User Guide, "Block public access to your AMIs".
    shownLate: true,
    request: () => ({
      service: 'ec2',
      operation: 'EnableImageBlockPublicAccess',
      input: { ImageBlockPublicAccessState: 'block-new-sharing' },
    }),
    noticed: {
      ids: ({ publicImages }) => publicImages,
      what: t('public images'),
      becomes: t('stay public; new ones cannot be'),
    },
  },
];

/** Is it set, or for somebody else to set? */
export const isSettled = (found: Ec2Region, setting: Setting): boolean =>
  found.managed.includes(setting) ||
  DEFAULTS.some((one) => one.setting === setting && one.isSet(found));

/** Are all of them set, whoever sets them? */
export const isSafe = (found: Ec2Region): boolean => DEFAULTS.every((one) => one.isSet(found));

/** The calls of each region that differs. Regions that differ in the same way are told as one. */
export function ec2Changes(regions: Ec2Region[]): ApiCall[] {
  const differing = regions
    .map((found) => ({
      found,
      missing: DEFAULTS.filter(({ setting }) => !isSettled(found, setting)),
    }))
    .filter(({ missing }) => missing.length > 0);
  const keyOf = ({ found, missing }: (typeof differing)[number]) => {
    const told = toldTogether(found, missing);
    return [...told.map(({ setting }) => setting), earlierOf(found, told)].join();
  };
  return [...new Set(differing.map(keyOf))].flatMap((key) => {
    const group = differing.filter((one) => keyOf(one) === key);
    const names = group.map(({ found }) => found.region);
    return group.flatMap(({ found, missing }) => {
      const told = toldTogether(found, missing);
      const together = saying(names, regions.length, told);
      return missing.map((one) => ({
        ...changeOf(found, one, told.includes(one) ? told : [one]),
        together,
      }));
    });
  });
}

/** A danger is told by itself. */
const toldTogether = (found: Ec2Region, missing: Default[]): Default[] =>
  missing.filter(({ noticed }) => !noticed || noticed.ids(found).length === 0);

function saying(names: string[], all: number, missing: Default[]): Text {
  const [first = t('nothing else'), ...others] = missing.map(({ does }) => does);
  const what = others.reduce((before, after) => t('{before}; {after}', { before, after }), first);
  return sayInRegions(names, all, what);
}

const earlierOf = (found: Ec2Region, all: Default[]): string =>
  all.flatMap(({ earlier }) => earlier?.(found) ?? []).join(', ');

/** `told`: all that it is told with, whose undo is told once. */
function changeOf(
  found: Ec2Region,
  { does, request, noticed, shownLate }: Default,
  told: Default[],
): ApiCall {
  const { region } = found;
  const earlier = earlierOf(found, told);
  const ids = noticed?.ids(found) ?? [];
  return {
    kind: 'call',
    summary: sayInRegions([region], 1, does),
    ...(noticed && ids.length > 0 && { danger: true, diff: [rowOf(ids, noticed)] }),
    ...(shownLate && { shownLate }),
    undo: earlier ? t('{where}. Before: {settings}', { where: UNDO, settings: earlier }) : UNDO,
    ...request(found),
    region,
  } as ApiCall;
}

const rowOf = (
  ids: string[],
  { what, becomes }: Pick<NonNullable<Default['noticed']>, 'what' | 'becomes'>,
): [Text, Text, Text] => [
  what,
  t('{names}', { names: shortened(ids.join(', '), IDS_LENGTH_MAX) }),
  becomes,
];
