import { DomainError } from '../shared/errors.js';
import { canonicaliseUrl } from './domain/canonicalise-url.js';

/** True for a post or video on a platform that we know: there the platform's fetcher is asked first. */
export function isPlatformLink(url: string): boolean {
  try {
    const { platform, kind } = canonicaliseUrl(url);
    return platform !== 'web' && kind !== 'media';
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
