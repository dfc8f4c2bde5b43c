import { Blocked } from '../../src/engine/errors.ts';
import type { Look } from '../../src/engine/step.ts';
import { shortened, t } from '../../src/text/text.ts';

/** Under this id, the owner's choice of an instance is known. */
export const INSTANCE = 'role-instance.instance';

/** Characters of a name that is shown beside an id. */
const NAME_MAX = 40;

/** An instance of EC2 in the home region. */
export interface Instance {
  id: string;
  /** The id, with its name if it has one. */
  called: string;
  state: string;
  /** It gives its credentials to requests without a token, too. */
  answersImdsV1: boolean;
  /** Its instance profile. `id`: of the association. */
  given: { id: string; arn: string; isLeaving: boolean } | null;
}

interface Described {
  InstanceId?: string | undefined;
  Tags?: { Key?: string | undefined; Value?: string | undefined }[] | undefined;
}

/** The id of an instance, with the name that its owner has given it. */
export function calledOf({ InstanceId: id = '', Tags = [] }: Described): string {
  const name = Tags.find(({ Key }) => Key === 'Name')?.Value;
  return name ? `${id} (${shortened(name, NAME_MAX)})` : id;
}

/**
 * Reads an instance of the home region.
 *
 * @throws Blocked if there is none, or if it cannot be given a profile now
 */
export async function readInstance(look: Look, id: string): Promise<Instance> {
  const { region } = look.account;
  const [found, associations] = await Promise.all([
    look.find('ec2', 'DescribeInstances', { InstanceIds: [id] }),
    look.read('ec2', 'DescribeIamInstanceProfileAssociations', {
      Filters: [{ Name: 'instance-id', Values: [id] }],
    }),
  ]);
  const [instance] = (found?.Reservations ?? []).flatMap(({ Instances = [] }) => Instances);
  const state = instance?.State?.Name ?? 'terminated';
  if (!instance || /^(terminated|shutting-down)$/.test(state)) {
    throw new Blocked(t('There is no instance {id} in {region}.', { id, region }), [
      t('Check its id in the EC2 console. If it is in another region, name that with --region.'),
    ]);
  }
  const all = associations.IamInstanceProfileAssociations ?? [];
  // While one takes the place of another, AWS may list both.
  const association =
    all.find(({ State = '' }) => !/^disassociat/.test(State)) ??
    all.find(({ State }) => State === 'disassociating');
  return {
    id,
    called: calledOf(instance),
    state,
    answersImdsV1:
      instance.MetadataOptions?.HttpTokens !== 'required' &&
      instance.MetadataOptions?.HttpEndpoint !== 'disabled',
    given: association
      ? {
          id: association.AssociationId ?? '',
          arn: association.IamInstanceProfile?.Arn ?? '',
          isLeaving: association.State === 'disassociating',
        }
      : null,
  };
}
