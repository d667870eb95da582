import { Image } from '@mantine/core';
import { useSoftening } from './soften';
import { pictureUrl, useVeil, type Sensitive } from './unveiled';

interface Props {
  readonly clip: Sensitive;
  readonly frame: { readonly imageUrl: string; readonly thumbUrl: string };
  readonly size: 'thumb' | 'image';
  /** The frame's passage has been asked for by itself: see `useCovered`. */
  readonly isRangeLifted?: boolean;
  readonly alt: string;
  readonly className?: string;
  readonly style?: React.CSSProperties;
}

/** The only way by which a picture of a clip comes onto the page: veiled until the person lifts the veil. */
export function FramePicture({ clip, frame, size, isRangeLifted, alt, className, style }: Props) {
  const { isVeiled, isSensitive } = useVeil(clip);
  const { filter } = useSoftening(isSensitive && !isVeiled);
  const path = size === 'thumb' ? frame.thumbUrl : frame.imageUrl;
  return (
    <Image
      src={pictureUrl(path, isVeiled, isRangeLifted)}
      alt={alt}
      loading="lazy"
      fit="contain"
      draggable={false}
      {...(className === undefined ? {} : { className })}
      style={{ ...style, ...(filter === '' ? {} : { filter: `${filter} ${style?.filter ?? ''}` }) }}
    />
  );
}
