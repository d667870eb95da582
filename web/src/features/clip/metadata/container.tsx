import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { clockOfMs } from '@/ui/time';
import { Facts } from '../panels/facts';
import { Section } from '../panels/section';
import { bitRateOf, type Metadata, type Stream } from './shapes';

/** How the file is built: container, picture, sound and every stream. */
export function Container({ metadata }: { readonly metadata: Metadata }) {
  const { t } = useTranslation('clip');
  const { container, video, audio, streams } = metadata;
  if (container === null)
    return (
      <Section title={t('metadata.container')}>
        <Text size="sm">{t('metadata.notRead')}</Text>
      </Section>
    );
  const ltr = (text: string | null) => (text === null ? null : <span dir="ltr">{text}</span>);
  return (
    <Section title={t('metadata.container')}>
      <Facts
        facts={[
          { name: t('metadata.format'), value: ltr(container.formatName ?? container.format) },
          {
            name: t('metadata.duration'),
            value: ltr(container.durationMs === null ? null : clockOfMs(container.durationMs)),
          },
          { name: t('metadata.bitRate'), value: ltr(bitRateOf(container.bitRate)) },
          {
            name: t('metadata.picture'),
            value:
              video === null
                ? t('metadata.noPicture')
                : ltr(
                    [
                      `${video.displayWidth}×${video.displayHeight}`,
                      video.codec,
                      video.avgFps === null ? null : `${Math.round(video.avgFps * 1000) / 1000} fps`,
                      video.frameRateMode,
                      video.rotationDegrees === 0 ? null : `↻ ${video.rotationDegrees}°`,
                    ]
                      .filter((part) => part !== null)
                      .join(' · '),
                  ),
          },
          {
            name: t('metadata.sound'),
            value:
              audio === null
                ? t('metadata.noSound')
                : ltr(
                    [
                      audio.codec,
                      audio.sampleRateHz === null ? null : `${audio.sampleRateHz} Hz`,
                      audio.channelLayout,
                    ]
                      .filter((part) => part !== null)
                      .join(' · '),
                  ),
          },
          ...(streams ?? []).map((stream) => ({
            name: t('metadata.stream', { index: stream.index }),
            value: ltr(streamLine(stream)),
          })),
        ]}
      />
    </Section>
  );
}

function streamLine({ type, codec, codecTag, profile, bitRate, isPicture }: Stream): string {
  return [type, codec, codecTag, profile, bitRateOf(bitRate), isPicture ? 'picture' : null]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}
