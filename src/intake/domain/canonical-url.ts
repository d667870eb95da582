export const PLATFORMS = [
  'youtube',
  'x',
  'facebook',
  'instagram',
  'telegram',
  'tiktok',
  'reddit',
  'vimeo',
  'dailymotion',
  'vk',
  'bluesky',
  'mastodon',
  'discord',
] as const;
export type Platform = (typeof PLATFORMS)[number];

/** `media` is a file by its extension or delivery host; `page` is everything that names no single post. */
export type UrlKind = 'post' | 'video' | 'story' | 'profile' | 'media' | 'page';

export interface CanonicalUrl {
  /**
   * The identity of what was linked, equal for every known spelling of the same post. It is meant for comparing:
   * it may lack signatures that a server wants to see, so fetch `web` and `media` links by the submitted text.
   */
  readonly canonical: string;
  readonly platform: Platform | 'web';
  /** The platform's own id of the post, video or story, as text: many exceed 2^53. */
  readonly postId: string | null;
  /** As the link writes it, without a leading `@`; `user@host` on Mastodon. */
  readonly accountHandle: string | null;
  readonly kind: UrlKind;
}
