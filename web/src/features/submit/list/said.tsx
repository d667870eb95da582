import { Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseChoice } from '../rows/case-choice';
import { CLAIM_TYPES, isClaimed, type RowFields } from '../rows/row';

interface Props {
  readonly fields: RowFields;
  readonly cases: readonly CaseChoice[];
}

/** What is said of a clip, at a glance. */
export function Said({ fields, cases }: Props) {
  const { t } = useTranslation('submit');
  const { t: ui } = useTranslation('ui');
  const said = CLAIM_TYPES.filter((type) => isClaimed(fields[type])).map((type) =>
    ui(`claimType.${type}` as never),
  );
  const chosen = cases.find(({ id }) => id === fields.caseId);
  const marks = [
    ...(chosen === undefined ? [] : [chosen.title]),
    ...said,
    ...(fields.note.trim() === '' ? [] : [t('note')]),
    ...(fields.postedAt.trim() === '' ? [] : [t('postTime')]),
    ...(fields.sensitivity === '' || fields.sensitivity === 'none'
      ? []
      : [ui(`sensitivity.${fields.sensitivity}` as never)]),
    ...(fields.protectSubmitter ? [t('protected')] : []),
  ];
  return (
    <Group gap={4} maw="100%">
      {marks.map((mark, index) => (
        <Badge
          key={`${mark} ${index}`}
          variant="default"
          tt="none"
          size="sm"
          maw={220}
          styles={{ label: { color: 'var(--mantine-color-text)' } }}
        >
          <bdi>{mark}</bdi>
        </Badge>
      ))}
    </Group>
  );
}
