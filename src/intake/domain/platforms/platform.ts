import type { Platform, UrlKind } from '../canonical-url.js';
import type { SplitUrl } from '../split-url.js';

/** What a platform's rule found in a link. */
export interface Recognised {
  readonly path: string;
  /** Where it is not the platform's main host. */
  readonly host?: string;
  readonly kind: UrlKind;
  readonly postId?: string;
  readonly accountHandle?: string | undefined;
  /** Parameters that name the post: they lead the canonical query. Values are plain ASCII words. */
  readonly identity?: readonly (readonly [name: string, value: string])[];
  /** Further parameters whose content the path already holds, or which only say where to start or what to show beside it. */
  readonly drop?: readonly string[];
}

export interface HostedPlatform {
  readonly platform: Platform;
  /** The host of every post and account that `recognise` finds. */
  readonly mainHost: string;
  /**
   * The host that stands for this one on pages that `recognise` does not know: the main host only where both serve the
   * same paths. Undefined when the host is not this platform's.
   */
  pageHost(host: string): string | undefined;
  /** Parameters (lower case) that never name content on this platform, on any of its pages. */
  readonly noise: readonly string[];
  /** The post or account that the link names, or null. */
  recognise(url: SplitUrl): Recognised | null;
}

/** Software that may stand on any host; scheme, host and port stay as submitted. */
export interface FederatedPlatform {
  readonly platform: Platform;
  recognise(url: SplitUrl): Recognised | null;
}

/** A `pageHost`: `same` hosts fold into the main one, `own` hosts stay themselves. */
export function foldHosts(main: string, same: RegExp, own?: RegExp): (host: string) => string | undefined {
  return (host) => {
    if (host === main || same.test(host)) return main;
    return own?.test(host) === true ? host : undefined;
  };
}
