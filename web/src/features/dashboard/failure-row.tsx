import { Badge, Button, Collapse, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedClips } from './failed-clips';
import { kindOf, mayRedriveAll, type FailureCode } from './failure-kinds';
import { numberText } from './number-text';
import { RedriveAll } from './redrive-all';

interface Props {
  readonly code: FailureCode;
  readonly count: number;
  readonly caseId: string | undefined;
}

/** One reason of failing. */
export function FailureRow({ code, count, caseId }: Props) {
  const { t, i18n } = useTranslation('dashboard');
  const [isOpen, { toggle }] = useDisclosure(false);
  const id = useId();
  return (
    <Stack gap={6} role="group" aria-labelledby={id}>
      <Group justify="space-between" gap="xs" align="flex-start">
        <Stack gap={2} flex="1 1 280px" miw={0}>
          <Group gap="xs">
            <Badge
              color="red"
              variant="light"
              tt="none"
              styles={{ label: { color: 'var(--mantine-color-text)' } }}
            >
              {numberText(count, i18n.language)}
            </Badge>
            <Text fw={600} id={id}>
              {t(`failure.${code}.name` as never)}
            </Text>
            <code dir="ltr">{code}</code>
          </Group>
          <Text size="sm">
            {t(`failure.${code}.meaning` as never)} {t(`failures.kind.${kindOf(code)}` as never)}
          </Text>
        </Stack>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" aria-expanded={isOpen} onClick={toggle}>
            {isOpen ? t('failures.hide') : t('failures.show')}
          </Button>
          {mayRedriveAll(code) && <RedriveAll code={code} count={count} caseId={caseId} />}
        </Group>
      </Group>
      <Collapse expanded={isOpen}>{isOpen && <FailedClips code={code} caseId={caseId} />}</Collapse>
    </Stack>
  );
}
