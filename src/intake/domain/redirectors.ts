import { parameter, type SplitUrl } from './split-url.js';

/** Pages that only lead on to the address in one of their parameters, so that no request is needed to follow them. */
const REDIRECTORS: readonly { readonly hosts: RegExp; readonly path: RegExp; readonly name: string }[] = [
  { hosts: /^lm?\.(facebook|instagram)\.com$/, path: /^\/(l\.php)?$/, name: 'u' },
  { hosts: /^www\.facebook\.com$/, path: /^\/l\.php$/, name: 'u' },
  { hosts: /^www\.facebook\.com$/, path: /^\/plugins\/(video|post)\.php$/, name: 'href' },
  { hosts: /^www\.youtube\.com$/, path: /^\/redirect$/, name: 'q' },
  { hosts: /^(www\.)?google\.com$/, path: /^\/url$/, name: 'q' },
  { hosts: /^(www\.)?google\.com$/, path: /^\/url$/, name: 'url' },
  { hosts: /^vk\.com$/, path: /^\/away(\.php)?$/, name: 'to' },
  { hosts: /^out\.reddit\.com$/, path: /^\//, name: 'url' },
  { hosts: /^t\.me$/, path: /^\/iv$/, name: 'url' },
];

/** The address, as text, that a known redirector page leads to, or null. `host` is the host after folding. */
export function redirectTarget(url: SplitUrl, host: string): string | null {
  for (const { hosts, path, name } of REDIRECTORS) {
    const target = hosts.test(host) && path.test(url.path) ? parameter(url, name) : undefined;
    if (target !== undefined) return target;
  }
  return null;
}
