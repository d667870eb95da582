import { Fieldset, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ClaimText } from './claim-text';
import { ZONES_LIST } from './zones';

/** What is claimed about the clip: where, when, by whom, and what else. */
export function ClaimFields() {
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md" verticalSpacing="md">
      <LocationFields />
      <TimeFields />
      <SourceFields />
      <OtherFields />
    </SimpleGrid>
  );
}

function LocationFields() {
  const { t } = useTranslation('submit');
  return (
    <Fieldset legend={t('location.legend')}>
      <Stack gap="xs">
        <ClaimText
          claim="location"
          name="statement"
          label={t('statement')}
          placeholder={t('location.example')}
          lines={2}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
          <ClaimText claim="location" name="place" label={t('location.place')} />
          <ClaimText claim="location" name="claimedBy" label={t('claimedBy')} />
        </SimpleGrid>
        <ClaimText
          claim="location"
          name="coordinates"
          label={t('location.coordinates')}
          description={t('location.coordinatesHelp')}
          isLtr
        />
        <ClaimText claim="location" name="radiusM" label={t('location.radius')} isLtr />
      </Stack>
    </Fieldset>
  );
}

function TimeFields() {
  const { t } = useTranslation('submit');
  return (
    <Fieldset legend={t('time.legend')}>
      <Stack gap="xs">
        <ClaimText
          claim="time"
          name="statement"
          label={t('statement')}
          placeholder={t('time.example')}
          lines={2}
        />
        <ClaimText claim="time" name="claimedBy" label={t('claimedBy')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
          <ClaimText
            claim="time"
            name="earliest"
            label={t('time.earliest')}
            placeholder="2024-05-06 05:00"
            isLtr
          />
          <ClaimText
            claim="time"
            name="latest"
            label={t('time.latest')}
            placeholder="2024-05-06 12:00"
            isLtr
          />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
          <ClaimText
            claim="time"
            name="edtf"
            label={t('time.edtf')}
            placeholder="2024-05-06/2024-05-08"
            isLtr
          />
          <ClaimText
            claim="time"
            name="timezone"
            label={t('time.zone')}
            placeholder="UTC"
            list={ZONES_LIST}
            isLtr
          />
        </SimpleGrid>
      </Stack>
    </Fieldset>
  );
}

function SourceFields() {
  const { t } = useTranslation('submit');
  return (
    <Fieldset legend={t('source.legend')}>
      <Stack gap="xs">
        <ClaimText
          claim="source"
          name="statement"
          label={t('statement')}
          placeholder={t('source.example')}
          lines={2}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
          <ClaimText claim="source" name="name" label={t('source.name')} />
          <ClaimText claim="source" name="handle" label={t('source.handle')} placeholder="@" isLtr />
          <ClaimText
            claim="source"
            name="platform"
            label={t('source.platform')}
            placeholder="telegram"
            isLtr
          />
          <ClaimText claim="source" name="claimedBy" label={t('claimedBy')} />
        </SimpleGrid>
      </Stack>
    </Fieldset>
  );
}

function OtherFields() {
  const { t } = useTranslation('submit');
  return (
    <Fieldset legend={t('other.legend')}>
      <Stack gap="xs">
        <ClaimText
          claim="other"
          name="statement"
          label={t('statement')}
          placeholder={t('other.example')}
          lines={2}
        />
        <ClaimText claim="other" name="claimedBy" label={t('claimedBy')} />
        <ClaimText
          claim="other"
          name="details"
          apiName="value"
          label={t('other.details')}
          description={t('other.detailsHelp')}
          lines={2}
        />
      </Stack>
    </Fieldset>
  );
}
