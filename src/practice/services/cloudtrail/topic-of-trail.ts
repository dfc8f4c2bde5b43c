import type { PracticeState, Trail } from '../../state/account-state.ts';
import { badRequest, type CallContext } from '../operation-table.ts';
import { evaluate, parseStatements } from '../policy-language.ts';
import { topicArn } from '../sns/find-topic.ts';
import { trailArn } from './find-trail.ts';

/**
 * Sets the topic that is told of each log file, by its ARN, or by its name in the home region. An empty name ends it, an omitted one leaves
 * it. CloudTrail API reference, UpdateTrail.
 */
export function tellTopic(trail: Trail, given: string | undefined, call: CallContext): void {
  if (given === undefined) return;
  delete trail.topic;
  if (given === '') return;
  const arn = given.startsWith('arn:')
    ? given
    : topicArn(call.state, { region: trail.region, name: given });
  if (!topicOf(call.state, arn)) {
    throw badRequest(
      'InvalidSnsTopicNameException',
      `SNS Topic ${given} does not exist, or the topic policy is incorrect!`,
    );
  }
  // CloudTrail sees a new topic, and its policy, as late as any reader.
  if (!mayPublish(call.state, trail, arn) || !mayPublish(call.propagatedState(), trail, arn)) {
    throw badRequest(
      'InsufficientSnsTopicPolicyException',
      'SNS Topic does not exist or the topic policy is incorrect!',
    );
  }
  trail.topic = arn;
}

const topicOf = (state: PracticeState, arn: string) =>
  state.topics.find((one) => topicArn(state, one) === arn);

function mayPublish(state: PracticeState, trail: Trail, arn: string): boolean {
  const policy = topicOf(state, arn)?.attributes.Policy;
  const context = { 'aws:SourceArn': trailArn(state, trail), 'aws:SourceAccount': state.id };
  const request = {
    action: 'sns:Publish',
    resource: arn,
    service: 'cloudtrail.amazonaws.com',
    context,
  };
  return evaluate(policy ? parseStatements(policy) : [], request) === 'allowed';
}
