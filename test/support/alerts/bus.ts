import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as events from '@aws-sdk/client-eventbridge';
import * as iam from '@aws-sdk/client-iam';
import * as sns from '@aws-sdk/client-sns';
import { afterAll, beforeAll } from 'vitest';
import { ACCOUNT, firstLine, ROOT_KEYS, VENV } from '../emulator/server.ts';
import { type BusEvent, onBus } from './bus-events.ts';

/** A call as a plan has it. */
interface Call {
  service: string;
  operation: string;
  region?: string;
  input: object;
}

const SDKS: Record<string, Record<string, unknown>> = {
  events: { ...events, Client: events.EventBridgeClient },
  iam: { ...iam, Client: iam.IAMClient },
  sns: { ...sns, Client: sns.SNSClient },
};
type Class = new (input: object) => { send(command: object): Promise<Record<string, never>> };

/** ministack, which nobody here has written, and which delivers what it takes. One for all tests of a file. */
export function useBus() {
  let url = '';
  const child = { stop: async () => {} };
  beforeAll(async () => {
    const running = await startBus();
    url = running.url;
    child.stop = running.stop;
  });
  afterAll(() => child.stop());

  const credentials = { accessKeyId: ROOT_KEYS[0], secretAccessKey: 'not checked' };
  const clients = new Map<string, InstanceType<Class>>();
  const clientOf = (service: string, region: string): InstanceType<Class> => {
    const made = clients.get(`${service} ${region}`);
    if (made) return made;
    const Client = SDKS[service]?.Client as Class;
    const client = new Client({ endpoint: url, region, credentials });
    clients.set(`${service} ${region}`, client);
    return client;
  };
  const send = async ({ service, operation, region = 'us-east-1', input }: Call) => {
    const Command = SDKS[service]?.[`${operation}Command`] as Class;
    return clientOf(service, region).send(new Command(input));
  };

  /** Queues have no client here: nothing but these tests needs one. */
  const queue = async (operation: string, region: string, input: object) => {
    const scope = `20261128/${region}/sqs/aws4_request`;
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=${ROOT_KEYS[0]}/${scope}, SignedHeaders=host, Signature=0`,
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `AmazonSQS.${operation}`,
      },
      body: JSON.stringify(input),
    });
    if (!response.ok) throw new Error(`${operation}: ${response.status} ${await response.text()}`);
    return (await response.json()) as { QueueUrl?: string; Messages?: Message[] };
  };

  return {
    send,

    /** A subscriber of this topic: takes what has come since it was last asked. */
    async subscribe(topic: string): Promise<() => Promise<string[]>> {
      const [, , , region = ''] = topic.split(':');
      const name = `mailbox-${Date.now()}`;
      const { QueueUrl } = await queue('CreateQueue', region, { QueueName: name });
      const input = {
        TopicArn: topic,
        Protocol: 'sqs',
        Endpoint: `arn:aws:sqs:${region}:${ACCOUNT}:${name}`,
        Attributes: { RawMessageDelivery: 'true' },
      };
      await send({ service: 'sns', operation: 'Subscribe', region, input });
      return async () => {
        const mails: string[] = [];
        for (;;) {
          const { Messages = [] } = await queue('ReceiveMessage', region, {
            QueueUrl,
            MaxNumberOfMessages: 10,
          });
          if (Messages.length === 0) return mails;
          for (const { Body, ReceiptHandle } of Messages) {
            mails.push(Body);
            await queue('DeleteMessage', region, { QueueUrl, ReceiptHandle });
          }
        }
      };
    },

    /**
     * Puts an event on the default bus of its region. ministack keeps each region to itself, so the test carries events to the
     * bus of another region, if a rule there matches that has it as its target, with a role.
     */
    async put(event: BusEvent): Promise<void> {
      for (const region of [event.region, ...(await handedOnTo(event))]) {
        const { source: Source, 'detail-type': DetailType, detail } = event;
        const Entries = [{ Source, DetailType, Detail: JSON.stringify(detail) }];
        await send({ service: 'events', operation: 'PutEvents', region, input: { Entries } });
      }
    },
  };

  async function handedOnTo(event: BusEvent): Promise<string[]> {
    const ask = (operation: string, input: object) =>
      send({ service: 'events', operation, region: event.region, input });
    const { Rules = [] } = (await ask('ListRules', {})) as events.ListRulesResponse;
    const regions: string[] = [];
    for (const { Name, EventPattern } of Rules) {
      const { Targets = [] } = (await ask('ListTargetsByRule', {
        Rule: Name,
      })) as events.ListTargetsByRuleResponse;
      for (const { Arn = '', RoleArn } of Targets) {
        const [, , service, region = '', , bus] = Arn.split(':');
        if (service !== 'events' || bus !== 'event-bus/default' || !RoleArn) continue;
        const { Result } = (await ask('TestEventPattern', {
          EventPattern,
          Event: JSON.stringify(onBus(event)),
        })) as events.TestEventPatternResponse;
        if (Result && region !== event.region) regions.push(region);
      }
    }
    return regions;
  }
}

interface Message {
  Body: string;
  ReceiptHandle: string;
}

/** Starts ministack. It ends with this process, or by `stop`. */
export async function startBus() {
  const child = spawn(`${VENV}python`, ['bus.py'], {
    cwd: fileURLToPath(new URL('../../emulator/', import.meta.url)),
    env: { PYTHONDONTWRITEBYTECODE: '1', MINISTACK_ACCOUNT_ID: ACCOUNT },
    // It ends when its input ends: so also when this process is killed.
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const url = await firstLine(child);
  const stop = async () => {
    const ended = once(child, 'exit');
    child.stdin?.end();
    await ended;
  };
  return { url, stop };
}
