import { ActionIcon, Anchor, Badge, CopyButton, Group, Text, Tooltip } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/problem';
import { FramePicture } from '@/safety/frame-picture';
import { useWorkspace } from '@/workspace/workspace';
import { evidenceWords } from './evidence-words';
import type { Records } from './use-records';

interface Props {
  readonly entry: Schemas['FindingEvidenceEntry'];
  readonly records: Records;
  /** Others named other evidence. */
  readonly isMarked?: boolean;
  readonly children?: React.ReactNode;
}

/** One piece of evidence: what it is, what was noted, and the way to it. */
export function EvidenceItem({ entry, records, isMarked = false, children }: Props) {
  const { t } = useTranslation('assess');
  const { clip, seek, selectFrame } = useWorkspace();
  const { text, isCode, ptsMs } = evidenceWords(entry, records);
  const frame = entry.kind === 'frame' ? records.frames.find(({ id }) => id === entry.ref) : undefined;
  const shown = <bdi {...(isCode ? { dir: 'ltr' as const } : {})}>{text}</bdi>;
  const goThere = () => {
    if (frame !== undefined) selectFrame(frame.id);
    else if (ptsMs !== null) seek(ptsMs);
  };
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      {frame !== undefined && (
        <FramePicture
          clip={clip}
          frame={frame}
          size="thumb"
          alt={t('evidence.frameAlt', { at: text })}
          style={{ inlineSize: 64, flexShrink: 0 }}
        />
      )}
      <Text size="sm" className="sl-words" style={{ flex: 1, minInlineSize: 0 }}>
        <Text span size="sm" c="dimmed">
          {t(`evidence.kind.${entry.kind}` as never)}{' '}
        </Text>
        {ptsMs === null ? (
          shown
        ) : (
          <Anchor component="button" type="button" size="sm" ta="start" onClick={goThere}>
            {shown}
          </Anchor>
        )}
        {entry.outcome !== undefined && (
          <Text span size="sm">
            {' '}
            ({t(`evidence.outcome.${entry.outcome}` as never)})
          </Text>
        )}
        {entry.note !== undefined && (
          <>
            {' – '}
            <bdi>{entry.note}</bdi>
          </>
        )}{' '}
        {isMarked && (
          <Badge size="sm" variant="outline" color="orange" c="var(--mantine-color-text)" tt="none">
            {t('judged.onlySome')}
          </Badge>
        )}
      </Text>
      {entry.kind === 'url' && <CopyAddress address={text} />}
      {children}
    </Group>
  );
}

/** An address is copied and not linked: a click from this desk could tell its owner that somebody is looking. */
function CopyAddress({ address }: { readonly address: string }) {
  const { t } = useTranslation('assess');
  return (
    <CopyButton value={address}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? t('evidence.copied') : t('evidence.copy')}>
          <ActionIcon variant="subtle" color="gray" onClick={copy} aria-label={t('evidence.copy')}>
            {copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}
