import { foldHosts, type HostedPlatform, type Recognised } from './platform.js';

/** Short links that only TikTok can resolve; the codes of both hosts and of `/t/` are not known to be one namespace. */
const SHORT_HOSTS = /^(vm|vt)\.tiktok\.com$/;
const SHORT_PATH = /^\/t\/(\w+)\/?$/;

const ACCOUNT_PATH = /^\/@([\w.-]{0,30})\/(?:video|photo|live)\/(\d{5,20})(?:\/|$)/;
const BARE_PATH =
  /^\/(?:embed(?:\/v[123])?|player\/v1|share\/(?:video|item)|i18n\/share\/video|v)\/(\d{5,20})(?:\.html)?(?:\/|$)/;
const PROFILE = /^\/@([\w.-]{2,30})\/?$/;

function video(id: string, handle?: string): Recognised {
  const isNamed = handle !== undefined && handle !== '' && handle !== '_';
  // The id alone names the clip: TikTok answers with any account name, and accounts are renamed.
  return {
    path: `/@_/video/${id}`,
    kind: 'video',
    postId: id,
    accountHandle: isNamed ? handle : undefined,
    drop: ['autoplay', 'loop'],
  };
}

export const tiktok: HostedPlatform = {
  platform: 'tiktok',
  mainHost: 'www.tiktok.com',
  pageHost: foldHosts('www.tiktok.com', /^((m|us)\.)?tiktok\.com$/, SHORT_HOSTS),
  noise:
    '_d _r _t checksum enter_method is_copy_url is_from_webapp lang preview_pb refer referer_url referer_video_id sec_uid sec_user_id sender_device sender_web_id share_app_id share_app_name share_author_id share_iid share_item_id share_link_id social_sharing source timestamp tt_from u_code ug_btm ugbiz_name user_id web_id'.split(
      ' ',
    ),
  recognise({ host, path, segments }) {
    if (SHORT_HOSTS.test(host)) {
      const [code] = segments;
      return code === undefined ? null : { host, path: `/${code}`, kind: 'video' };
    }
    const [, handle, id] = ACCOUNT_PATH.exec(path) ?? [];
    if (id !== undefined) return video(id, handle);
    const [, bareId] = BARE_PATH.exec(path) ?? [];
    if (bareId !== undefined) return video(bareId);
    const [, code] = SHORT_PATH.exec(path) ?? [];
    if (code !== undefined) return { path: `/t/${code}`, kind: 'video' };
    const [, account] = PROFILE.exec(path) ?? [];
    return account === undefined
      ? null
      : { path: `/@${account.toLowerCase()}`, kind: 'profile', accountHandle: account };
  },
};
