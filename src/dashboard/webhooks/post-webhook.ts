import { Webhook } from 'standardwebhooks';
import { request } from 'undici';
import { EgressConnectError, EgressRefusedError, type EgressGuard } from '../../platform/egress/index.js';

const BUDGET_MS = 15_000;

export type PostOutcome =
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'unreachable'; readonly error: string };

/**
 * One attempt, signed as Standard Webhooks says. Nothing of the answer but its status is looked at, and no redirect is
 * followed: what it leads to was never given to the desk by anybody.
 */
export async function postWebhook(
  guard: EgressGuard,
  message: { readonly id: string; readonly url: string; readonly secret: string; readonly body: string },
  stopping: AbortSignal,
): Promise<PostOutcome> {
  const agent = guard.dispatcher();
  try {
    const url = guard.checkUrl(message.url);
    const now = new Date();
    const { statusCode, body } = await request(url, {
      method: 'POST',
      dispatcher: agent,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'sightline-webhooks',
        'webhook-id': message.id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': new Webhook(message.secret).sign(message.id, now, message.body),
      },
      body: message.body,
      signal: AbortSignal.any([AbortSignal.timeout(BUDGET_MS), stopping]),
    });
    body.on('error', () => undefined).destroy();
    return { kind: 'answered', status: statusCode };
  } catch (error) {
    return { kind: 'unreachable', error: reasonOf(error) };
  } finally {
    await agent.destroy();
  }
}

/** For the webhook's maker: no address that an internal name resolves to. */
function reasonOf(error: unknown): string {
  if (error instanceof EgressRefusedError) return error.publicMessage;
  if (error instanceof EgressConnectError) return `No connection (${error.reason}).`;
  if (error instanceof Error && error.name === 'TimeoutError') return 'No answer within 15 seconds.';
  return 'The connection broke off before there was an answer.';
}
