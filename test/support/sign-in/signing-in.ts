import { join } from 'node:path';
import { cacheFileOf } from '../../../src/auth/browser/login-cache.ts';
import type { Blocked } from '../../../src/engine/errors.ts';
import { say } from '../../../src/text/text.ts';
import { newHome } from '../auth/home.ts';
import { errorOf } from '../aws/local-endpoint.ts';
import { type Behaviour, startSignInService } from './sign-in-service.ts';

/** A home with these files, and a sign-in service for it. */
export async function start(files: Record<string, string> = {}, changes: Partial<Behaviour> = {}) {
  const home = newHome(files);
  const aws = await startSignInService(changes);
  process.env.AWS_ENDPOINT_URL_SIGNIN = aws.url;
  const config = join(home, '.aws/config');
  const cache = cacheFileOf(aws.behaviour.arn, process.env);
  return { aws, home, config, cache };
}

/** What was refused, with what to do, and nothing was kept. */
export async function refusal(signingIn: Promise<unknown>): Promise<string> {
  const error = (await errorOf(signingIn)) as Blocked;
  return [error.text, ...error.fix].map(say).join(' ');
}
