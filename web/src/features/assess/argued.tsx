import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/problem';
import { useWorkspace } from '@/workspace/workspace';
import { sidesOf } from './evidence-sides';
import { markText } from './evidence-words';
import { FindingItem } from './finding-item';
import type { Records } from './use-records';

interface Props {
  /** null: what was argued of the clip as a whole. */
  readonly claim: Schemas['Claim'] | null;
  readonly records: Records;
}

/** What speaks for a claim, what against it, and what takes no side. */
export function Argued({ claim, records }: Props) {
  const { t } = useTranslation('assess');
  const { sides, withdrawn } = sidesOf(claim?.id ?? null, records.findings, records.annotations);
  return (
    <Stack gap="sm">
      {sides.length === 0 && <Text size="sm">{t('argued.nothing')}</Text>}
      {sides.map(({ stance, findings, annotations }) => (
        <section
          key={stance}
          className="sl-side"
          data-stance={stance}
          aria-label={t(`stance.${stance}` as never)}
        >
          <Text fw={600} size="sm">
            {t(`stance.${stance}` as never)} ({findings.length + annotations.length})
          </Text>
          <ul className="sl-plain-list">
            {findings.map((finding) => (
              <li key={finding.id}>
                <FindingItem finding={finding} claim={claim} records={records} />
              </li>
            ))}
            {annotations.map((mark) => (
              <li key={mark.id}>
                <Mark mark={mark} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {withdrawn.length > 0 && (
        <details>
          <Text component="summary" size="sm" c="dimmed" style={{ minBlockSize: 24, cursor: 'pointer' }}>
            {t('argued.withdrawn', { count: withdrawn.length })}
          </Text>
          <ul className="sl-plain-list">
            {withdrawn.map((finding) => (
              <li key={finding.id}>
                <FindingItem finding={finding} claim={claim} records={records} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Stack>
  );
}

/** A mark in a frame that was linked to the claim. */
function Mark({ mark }: { readonly mark: Schemas['Annotation'] }) {
  const { t } = useTranslation('assess');
  const { addEvidence, selectFrame, seek } = useWorkspace();
  const goThere = () => {
    if (mark.frameId !== null) selectFrame(mark.frameId);
    else seek(mark.anchor.ptsMs ?? mark.anchor.startMs ?? 0);
  };
  return (
    <Text size="sm" component="div" className="sl-words">
      {t('evidence.kind.annotation')}{' '}
      <Anchor component="button" type="button" size="sm" mih={24} ta="start" onClick={goThere}>
        <bdi>{markText(mark)}</bdi>
      </Anchor>{' '}
      <Anchor
        component="button"
        type="button"
        size="xs"
        mih={24}
        onClick={() => addEvidence({ kind: 'annotation', ref: mark.id })}
      >
        {t('finding.use')}
      </Anchor>
    </Text>
  );
}
