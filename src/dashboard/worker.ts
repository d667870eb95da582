export { meltTally } from './counts/tally.repository.js';
export { WebhookRunner } from './webhooks/webhook-runner.js';
