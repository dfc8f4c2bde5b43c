import type { PracticeState, Topic } from '../../state/account-state.ts';
import { badRequest, type CallContext, Refusal } from '../operation-table.ts';

export const invalidParameter = (message: string) =>
  badRequest('InvalidParameter', `Invalid parameter: ${message}`);

export const topicArn = (
  { id }: PracticeState,
  { region, name }: Pick<Topic, 'region' | 'name'>,
): string => `arn:aws:sns:${region}:${id}:${name}`;

/** Finds a topic of the call's region by its ARN. */
export function findTopic(arn: string | undefined, { state, region }: CallContext): Topic {
  const [, , service, place, account] = (arn ?? '').split(':');
  if (service !== 'sns' || place !== region) throw invalidParameter('TopicArn');
  if (account !== state.id) {
    throw new Refusal('AuthorizationError', 403, `User is not authorized to access ${arn}`);
  }
  const topic = state.topics.find((one) => topicArn(state, one) === arn);
  if (!topic) throw new Refusal('NotFound', 404, 'Topic does not exist');
  return topic;
}
