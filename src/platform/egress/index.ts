export { EgressConnectError, EgressRefusedError, type RefusalReason } from './egress.errors.js';
export { type EgressConnection, EgressGuard, type EgressGuardOptions, urlPort } from './egress-guard.js';
export {
  EgressAllowSyntaxError,
  type EgressPolicy,
  judgeDestination,
  normalHost,
  parseEgressAllow,
} from './egress-policy.js';
export {
  type EgressProxy,
  type EgressProxyOptions,
  type ProxyConnectionRecord,
  startEgressProxy,
} from './egress-proxy.js';
