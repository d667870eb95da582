import { Badge, Collapse, Group, Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/problem';
import { VerdictBadge } from '@/ui/badges';
import { ClaimBody } from './claim-body';
import { isConcluded } from './standing';

interface Props {
  readonly claim: Schemas['Claim'];
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** One claim: its words and where it stands; opened, everything that was said of it and the way to judge it. */
export function ClaimCard({ claim, isOpen, onToggle }: Props) {
  const { t } = useTranslation(['assess', 'ui']);
  const Chevron = isOpen ? ChevronUp : ChevronDown;
  return (
    <Paper
      component="section"
      withBorder
      p="sm"
      className="sl-claim"
      data-open={isOpen}
      data-claim={claim.id}
      aria-label={`${t(`ui:claimType.${claim.type}` as never)}: ${claim.statement.slice(0, 120)}`}
    >
      <UnstyledButton
        w="100%"
        onClick={onToggle}
        aria-expanded={isOpen}
        aria-controls={`claim-${claim.id}`}
        id={`claim-head-${claim.id}`}
      >
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <Stack gap={4} style={{ flex: 1, minInlineSize: 0 }}>
            <Group gap="xs">
              <Title order={3} size="h6" tt="none">
                {t(`ui:claimType.${claim.type}` as never)}
              </Title>
              <VerdictBadge verdict={claim.verdict} />
              {isConcluded(claim.verdict) && claim.credibility !== null && (
                <Text size="xs" c="dimmed" span>
                  {t('assess:credibility.short', { digit: claim.credibility })}
                </Text>
              )}
              {claim.needsAttention && (
                <Badge color="orange" variant="light" c="var(--mantine-color-text)" tt="none">
                  {t('assess:attention.badge')}
                </Badge>
              )}
            </Group>
            <Text className="sl-words" lineClamp={isOpen ? 0 : 2}>
              <bdi {...(claim.language === null ? {} : { lang: claim.language })}>{claim.statement}</bdi>
            </Text>
          </Stack>
          <Chevron size={18} aria-hidden style={{ flexShrink: 0 }} />
        </Group>
      </UnstyledButton>
      <Collapse expanded={isOpen} keepMounted={false} id={`claim-${claim.id}`}>
        {isOpen && <ClaimBody claim={claim} />}
      </Collapse>
    </Paper>
  );
}
