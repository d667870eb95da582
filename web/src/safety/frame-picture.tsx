import { Image } from '@mantine/core';
import { pictureUrl, useVeil, type Sensitive } from './unveiled';

interface Props {
  readonly clip: Sensitive;
  readonly frame: { readonly imageUrl: string; readonly thumbUrl: string };
  readonly size: 'thumb' | 'image';
  readonly alt: string;
  readonly className?: string;
  readonly style?: React.CSSProperties;
}

/** The only way by which a picture of a clip comes onto the page: veiled until the person lifts the veil. */
export function FramePicture({ clip, frame, size, alt, className, style }: Props) {
  const { isVeiled } = useVeil(clip);
  const path = size === 'thumb' ? frame.thumbUrl : frame.imageUrl;
  return (
    <Image
      src={pictureUrl(path, isVeiled)}
      alt={alt}
      loading="lazy"
      fit="contain"
      draggable={false}
      {...(className === undefined ? {} : { className })}
      {...(style === undefined ? {} : { style })}
    />
  );
}
