import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '@/workspace/workspace';
import { Facts } from '../panels/facts';
import { Section } from '../panels/section';
import { absenceOf, type Metadata } from './shapes';

/** Place, device and times as they are written in the file. */
export function Embedded({ metadata }: { readonly metadata: Metadata }) {
  const { t } = useTranslation('clip');
  const { addEvidence, openPanel } = useWorkspace();
  const { gps, device, times } = metadata;
  const absence = absenceOf(metadata);
  return (
    <>
      <Section title={t('metadata.position')}>
        {gps === null ? (
          <Absent text={t(absence === 'none' ? 'metadata.noPosition' : 'metadata.notRead')} />
        ) : (
          <>
            <Facts
              facts={[
                {
                  name: t('metadata.coordinates'),
                  value: (
                    <span dir="ltr">
                      {gps.lat}, {gps.lon}
                    </span>
                  ),
                },
                { name: t('metadata.accuracy'), value: gps.accuracyM === null ? null : `${gps.accuracyM} m` },
                { name: t('metadata.altitude'), value: gps.altitudeM === null ? null : `${gps.altitudeM} m` },
                { name: t('metadata.tag'), value: <code dir="ltr">{gps.sourceTag}</code> },
              ]}
            />
            <Group>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => addEvidence({ kind: 'metadata', ref: 'gps' })}
              >
                {t('metadata.useAsEvidence')}
              </Button>
            </Group>
          </>
        )}
      </Section>
      <Section title={t('metadata.device')}>
        {device === null ? (
          <Absent text={t(absence === 'none' ? 'metadata.noDevice' : 'metadata.notRead')} />
        ) : (
          <Facts
            facts={(['make', 'model', 'software', 'lens'] as const).map((name) => ({
              name: t(`metadata.${name}` as never),
              value: device[name] === null ? null : <bdi>{device[name]}</bdi>,
            }))}
          />
        )}
      </Section>
      <Section title={t('metadata.times')}>
        {times === null || times.length === 0 ? (
          <Absent text={t(absence === 'none' ? 'metadata.noTimes' : 'metadata.notRead')} />
        ) : (
          <>
            <Facts
              facts={times.map(({ tag, raw }) => ({
                name: tag,
                value: <span dir="ltr">{raw}</span>,
              }))}
            />
            <Group>
              <Button size="compact-sm" variant="default" onClick={() => openPanel('times')}>
                {t('metadata.compareTimes')}
              </Button>
            </Group>
          </>
        )}
      </Section>
    </>
  );
}

function Absent({ text }: { readonly text: string }) {
  return <Text size="sm">{text}</Text>;
}
