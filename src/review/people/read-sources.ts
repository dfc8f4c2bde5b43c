import { credentialReport } from '../../../steps/iam/credential-report.ts';
import type { Output } from '../../aws/operations.ts';
import { Blocked } from '../../engine/errors.ts';
import { t } from '../../text/text.ts';
import { attempt, isKnown, type Known } from '../known.ts';
import type { PageLook } from '../page.ts';
import { showInTurn } from '../show-in-turn.ts';
import { couldBecomeAdministrator } from './could-become.ts';
import { readUser } from './read-user.ts';
import { noSources, type Sources } from './sources.ts';

/**
 * Small enough for rows to come soon, and for the keyboard to answer while a page is parsed. AWS gives at most 1,000. The first pages are
 * smaller still: Node is slow at what it does for the first time.
 */
const PAGE_SIZE = 200;
const FIRST_PAGE_SIZE = 50;
/** In a larger account, the calls about one user are made only for the user that is opened: seven each. */
export const MOST_READ_ALONE = 50;
const SIDE_BY_SIDE = 6;

/**
 * Reads all that the table shows.
 *
 * @param prepare called whenever more has come. It joins thousands piece by piece; what it gives shows them
 * @throws Blocked if neither the users nor the report can be read
 */
export async function readSources(
  look: PageLook,
  prepare: (sources: Sources) => Promise<() => void>,
): Promise<Sources> {
  const sources = noSources(look.account, look.clock());
  const prepareAll = () => prepare(sources);
  await showInTurn(prepareAll, (came) => readInto(sources, look, prepareAll, came));
  return sources;
}

async function readInto(
  sources: Sources,
  look: PageLook,
  prepare: () => Promise<() => void>,
  shown: () => void,
): Promise<void> {
  let isFirst = true;
  const came = () => {
    // AWS's time is known from its first answer on. What is as old as before need not be said again.
    if (isFirst) sources.at = look.clock();
    isFirst = false;
    shown();
  };
  const take = async <T>(call: string, reading: Promise<T>, put: (one: Known<T>) => void) => {
    const one = await attempt(reading);
    if (!isKnown(one)) sources.denied.push({ call, why: one.unknown });
    put(one);
    came();
  };
  await Promise.all([
    readDetails(look, sources, came),
    take('iam:GetCredentialReport', credentialReport(look), (one) => {
      sources.report = one;
    }),
    take('iam:ListUsers', readList(look), (one) => {
      sources.listed = one;
    }),
    take('iam:ListVirtualMFADevices', readDevices(look), (one) => {
      sources.devices = one;
    }),
    take('iam:ListServiceSpecificCredentials', readServiceKeys(look), (one) => {
      sources.serviceKeys = one;
    }),
    take('iam:GetAccountSummary', readSummary(look), (one) => {
      sources.summary = one;
    }),
  ]);
  const names = namesIn(sources);
  if (!names && !isKnown(sources.report)) throw nothingKnown(sources);
  // The rest takes its time.
  const showRows = await prepare();
  showRows();
  await Promise.all([
    readAlone(look, sources, names ?? [], came),
    workOutPowers(look, sources).then(() => came()),
  ]);
}

const readList = async (look: PageLook) =>
  (await look.read('iam', 'ListUsers', { MaxItems: PAGE_SIZE })).Users ?? [];

const readDevices = async (look: PageLook) =>
  (await look.read('iam', 'ListVirtualMFADevices', { AssignmentStatus: 'Any' }))
    .VirtualMFADevices ?? [];

const readServiceKeys = async (look: PageLook) =>
  (await look.read('iam', 'ListServiceSpecificCredentials', { AllUsers: true }))
    .ServiceSpecificCredentials ?? [];

const readSummary = async (look: PageLook) =>
  (await look.read('iam', 'GetAccountSummary', {})).SummaryMap ?? {};

/** Of users who are there. `undefined` if no list of them came. */
export const namesIn = ({ wholeDetails, details, listed }: Sources): string[] | undefined => {
  if (isKnown(wholeDetails)) return details.UserDetailList.map(({ UserName = '' }) => UserName);
  return isKnown(listed) ? listed.is.map(({ UserName = '' }) => UserName) : undefined;
};

async function readDetails(look: PageLook, sources: Sources, came: () => void): Promise<void> {
  const whole = await attempt(
    (async () => {
      for await (const page of detailPages(look)) {
        const { details } = sources;
        details.UserDetailList.push(...(page.UserDetailList ?? []));
        details.GroupDetailList.push(...(page.GroupDetailList ?? []));
        details.RoleDetailList.push(...(page.RoleDetailList ?? []));
        details.Policies.push(...(page.Policies ?? []).map(inForce));
        came();
      }
      return true as const;
    })(),
  );
  if (!isKnown(whole)) {
    sources.denied.push({ call: 'iam:GetAccountAuthorizationDetails', why: whole.unknown });
  }
  sources.wholeDetails = whole;
  came();
}

/** Without its former versions: nobody has their rights. */
const inForce = ({
  PolicyVersionList = [],
  ...policy
}: Sources['details']['Policies'][number]) => ({
  ...policy,
  PolicyVersionList: PolicyVersionList.filter(({ IsDefaultVersion }) => IsDefaultVersion),
});

async function* detailPages(look: PageLook) {
  let Marker: string | undefined;
  let MaxItems = FIRST_PAGE_SIZE;
  do {
    const page: Output<'iam', 'GetAccountAuthorizationDetails'> = await look.read(
      'iam',
      'GetAccountAuthorizationDetails',
      {
        MaxItems,
        Marker,
      },
    );
    yield page;
    MaxItems = Math.min(2 * MaxItems, PAGE_SIZE);
    if (page.IsTruncated && (!page.Marker || page.Marker === Marker)) {
      throw new Blocked(t('A list of AWS ended half way.'));
    }
    Marker = page.IsTruncated ? page.Marker : undefined;
  } while (Marker);
}

async function readAlone(
  look: PageLook,
  sources: Sources,
  names: string[],
  came: () => void,
): Promise<void> {
  if (names.length > MOST_READ_ALONE) return;
  const left = [...names];
  const reader = async () => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      sources.fresh.set(name, await readUser(look, name, denialsInto(sources)));
      came();
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, reader));
}

/** Each call is named once, however many users it was denied for. */
const denialsInto =
  ({ denied }: Sources) =>
  (call: string, why: Sources['denied'][number]['why']) => {
    if (!denied.some((one) => one.call === call)) denied.push({ call, why });
  };

async function workOutPowers(look: PageLook, sources: Sources): Promise<void> {
  if (!isKnown(sources.wholeDetails)) {
    sources.powers = sources.wholeDetails;
    return;
  }
  const { powers, isPartial } = await couldBecomeAdministrator(sources.details, look.account);
  sources.powers = { is: powers };
  sources.isPowerPartial = isPartial;
}

const nothingKnown = ({ denied }: Sources): Blocked =>
  new Blocked(
    t('Neither the users nor the credential report can be read.'),
    denied.map(({ why }) => why),
  );
