import { ActionIcon, Button, Group, Popover, SegmentedControl, Slider, Stack, Text } from '@mantine/core';
import { SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { soften, softenings, useSoftening } from '@/safety/soften';
import { plainSight, zoomed, type Sight } from './sight';

interface Props {
  readonly sight: Sight;
  readonly onSight: (change: (sight: Sight) => Sight) => void;
  readonly isSensitive: boolean;
}

/** How the picture is looked at. It says that nothing of it touches the footage. */
export function SightMenu({ sight, onSight, isSensitive }: Props) {
  const { t } = useTranslation('clip');
  const { chosen } = useSoftening(isSensitive);
  return (
    <Popover width={280} trapFocus position="top-end" withinPortal>
      <Popover.Target>
        <ActionIcon variant="default" size={30} aria-label={t('sight.title')} title={t('sight.title')}>
          <SlidersHorizontal size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Group gap="xs">
            <Button size="compact-sm" variant="default" onClick={() => onSight((old) => zoomed(old, 1))}>
              {t('sight.closer')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => onSight((old) => zoomed(old, -1))}>
              {t('sight.farther')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => onSight(() => plainSight)}>
              {t('sight.reset')}
            </Button>
          </Group>
          {(['brightness', 'contrast'] as const).map((name) => (
            <div key={name}>
              <Text size="sm">{t(`sight.${name}` as never)}</Text>
              <Slider
                min={20}
                max={300}
                step={10}
                value={sight[name]}
                label={(value) => `${value}%`}
                thumbLabel={t(`sight.${name}` as never)}
                onChange={(value) => onSight((old) => ({ ...old, [name]: value }))}
              />
            </div>
          ))}
          {isSensitive && (
            <div>
              <Text size="sm" id="soften">
                {t('soften.title')}
              </Text>
              <SegmentedControl
                fullWidth
                size="xs"
                aria-labelledby="soften"
                data={softenings.map((value) => ({ value, label: t(`soften.${value}` as never) }))}
                value={chosen}
                onChange={(value) => soften.choose(value)}
              />
            </div>
          )}
          <Text size="xs" c="dimmed">
            {t('sight.only')}
          </Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
