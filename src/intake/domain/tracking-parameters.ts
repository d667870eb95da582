/**
 * Parameters that say who shared a link or which advertisement led to it, never what it shows. Only names that their
 * makers or the browsers' own lists document are here: an unlisted name stays, since a wrong merge of two clips
 * costs more than a missed duplicate.
 */
const EVERYWHERE: Readonly<Record<string, readonly string[]>> = {
  // Google Analytics and Ads help pages: campaign and click parameters.
  google: [
    'gclid',
    'gclsrc',
    'dclid',
    'gbraid',
    'wbraid',
    'gad_source',
    'gad_campaignid',
    'srsltid',
    '_ga',
    '_gl',
  ],
  // Meta for Developers, "ClickID and the fbp and fbc parameters"; share-sheet ids of Facebook and Instagram.
  meta: ['fbclid', 'igshid', 'igsh', 'mibextid', 'fb_action_ids', 'fb_action_types', 'fb_source', 'fb_ref'],
  // X Ads, TikTok for Business, Microsoft Advertising, Yandex Metrica, LinkedIn, Snapchat, Reddit help pages: click ids.
  clickIds: ['twclid', 'ttclid', 'msclkid', 'yclid', 'ysclid', 'li_fat_id', 'sccid', 'rdt_cid', 'epik'],
  // Mail senders, as stripped by Brave (query_filter) and Firefox (Query Parameter Stripping).
  mail: [
    'mc_cid',
    'mc_eid',
    '_hsenc',
    '_hsmi',
    '__hssc',
    '__hstc',
    '__hsfp',
    'hsctatracking',
    'mkt_tok',
    'oly_anon_id',
    'oly_enc_id',
    'vero_id',
    'vero_conv',
    'wickedid',
    'rb_clickid',
    's_cid',
    'ml_subscriber',
    'ml_subscriber_hash',
  ],
};

/** Name beginnings: Google's campaign tags, Facebook's click context (`__cft__[0]`, `__tn__`, `__xts__[0]`). */
const EVERYWHERE_PREFIXES = ['utm_', '__cft__', '__xts__', '__tn__'] as const;

/**
 * Delivery hosts whose addresses are signed anew for each viewer: the path alone names the file.
 * Facebook and Instagram: `_nc_*` are cache hints, `oh` and `oe` signature and expiry.
 */
const SIGNED_DELIVERY: readonly { readonly hosts: RegExp; readonly names: RegExp }[] = [
  { hosts: /(^|\.)(fbcdn\.net|cdninstagram\.com)$/, names: /^(_nc_.*|oh|oe|ccb|edm|efg)$/ },
];

const NAMES: ReadonlySet<string> = new Set(Object.values(EVERYWHERE).flat());

/** Whether a parameter (decoded, lower case) never names content on this host. */
export function isTracking(name: string, host: string): boolean {
  return (
    NAMES.has(name) ||
    EVERYWHERE_PREFIXES.some((prefix) => name.startsWith(prefix)) ||
    SIGNED_DELIVERY.some((rule) => rule.hosts.test(host) && rule.names.test(name))
  );
}
